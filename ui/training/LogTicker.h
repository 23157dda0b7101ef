#pragma once

#include <qcustomplot.h>

namespace zhuyi {

/// Ticks of a logarithmic axis that has labels at any zoom: evenly spaced numbers within a decade, 1 2 5 10 over a few,
/// powers of ten beyond.
class LogTicker : public QCPAxisTicker {
  protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(tick, 'g', 5);
    }
};

} // namespace zhuyi
