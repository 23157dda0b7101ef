#include "ui/training/LogTicker.h"

#include <cmath>

namespace zhuyi {

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range) {
    if (!(range.lower > 0) || range.upper < 8 * range.lower)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const int stride = 1 + (last - first) / 8;
    QVector<double> ticks;
    for (int decade = first; decade <= last; decade += stride) {
        const double power = std::pow(10.0, decade);
        ticks << power;
        if (last - first <= 4)
            ticks << 2 * power << 5 * power;
    }
    return ticks;
}

} // namespace zhuyi
