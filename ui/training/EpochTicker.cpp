#include "ui/training/EpochTicker.h"

#include <algorithm>

namespace zhuyi {

namespace {
constexpr std::ptrdiff_t mostShown = 12;
}

void EpochTicker::cutAfter(double step) {
    while (!starts_.empty() && starts_.back().first > step)
        starts_.pop_back();
}

QVector<double> EpochTicker::createTickVector(double, const QCPRange& range) {
    const auto before = [](const std::pair<double, std::int64_t>& start, double step) { return start.first < step; };
    const auto first = std::lower_bound(starts_.begin(), starts_.end(), range.lower, before);
    const auto last = std::lower_bound(first, starts_.end(), range.upper, before);
    std::int64_t stride = 1;
    for (int i = 0; (last - first) / stride > mostShown; ++i)
        stride = i % 3 == 1 ? stride / 2 * 5 : stride * 2; // 1 2 5 10 20 50 …
    QVector<double> ticks;
    for (auto it = first; it != last; ++it)
        if (stride == 1 || it->second % stride == 0)
            ticks << it->first;
    return ticks;
}

QString EpochTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
    const auto at =
        std::find_if(starts_.begin(), starts_.end(), [tick](const auto& start) { return start.first == tick; });
    //: Where an epoch begins in the loss curves
    return at == starts_.end() ? QString() : tr("epoch %1").arg(locale.toString(static_cast<qlonglong>(at->second)));
}

} // namespace zhuyi
