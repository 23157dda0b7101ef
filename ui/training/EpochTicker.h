#pragma once

#include <qcustomplot.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace zhuyi {

/// A tick where each epoch begins, with its number; of many epochs in sight only every second, fifth, tenth, …
class EpochTicker : public QCPAxisTicker {
    Q_DECLARE_TR_FUNCTIONS(EpochTicker)
  public:
    /// Epoch `number` began after this many steps.
    void add(double step, std::int64_t number) { starts_.emplace_back(step, number); }
    /// Forgets those after this step.
    void cutAfter(double step);
    const std::vector<std::pair<double, std::int64_t>>& starts() const { return starts_; } // ascending

  protected:
    double getTickStep(const QCPRange&) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override;

  private:
    std::vector<std::pair<double, std::int64_t>> starts_;
};

} // namespace zhuyi
