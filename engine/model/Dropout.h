#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace zhuyi {

/// Inverted dropout (Srivastava et al. 2014): while training, a unit is 0 with probability p and 1/(1 − p) times itself
/// else. On the CPU its randomness is the calling thread's own, so that threads that share a step stay repeatable.
class Dropout {
  public:
    explicit Dropout(double p) : p_(p) {}
    torch::Tensor operator()(const torch::Tensor& units, bool training) const;

    /// Begins the calling thread's randomness anew.
    static void seed(std::uint64_t seed);

  private:
    double p_;
};

} // namespace zhuyi
