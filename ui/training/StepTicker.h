#pragma once

#include <qcustomplot.h>

namespace zhuyi {

/// Ticks at whole steps, written with the thousands apart.
class StepTicker : public QCPAxisTicker {
  protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    int getSubTickCount(double tickStep) override {
        return tickStep < 5 ? 0 : QCPAxisTicker::getSubTickCount(tickStep);
    }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(static_cast<qlonglong>(std::llround(tick)));
    }
};

} // namespace zhuyi
