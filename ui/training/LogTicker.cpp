#include "ui/training/LogTicker.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range) {
    if (!(range.lower > 0) || range.upper < 8 * range.lower)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const double low = std::log10(range.lower), high = std::log10(range.upper);
    const int first = static_cast<int>(std::floor(low)), last = static_cast<int>(std::ceil(high));
    const int powers = static_cast<int>(std::floor(high) - std::ceil(low)) + 1, most = std::max(3, 8 * tickCount() / 5);
    const int stride = 1 + std::max(0, powers - 1) / most;
    const bool hasRoomBetween = 3 * (high - low) <= 2.5 * tickCount();
    QVector<double> ticks;
    for (int decade = first; decade <= last; decade += stride) {
        const double power = std::pow(10.0, decade);
        ticks << power;
        if (hasRoomBetween)
            ticks << 2 * power << 5 * power;
    }
    return ticks;
}

} // namespace zhuyi
