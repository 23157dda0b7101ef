#pragma once

#include "ui/history/RunStore.h"
#include "ui/history/StepThinner.h"

#include <QElapsedTimer>

namespace zhuyi {

/// Writes one run down while it goes on. Its curve goes into the store every few seconds and at each validation,
/// thinned.
class RunWriter {
  public:
    RunWriter(RunStore& store, qint64 id) : store_(store), id_(id) { sinceFlush_.start(); }

    qint64 id() const { return id_; }
    /// The points that are in the store already, of a run that goes on.
    void restore(std::vector<StepReport> points);
    void add(const std::vector<StepReport>& reports);
    void flush();
    /// All of it, up to the last step.
    void finish();

  private:
    RunStore& store_;
    qint64 id_;
    StepThinner thinner_;
    std::size_t written_ = 0; // points
    int rounds_ = 0;          // of the thinner, when they were written
    QElapsedTimer sinceFlush_;
};

} // namespace zhuyi
