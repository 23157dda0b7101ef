#include "ui/training/LengthPlot.h"

#include "ui/training/CurveStyle.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace zhuyi {

namespace {

constexpr std::int64_t fewPairs = 20;
constexpr int besideEachOther = 420; // pixels from which on both sides stand beside each other

double middle(const LengthScore& score) {
    return static_cast<double>(score.shortest + score.longest) / 2;
}

} // namespace

LengthPlot::LengthPlot(QWidget* parent) : QCustomPlot(parent) {
    plotLayout()->clear();
    layer("overlay")->setMode(QCPLayer::lmBuffered);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(120);
    for (std::size_t i = 0; i < sides_.size(); ++i) {
        Side& side = sides_[i];
        side.rect = new QCPAxisRect(this);
        side.rect->setupFullAxesBox();
        side.rect->setMinimumMargins(QMargins(4, 8, 10, 4));
        side.rect->axis(QCPAxis::atTop)->setTicks(false);
        side.rect->axis(QCPAxis::atRight)->setTicks(false);
        for (QCPAxis* axis : side.rect->axes()) {
            axis->setLayer("axes");
            axis->grid()->setLayer("grid");
        }
        plotLayout()->addElement(0, static_cast<int>(i), side.rect);
        side.line = new QCPItemStraightLine(this);
        side.line->setClipAxisRect(side.rect);
        for (QCPItemPosition* point : {side.line->point1, side.line->point2})
            point->setAxes(side.rect->axis(QCPAxis::atBottom), side.rect->axis(QCPAxis::atLeft));
        side.text = new QCPItemText(this);
        side.text->setClipToAxisRect(false);
        side.text->position->setType(QCPItemPosition::ptAbsolute);
        side.text->setPadding(QMargins(6, 3, 6, 3));
        side.text->setTextAlignment(Qt::AlignLeft);
        for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{side.line, side.text}) {
            item->setLayer("overlay");
            item->setVisible(false);
        }
    }
    restyle();
    retranslate();
}

double LengthPlot::valueOf(const LengthScore& score, std::size_t side) {
    return side == 0 ? score.bleu : score.tokenAccuracy * 100;
}

void LengthPlot::setCurves(const std::vector<LengthCurve>& curves) {
    curves_ = curves;
    draw();
}

void LengthPlot::draw() {
    clearGraphs();
    const CurveStyle style(*this);
    double longest = 10;
    std::array<double, 2> highest = {10, 10};
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        if (!curves_[i].isVisible)
            continue;
        const QColor colour = style.run(i);
        for (std::size_t side = 0; side < sides_.size(); ++side) {
            QCPAxis *x = sides_[side].rect->axis(QCPAxis::atBottom), *y = sides_[side].rect->axis(QCPAxis::atLeft);
            QCPGraph *line = addGraph(x, y), *solid = addGraph(x, y), *hollow = addGraph(x, y);
            line->setPen(QPen(colour, 2));
            // Told apart without colour too: every second curve has squares.
            const auto shape = i % 2 == 0 ? QCPScatterStyle::ssCircle : QCPScatterStyle::ssSquare;
            solid->setScatterStyle(QCPScatterStyle(shape, QPen(colour, 1.5), colour, 7));
            hollow->setScatterStyle(QCPScatterStyle(shape, QPen(colour, 1.5), style.paper, 7));
            for (QCPGraph* dots : {solid, hollow})
                dots->setLineStyle(QCPGraph::lsNone);
            for (const LengthScore& score : curves_[i].scores) {
                if (score.pairs == 0)
                    continue;
                const double value = valueOf(score, side);
                line->addData(middle(score), value);
                (score.pairs < fewPairs ? hollow : solid)->addData(middle(score), value);
                highest[side] = std::max(highest[side], value);
                longest = std::max(longest, static_cast<double>(score.longest));
            }
        }
    }
    for (std::size_t side = 0; side < sides_.size(); ++side) {
        sides_[side].rect->axis(QCPAxis::atBottom)->setRange(0, longest * 1.02);
        sides_[side].rect->axis(QCPAxis::atLeft)->setRange(0, std::min(104.0, highest[side] * 1.08));
    }
    updateCrosshair();
    replot(QCustomPlot::rpQueuedReplot);
}

std::vector<double> LengthPlot::lengths() const {
    std::set<double> lengths;
    for (const LengthCurve& curve : curves_)
        for (const LengthScore& score : curve.scores)
            if (curve.isVisible && score.pairs > 0)
                lengths.insert(middle(score));
    return {lengths.begin(), lengths.end()};
}

void LengthPlot::setCrosshair(std::optional<double> length) {
    pointed_ = length;
    updateCrosshair();
    layer("overlay")->replot();
}

void LengthPlot::updateCrosshair() {
    const std::vector<double> all = lengths();
    const auto nearest = std::min_element(all.begin(), all.end(), [this](double a, double b) {
        return std::abs(a - pointed_.value_or(0)) < std::abs(b - pointed_.value_or(0));
    });
    const bool isThere = pointed_ && nearest != all.end();
    readout_.clear();
    const QLocale locale;
    for (std::size_t side = 0; side < sides_.size(); ++side) {
        QStringList lines;
        for (const LengthCurve& curve : curves_)
            for (const LengthScore& score : curve.scores) {
                if (!isThere || !curve.isVisible || score.pairs == 0 || middle(score) != *nearest)
                    continue;
                if (lines.isEmpty())
                    //: The lengths of source sentences, and how many of them there are
                    lines << tr("%1–%2 tokens, sentences: %3")
                                 .arg(score.shortest)
                                 .arg(score.longest)
                                 .arg(locale.toString(qlonglong(score.pairs)));
                const QString value = locale.toString(valueOf(score, side), 'f', 1);
                lines << tr("%1: %2", "a model and its score")
                             .arg(curve.name, side == 0 ? value : value + QStringLiteral(" %"));
            }
        sides_[side].line->setVisible(!lines.isEmpty());
        sides_[side].text->setVisible(!lines.isEmpty());
        if (lines.isEmpty())
            continue;
        const QString text = lines.join(u'\n');
        readout_ += (readout_.isEmpty() ? QString() : QStringLiteral("\n")) + text;
        sides_[side].line->point1->setCoords(*nearest, 0);
        sides_[side].line->point2->setCoords(*nearest, 1);
        sides_[side].text->setText(text);
        const QRect inside = sides_[side].rect->rect();
        const int width = QFontMetrics(sides_[side].text->font()).size(0, text).width() + 20;
        const double x = sides_[side].rect->axis(QCPAxis::atBottom)->coordToPixel(*nearest);
        const double left = x + 8 + width < inside.right() ? x + 8 : x - 8 - width;
        sides_[side].text->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
        sides_[side].text->position->setCoords(std::clamp<double>(left, 4, std::max(4, this->width() - width)),
                                               inside.bottom() - 4);
    }
    setAccessibleDescription(readout_);
}

void LengthPlot::keyPressEvent(QKeyEvent* event) {
    const std::vector<double> all = lengths();
    if ((event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) || all.empty()) {
        QCustomPlot::keyPressEvent(event);
        return;
    }
    if (!pointed_) {
        setCrosshair(all.front());
        return;
    }
    if (event->key() == Qt::Key_Right) {
        const auto next = std::upper_bound(all.begin(), all.end(), *pointed_);
        setCrosshair(next == all.end() ? all.back() : *next);
    } else {
        const auto next = std::lower_bound(all.begin(), all.end(), *pointed_);
        setCrosshair(next == all.begin() ? all.front() : *(next - 1));
    }
}

void LengthPlot::mouseMoveEvent(QMouseEvent* event) {
    QCustomPlot::mouseMoveEvent(event);
    for (const Side& side : sides_)
        if (side.rect->rect().contains(event->pos())) {
            setCrosshair(side.rect->axis(QCPAxis::atBottom)->pixelToCoord(event->pos().x()));
            return;
        }
    setCrosshair(std::nullopt);
}

void LengthPlot::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    setCrosshair(std::nullopt);
}

void LengthPlot::resizeEvent(QResizeEvent* event) {
    QCustomPlot::resizeEvent(event);
    const bool beside = width() >= besideEachOther;
    for (const Side& side : sides_)
        plotLayout()->take(side.rect);
    plotLayout()->simplify();
    for (std::size_t i = 0; i < sides_.size(); ++i)
        plotLayout()->addElement(beside ? 0 : static_cast<int>(i), beside ? static_cast<int>(i) : 0, sides_[i].rect);
}

// Its palette comes after its parents have heard of the change.
void LengthPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void LengthPlot::restyle() {
    const CurveStyle style(*this);
    setBackground(style.paper);
    for (const Side& side : sides_) {
        for (QCPAxis* axis : side.rect->axes())
            style.apply(axis);
        side.line->setPen(QPen(style.quiet, 1));
        side.text->setFont(style.font);
        side.text->setColor(style.ink);
        side.text->setBrush(CurveStyle::faded(style.paper, 235));
        side.text->setPen(QPen(CurveStyle::faded(style.ink, 70)));
    }
    draw();
}

void LengthPlot::retranslate() {
    setLocale(QLocale());
    setAccessibleName(tr("BLEU and token accuracy by sentence length"));
    for (const Side& side : sides_)
        side.rect->axis(QCPAxis::atBottom)->setLabel(tr("source length (tokens)"));
    sides_[0].rect->axis(QCPAxis::atLeft)->setLabel(tr("BLEU"));
    sides_[1].rect->axis(QCPAxis::atLeft)->setLabel(tr("token accuracy (%)"));
    updateCrosshair();
    replot(QCustomPlot::rpQueuedReplot);
}

} // namespace zhuyi
