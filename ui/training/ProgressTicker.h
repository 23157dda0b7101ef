#pragma once

#include "ui/training/StepTicker.h"

#include <array>

namespace zhuyi {

/// A duration as people read it: 0:42, 12:05, 3:07:20.
inline QString durationText(double seconds) {
    const auto whole = static_cast<qlonglong>(std::llround(std::max(seconds, 0.0)));
    const QString inMinutes = QStringLiteral("%1:%2")
                                  .arg((whole / 60) % 60, whole < 3600 ? 1 : 2, 10, QLatin1Char('0'))
                                  .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole < 3600 ? inMinutes : QString::number(whole / 3600) + QLatin1Char(':') + inMinutes;
}

/// Ticks at round durations, of an axis in seconds.
class DurationTicker : public QCPAxisTicker {
  protected:
    double getTickStep(const QCPRange& range) override {
        static constexpr std::array<double, 18> steps = {1,   2,   5,    10,   15,   30,    60,    120,   300,
                                                         600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
        const double wanted = range.size() / tickCount();
        for (const double step : steps)
            if (step >= wanted)
                return step;
        return 86400 * std::ceil(wanted / 86400);
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return durationText(tick); }
};

} // namespace zhuyi
