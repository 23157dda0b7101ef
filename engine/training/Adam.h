#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Adam (Kingma & Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999, ε = 1e-8) with clipping of the gradients' common norm
/// (Pascanu et al. 2013), both in one sweep over each parameter.
class Adam {
  public:
    explicit Adam(std::vector<torch::Tensor> parameters);

    /// Moves the parameters by their gradients and answers the gradients' norm before clipping. `clipNorm` 0: no clipping.
    /// Moves nothing where the norm is not finite.
    double step(double learningRate, double clipNorm);

    std::int64_t steps() const { return steps_; }
    void setSteps(std::int64_t steps) { steps_ = steps; }
    /// The running means of the gradients and of their squares, in the order of the parameters.
    const std::vector<torch::Tensor>& means() const { return means_; }
    const std::vector<torch::Tensor>& squares() const { return squares_; }

  private:
    double gradientNorm() const;

    std::vector<torch::Tensor> parameters_, means_, squares_;
    std::int64_t steps_ = 0;
};

} // namespace zhuyi
