#pragma once

#include "engine/model/DropoutMask.h"

#include <torch/torch.h>

#include <cstdint>

namespace zhuyi {

/// Inverted dropout at one site. On the CPU its masks are DropoutMask's, under the calling thread's own seed, so that
/// threads that share a step stay repeatable.
class Dropout {
  public:
    Dropout(double p, DropoutSite site) : p_(p), site_(site) {}
    /// `units` …×U, whose rows are those of the padded batch from `firstRow` on (see DropoutMask).
    torch::Tensor operator()(const torch::Tensor& units, bool training, std::int64_t firstRow = 0) const;

    /// Begins the calling thread's randomness anew.
    static void seed(std::uint64_t seed);

  private:
    double p_;
    DropoutSite site_;
};

} // namespace zhuyi
