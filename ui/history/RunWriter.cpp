#include "ui/history/RunWriter.h"

namespace zhuyi {

namespace {
constexpr qint64 flushMilliseconds = 5000; // what a kill may lose of a curve
}

void RunWriter::restore(std::vector<StepReport> points) {
    thinner_.restore(std::move(points));
    written_ = thinner_.points().size();
    rounds_ = thinner_.rounds();
}

void RunWriter::add(const std::vector<StepReport>& reports) {
    for (const StepReport& report : reports)
        thinner_.add(report);
    if (sinceFlush_.elapsed() > flushMilliseconds)
        flush();
}

void RunWriter::flush() {
    const auto& points = thinner_.points();
    const bool anew = rounds_ != thinner_.rounds();
    const auto first = anew ? 0 : written_;
    if (anew || first < points.size())
        store_.addSteps(id_, {points.begin() + static_cast<std::ptrdiff_t>(first), points.end()}, anew);
    written_ = points.size();
    rounds_ = thinner_.rounds();
    sinceFlush_.start();
}

void RunWriter::finish() {
    flush();
    if (const auto rest = thinner_.rest())
        store_.addSteps(id_, {*rest}, false);
}

} // namespace zhuyi
