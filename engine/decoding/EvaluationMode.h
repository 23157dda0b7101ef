#pragma once

#include "engine/model/Seq2Seq.h"

namespace zhuyi {

/// Puts a network in evaluation mode (no dropout) while it lives.
class EvaluationMode {
  public:
    explicit EvaluationMode(Seq2Seq& network) : network_(network), wasTraining_(network.is_training()) {
        if (wasTraining_) // else threads may be reading it
            network_.eval();
    }
    ~EvaluationMode() {
        if (wasTraining_)
            network_.train();
    }
    EvaluationMode(const EvaluationMode&) = delete;
    EvaluationMode& operator=(const EvaluationMode&) = delete;

  private:
    Seq2Seq& network_;
    bool wasTraining_;
};

} // namespace zhuyi
