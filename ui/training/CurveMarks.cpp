#include "ui/training/CurveMarks.h"

#include "ui/client/PlainNumber.h"
#include "ui/training/CurvePanel.h"
#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QLocale>

namespace zhuyi {

CurveMarks::CurveMarks(QCustomPlot* plot, const std::vector<std::unique_ptr<CurvePanel>>& panels)
    : plot_(plot), panels_(panels), momentDot_(new QCPItemTracer(plot)), momentText_(new QCPItemText(plot)),
      style_(std::make_unique<CurveStyle>(*plot)) {
    for (const auto& panel : panels_)
        momentLines_.push_back(addLine(*panel, "overlay"));
    const CurvePanel& losses = *panels_.front();
    momentDot_->setClipAxisRect(losses.axisRect());
    momentDot_->position->setAxes(losses.x(), losses.y());
    momentDot_->setStyle(QCPItemTracer::tsCircle);
    momentDot_->setSize(9);
    momentDot_->setLayer("overlay");
    momentDot_->setVisible(false);
    momentText_->position->setType(QCPItemPosition::ptAbsolute);
    momentText_->setClipToAxisRect(false);
    momentText_->setPadding(QMargins(4, 1, 4, 1));
    momentText_->setLayer("overlay");
    momentText_->setVisible(false);
}

QCPItemStraightLine* CurveMarks::addLine(const CurvePanel& panel, const char* layer) {
    auto* line = new QCPItemStraightLine(plot_);
    line->setClipAxisRect(panel.axisRect());
    for (QCPItemPosition* point : {line->point1, line->point2})
        point->setAxes(panel.x(), panel.y());
    line->setLayer(layer);
    line->setVisible(false);
    return line;
}

void CurveMarks::stand(QCPItemStraightLine* line, const CurvePanel& panel, double place) const {
    line->setVisible(panel.isShown());
    line->point1->setCoords(place, 1);
    line->point2->setCoords(place, 2);
}

QString CurveMarks::momentText() const {
    return momentText_->visible() ? momentText_->text() : QString();
}

void CurveMarks::update(const DrawnRun& run, Progression progression) {
    const std::vector<LearningRateSet>& wanted = run.data->rateChanges();
    while (changes_.size() > wanted.size()) {
        for (QCPItemStraightLine* line : changes_.back().lines)
            plot_->removeItem(line);
        plot_->removeItem(changes_.back().text);
        changes_.pop_back();
    }
    while (changes_.size() < wanted.size()) {
        RateChange change{{}, new QCPItemText(plot_)};
        for (const auto& panel : panels_)
            change.lines.push_back(addLine(*panel, "mark"));
        change.text->position->setType(QCPItemPosition::ptAbsolute);
        change.text->setLayer("mark");
        change.text->setPadding(QMargins(3, 1, 3, 1));
        style(change);
        changes_.push_back(change);
    }
    const auto uppermost =
        std::find_if(panels_.begin(), panels_.end(), [](const auto& panel) { return panel->isShown(); });
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        const double place = run.data->placeOf(static_cast<double>(wanted[i].step), progression);
        for (std::size_t panel = 0; panel < panels_.size(); ++panel)
            stand(changes_[i].lines[panel], *panels_[panel], place);
        QCPItemText* text = changes_[i].text;
        text->setVisible(run.isVisible && uppermost != panels_.end());
        if (!text->visible())
            continue;
        //: A mark in the curves: the learning rate from here on
        text->setText(
            QCoreApplication::translate("CurveMarks", "learning rate %1").arg(plainNumber(wanted[i].learningRate, 3)));
        const QRect inside = (*uppermost)->axisRect()->rect();
        const double x = (*uppermost)->x()->coordToPixel(place);
        const int width = QFontMetrics(text->font()).horizontalAdvance(text->text()) + 10;
        const bool right = x + width < inside.right();
        text->setClipAxisRect((*uppermost)->axisRect());
        text->setPositionAlignment((right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
        // Of several close to each other the texts stand one above the other.
        text->position->setCoords(x + (right ? 2 : -2), inside.bottom() - 2 - 14 * static_cast<double>(i % 3));
    }
    updateMoment(run, progression);
}

void CurveMarks::updateMoment(const DrawnRun& run, Progression progression) {
    const double step = static_cast<double>(moment_.value_or(0));
    const double place = run.data->placeOf(step, progression);
    const bool isThere = moment_ && run.isVisible && !run.data->isEmpty();
    for (std::size_t panel = 0; panel < panels_.size(); ++panel) {
        stand(momentLines_[panel], *panels_[panel], place);
        momentLines_[panel]->setVisible(isThere && panels_[panel]->isShown());
    }
    momentDot_->setVisible(false);
    const auto uppermost =
        std::find_if(panels_.begin(), panels_.end(), [](const auto& panel) { return panel->isShown(); });
    momentText_->setVisible(isThere && uppermost != panels_.end() && (*uppermost)->x()->range().contains(place));
    if (!isThere || uppermost == panels_.end())
        return;
    const QLocale locale;
    const CurvePanel& losses = *panels_.front();
    const auto loss = losses.pointAt(losses.info().curves[1], run, step, progression);
    QString text = QCoreApplication::translate("CurveMarks", "step %1").arg(locale.toString(qlonglong(*moment_)));
    if (loss) {
        //: A moment of the run: its step as above, and the running mean of the training loss there
        text = QCoreApplication::translate("CurveMarks", "%1, loss %2").arg(text, losses.info().number(loss->second));
        momentDot_->position->setCoords(loss->first, loss->second);
        momentDot_->setVisible(losses.isShown());
    }
    momentText_->setText(text);
    const QRect inside = (*uppermost)->axisRect()->rect();
    const double x = (*uppermost)->x()->coordToPixel(place);
    const int width = QFontMetrics(momentText_->font()).horizontalAdvance(text) + 14;
    const bool right = x + width < inside.right();
    momentText_->setPositionAlignment((right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    momentText_->position->setCoords(x + (right ? 3 : -3), inside.bottom() - 3);
}

void CurveMarks::style(RateChange& change) const {
    for (QCPItemStraightLine* line : change.lines)
        line->setPen(QPen(style_->quiet, 1, Qt::DashDotLine));
    change.text->setFont(style_->font);
    change.text->setColor(style_->quiet);
    change.text->setBrush(CurveStyle::faded(style_->paper, 200));
}

void CurveMarks::apply(const CurveStyle& style, const QColor& highlight) {
    *style_ = style;
    for (RateChange& change : changes_)
        this->style(change);
    for (QCPItemStraightLine* line : momentLines_)
        line->setPen(QPen(highlight, 2));
    momentDot_->setPen(QPen(highlight, 2));
    momentDot_->setBrush(style.paper);
    momentText_->setFont(style.font);
    momentText_->setColor(style.ink);
    momentText_->setBrush(CurveStyle::faded(style.paper, 225));
    momentText_->setPen(QPen(highlight, 1));
}

} // namespace zhuyi
