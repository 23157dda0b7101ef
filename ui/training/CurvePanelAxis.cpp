// The axis of values of a panel: what it spans and how it is labelled.
#include "ui/training/CurvePanel.h"

#include "ui/training/LogTicker.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhuyi {

namespace {

using Source = CurveInfo::Source;
constexpr int leastTickDistance = 34; // pixels
constexpr int markRoom = 9;           // pixels that the mark of the best reaches below its value
constexpr int dotRoom = 5;            // and the dot of a validation

/// Shares as percentages, with as many decimals as the ticks need.
class PercentTicker : public QCPAxisTicker {
  protected:
    double getTickStep(const QCPRange& range) override { return step_ = QCPAxisTicker::getTickStep(range); }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(tick * 100, 'f', step_ < 0.01 ? 1 : 0) + QStringLiteral(" %");
    }

  private:
    double step_ = 0.1;
};

/// Whether an axis from `lower` to `upper` still shows what lies between `least` and `greatest` well, when `below` and
/// `above` are what it would leave beside them: an axis that moved at every step would be a restless picture, and one
/// that takes long. `mark` is needed below in any case.
bool spans(double lower, double upper, double least, double greatest, double below, double above, double mark) {
    return lower <= least - std::max(below / 4, mark) && upper >= greatest + above / 4 && lower >= least - 2 * below &&
           upper <= greatest + 2 * above;
}

QSharedPointer<QCPAxisTicker> tickerOf(const PanelInfo& info, bool logarithmic) {
    if (logarithmic)
        return QSharedPointer<QCPAxisTicker>(new LogTicker);
    if (info.numbers == PanelInfo::Numbers::Percent)
        return QSharedPointer<QCPAxisTicker>(new PercentTicker);
    return QSharedPointer<QCPAxisTicker>(new QCPAxisTicker);
}

} // namespace

void CurvePanel::fit(const std::vector<DrawnRun>& runs, bool exactly) {
    double least = std::numeric_limits<double>::infinity(), greatest = -least, leastPositive = least;
    const auto widen = [&](double value, bool aboveToo) {
        if (!std::isfinite(value))
            return;
        least = std::min(least, value);
        if (value > 0)
            leastPositive = std::min(leastPositive, value);
        if (aboveToo)
            greatest = std::max(greatest, value);
    };
    for (std::size_t run = 0; run < runs.size() && run < curves_.size(); ++run)
        for (std::size_t i = 0; i < info_.curves.size(); ++i) {
            if (!curves_[run].graphs[i]->visible())
                continue;
            const CurveInfo& curve = info_.curves[i];
            const RunData& data = *runs[run].data;
            if (curve.source == Source::Validation) {
                for (const ValidationReport& report : data.validations())
                    if (const auto value = RunData::value(report, curve.dev))
                        widen(*value, true);
            } else if (!data.steps().empty()) {
                const bool isMean = curve.source == Source::RunningMean;
                const CurveColumn& column = isMean ? data.mean(curve.step) : data.column(curve.step);
                const auto [low, high] = column.extremes(0, column.size());
                const auto shown = [&](std::size_t at) {
                    const double value = static_cast<double>(column[at]);
                    return curve.isExponential ? std::exp(value) : value;
                };
                widen(shown(low), true);
                // A single step is noisy: it may stand above the picture, but not below.
                widen(shown(high), isMean || info_.curves.size() == 1);
            }
        }
    const bool some = greatest >= least;
    least_ = some ? least : 0;
    greatest_ = some ? greatest : 1;
    if (!logarithmic_ && greatest_ - least_ < info_.leastSpan) {
        const double middle = (least_ + greatest_) / 2, lowest = middle - info_.leastSpan / 2;
        least_ = least_ < 0 ? lowest : std::max(lowest, 0.0);
        greatest_ = least_ + info_.leastSpan;
    }
    // Of the height, as the axis will be.
    const auto shareOf = [this](int pixels) {
        return static_cast<double>(pixels) / std::max(rect_->height(), 4 * markRoom);
    };
    const double dot = shareOf(dotRoom), mark = bestText_ ? shareOf(markRoom) : 0, share = std::max(0.08, 1.5 * mark);
    if (info_.isAllOfOne) {
        y()->setRange(-dot, 1 + dot);
    } else if (logarithmic_) {
        const double low = !some ? 0.1 : least > 0 ? least : std::max(std::min(leastPositive, greatest_), 1e-9);
        const double high = std::max(greatest_, low), span = std::log(high / low);
        const double above = std::max(std::log(1.05), 0.08 * span), below = std::max(above, share * (span + above));
        const QCPRange shown = y()->range();
        if (exactly || !(shown.lower > 0) ||
            !spans(std::log(shown.lower), std::log(shown.upper), std::log(low), std::log(high), below, above,
                   mark * (span + above)))
            y()->setRange(low / std::exp(below), high * std::exp(above));
    } else {
        const double span = greatest_ - least_;
        const double above = std::max(0.08 * span, std::max(1e-9, 0.02 * std::abs(greatest_)));
        const double below = std::max(above, share * (span + above));
        const double lowest = -std::max(below / 2, dot * (span + above)); // of what is never negative
        const double lower = least_ >= 0 ? std::max(least_ - below, lowest) : least_ - below;
        const double atLeast = std::min(mark * (span + above), least_ - lower);
        const QCPRange shown = y()->range();
        if (exactly || !spans(shown.lower, shown.upper, least_, greatest_, below, above, atLeast) ||
            (least_ >= 0 && shown.lower < -below))
            y()->setRange(lower, greatest_ + above);
    }
}

void CurvePanel::bound() {
    if (greatest_ < least_)
        return;
    const QCPRange range = y()->range();
    if (logarithmic_) {
        const double low = std::max(least_, 1e-9);
        y()->setRange(range.bounded(low / 100, std::max(greatest_, low) * 100));
    } else {
        const double least = info_.isAllOfOne ? 0 : least_, greatest = info_.isAllOfOne ? 1 : greatest_;
        const double span = std::max(greatest - least, 1e-9);
        y()->setRange(range.bounded(least - 2 * span, greatest + 2 * span));
    }
}

void CurvePanel::setLogarithmic(bool logarithmic) {
    logarithmic_ = logarithmic && info_.canBeLogarithmic;
    y()->setScaleType(logarithmic_ ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    y()->setTicker(tickerOf(info_, logarithmic_));
}

void CurvePanel::arrange() {
    const int height = rect_->rect().height();
    y()->ticker()->setTickCount(std::clamp(height / leastTickDistance, 2, 6));
    const QFontMetrics metrics(y()->labelFont());
    const QString longLabel = PanelInfo::text(info_.longAxis), label = PanelInfo::text(info_.axis);
    const bool isLong = !longLabel.isEmpty() && metrics.horizontalAdvance(longLabel) < height;
    if (y()->label() != (isLong ? longLabel : label))
        y()->setLabel(isLong ? longLabel : label);
    int width = 12;
    for (int i = 0; i < legend_->itemCount(); ++i)
        width += legend_->item(i)->minimumOuterSizeHint().width() + legend_->columnSpacing();
    const int wrap = width > rect_->rect().width() ? 1 : 0;
    if (legend_->wrap() != wrap) {
        legend_->setWrap(wrap);
        legend_->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    }
    const int room = legend_->itemCount() > 0 ? legend_->minimumOuterSizeHint().height() : 0;
    header_->setMinimumSize(0, room);
    header_->setMaximumSize(QWIDGETSIZE_MAX, room);
}

} // namespace zhuyi
