#pragma once

#include "engine/model/Seq2Seq.h"
#include "engine/training/Workers.h"

#include <cstdint>
#include <memory>

namespace zhuyi {

/// A network whose weights are the exponential moving average of those in training (Polyak and Juditsky 1992; as Tan
/// and Le 2019 keep it). Early on it forgets faster, by min(decay, (1 + step) / (10 + step)), so that the first
/// weights, which know nothing, are soon gone.
class AveragedNetwork {
  public:
    /// `averages` and `trained` are of the same settings.
    AveragedNetwork(std::shared_ptr<Seq2Seq> averages, std::shared_ptr<Seq2Seq> trained, double decay);

    /// After each step, counted from 1. Moves the averages at every fourth alone, four times as far: each time costs a
    /// sweep over all weights.
    void follow(std::int64_t step, Workers& workers);

  private:
    std::shared_ptr<Seq2Seq> averages_, trained_;
    double decay_;
};

} // namespace zhuyi
