#include "ui/training/AlignmentCurves.h"

#include "ui/training/CurveStyle.h"
#include "ui/training/StepTicker.h"

#include <qcustomplot.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr double shareOfHeight = 0.55; // beneath losses of height 1

QString text(const char* source) {
    return QCoreApplication::translate("AlignmentCurves", source);
}

/// Shares as whole percentages.
class PercentTicker : public QCPAxisTickerFixed {
  public:
    PercentTicker() {
        setTickStep(0.25);
        setScaleStrategy(ssMultiples);
    }

  protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(std::lround(tick * 100)) + QStringLiteral(" %");
    }
};

} // namespace

AlignmentCurves::AlignmentCurves(QCustomPlot* plot)
    : plot_(plot), rect_(new QCPAxisRect(plot)), margins_(new QCPMarginGroup(plot)), legend_(new QCPLegend) {
    rect_->setupFullAxesBox();
    rect_->setMinimumMargins(QMargins(4, 6, 10, 4));
    rect_->setMinimumSize(80, 40);
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    x->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
    y->setTicker(QSharedPointer<QCPAxisTicker>(new PercentTicker));
    y->setRange(0, 1);
    rect_->axis(QCPAxis::atTop)->setTicks(false);
    rect_->axis(QCPAxis::atRight)->setTicks(false);
    for (QCPAxis* axis : rect_->axes()) {
        axis->setLayer("axes");
        axis->grid()->setLayer("grid");
    }
    // One axis of steps for both: what moves one moves the other. The rates always go from 0 to 100 %.
    rect_->setRangeDragAxes(x, nullptr);
    rect_->setRangeZoomAxes(x, nullptr);
    QObject::connect(plot_->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), x,
                     qOverload<const QCPRange&>(&QCPAxis::setRange));
    QObject::connect(x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), plot_->xAxis,
                     qOverload<const QCPRange&>(&QCPAxis::setRange));

    before_ = plot_->addGraph(x, y);
    precision_ = plot_->addGraph(x, y);
    recall_ = plot_->addGraph(x, y);
    error_ = plot_->addGraph(x, y);
    rect_->insetLayout()->addElement(legend_, Qt::AlignTop | Qt::AlignRight);
    legend_->setLayer("legend");
    for (QCPGraph* graph : {before_, precision_, recall_, error_})
        graph->removeFromLegend();
    rect_->setVisible(false);
    legend_->setVisible(false);
}

void AlignmentCurves::add(std::int64_t step, const AlignmentScore& score) {
    const double key = static_cast<double>(step);
    error_->addData(key, score.errorRate);
    precision_->addData(key, score.precision);
    recall_->addData(key, score.recall);
    updateShown();
}

void AlignmentCurves::cutAfter(double step) {
    for (QCPGraph* graph : {error_, precision_, recall_})
        graph->data()->removeAfter(step);
    updateShown();
}

void AlignmentCurves::beginRun() {
    if (!error_->data()->isEmpty())
        before_->data()->set(*error_->data());
    cutAfter(0);
}

bool AlignmentCurves::isEmpty() const {
    return error_->data()->isEmpty();
}

void AlignmentCurves::setDetailed(bool detailed) {
    detailed_ = detailed;
    updateShown();
}

void AlignmentCurves::updateShown() {
    const bool shown = !isEmpty();
    precision_->setVisible(detailed_);
    recall_->setVisible(detailed_);
    legend_->clearItems();
    for (QCPGraph* graph : {error_, precision_, recall_, before_})
        if (graph->visible() && !graph->data()->isEmpty())
            graph->addToLegend(legend_);
    if (shown == shown_)
        return;
    shown_ = shown;
    rect_->setVisible(shown);
    legend_->setVisible(shown);
    QCPLayoutGrid* layout = plot_->plotLayout();
    QCPAxisRect* losses = plot_->axisRect(0);
    if (shown) {
        layout->addElement(1, 0, rect_);
        layout->setRowStretchFactor(1, shareOfHeight);
        layout->setRowSpacing(0);
    } else {
        layout->take(rect_);
        layout->simplify();
    }
    // The steps are written once, at the very bottom; both rectangles begin and end at the same steps.
    plot_->xAxis->setTickLabels(!shown);
    plot_->xAxis->setLabel(shown ? QString() : rect_->axis(QCPAxis::atBottom)->label());
    for (QCPAxisRect* rect : {losses, rect_})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, shown ? margins_ : nullptr);
}

std::optional<AlignmentCurves::Reading> AlignmentCurves::at(double step) const {
    const QCPGraphDataContainer& data = *error_->data();
    if (data.isEmpty())
        return std::nullopt;
    auto found = data.findBegin(step, false);
    if (found == data.constEnd() || (found != data.constBegin() && step - (found - 1)->key < found->key - step))
        --found;
    return Reading{found->key, *exactly(found->key)};
}

std::optional<AlignmentScore> AlignmentCurves::exactly(double step) const {
    const QCPGraphDataContainer& data = *error_->data();
    const auto found = data.findBegin(step, false);
    if (found == data.constEnd() || found->key != step)
        return std::nullopt;
    const int index = static_cast<int>(found - data.constBegin());
    return AlignmentScore{found->value, precision_->data()->at(index)->value, recall_->data()->at(index)->value};
}

QString AlignmentCurves::explanation() {
    return text(QT_TRANSLATE_NOOP(
        "AlignmentCurves",
        "Alignment error rate: how far the words that attention points at are from the true alignment, on the sentences that "
        "the model never trains on. 0 % – attention points exactly where the true alignment does; 100 % – nowhere "
        "there.\nPrecision: the share of what attention points at that is truly aligned. Recall: the share of the sure "
        "links that it finds (Och & Ney 2003)."));
}

void AlignmentCurves::apply(const CurveStyle& style) {
    for (QCPAxis* axis : rect_->axes())
        style.apply(axis);
    rect_->axis(QCPAxis::atTop)->setBasePen(Qt::NoPen);
    rect_->axis(QCPAxis::atRight)->setBasePen(Qt::NoPen);
    rect_->axis(QCPAxis::atRight)->grid()->setVisible(false);
    error_->setPen(QPen(style.error, 2));
    error_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, style.error, style.paper, 6));
    before_->setPen(QPen(CurveStyle::faded(style.error, 170), 1, Qt::DashLine));
    precision_->setPen(QPen(style.precision, 1.5));
    precision_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, style.precision, style.paper, 5));
    recall_->setPen(QPen(style.recall, 1.5));
    recall_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, style.recall, style.paper, 5));
    legend_->setFont(style.font);
    legend_->setTextColor(style.ink);
    legend_->setBrush(CurveStyle::faded(style.paper, 210));
    legend_->setBorderPen(Qt::NoPen);
    legend_->setRowSpacing(-2);
    legend_->setIconSize(22, style.font.pixelSize() + 2);
    legend_->setMargins(QMargins(6, 2, 6, 2));
    legend_->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend_->setWrap(0);
}

void AlignmentCurves::retranslate() {
    error_->setName(text(QT_TRANSLATE_NOOP("AlignmentCurves", "alignment error rate")));
    precision_->setName(text(QT_TRANSLATE_NOOP("AlignmentCurves", "precision")));
    recall_->setName(text(QT_TRANSLATE_NOOP("AlignmentCurves", "recall")));
    before_->setName(text(QT_TRANSLATE_NOOP("AlignmentCurves", "error rate, run before")));
    //: Short for alignment error rate, at an axis
    rect_->axis(QCPAxis::atLeft)->setLabel(text(QT_TRANSLATE_NOOP("AlignmentCurves", "AER")));
    rect_->axis(QCPAxis::atBottom)->setLabel(text(QT_TRANSLATE_NOOP("AlignmentCurves", "training step")));
    plot_->xAxis->setLabel(shown_ ? QString() : rect_->axis(QCPAxis::atBottom)->label());
}

} // namespace zhuyi
