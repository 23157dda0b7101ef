#pragma once

#include "engine/model/fast/Parameters.h"

#include <vector>

namespace zhuyi::fast {

/// The output layer, the log-softmax and the loss as one, forwards and backwards in the same sweep: stretches of rows
/// small enough that their logits are still in the cache when they become their own gradient.
class OutputPass {
  public:
    struct Sum {
        double nats = 0, objective = 0;
    };

    explicit OutputPass(const Parameters& parameters);

    /// `outputs` N×H, `targets` N. The gradient of the objective times `scale` goes to `toOutputs` and the weights.
    Sum train(ConstView outputs, const std::vector<std::int64_t>& targets, double smoothing, double scale,
              View toOutputs);
    /// The cross entropy in nats, and of each row whether the target is the likeliest token.
    double score(ConstView outputs, const std::vector<std::int64_t>& targets, std::vector<char>& isLikeliest);

  private:
    Weight weight_, bias_;
    Buffer logits_;
};

} // namespace zhuyi::fast
