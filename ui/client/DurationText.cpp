#include "ui/client/DurationText.h"

#include <cmath>

namespace zhuyi {

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::lround(seconds));
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(whole / 60 % 60) + QLatin1Char(':') + two(whole % 60);
    return whole < 3600 ? minutes : QString::number(whole / 3600) + QLatin1Char(':') + minutes;
}

} // namespace zhuyi
