#pragma once

#include "engine/model/Torch.h"

#include <vector>

namespace zhuyi {

/// x Wᵀ for a weight that is used once a time step. Backwards, each use passes on the gradient of its x alone; the weight's
/// gradient comes of one product over all steps at the end, where a small product a step would spend its time on writing
/// and adding up the whole weight again and again.
class GatheredLinear {
  public:
    /// What the uses leave for that product.
    struct Uses : torch::CustomClassHolder {
        std::vector<torch::Tensor> inputs, gradients;
    };

    /// For one pass over one batch; `weight` O×I.
    explicit GatheredLinear(const torch::Tensor& weight);
    /// `input` B×I, answers B×O.
    torch::Tensor operator()(const torch::Tensor& input) const;

  private:
    c10::intrusive_ptr<Uses> uses_;
    torch::Tensor weight_;
};

} // namespace zhuyi
