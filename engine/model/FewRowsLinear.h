#pragma once

#include <torch/torch.h>

namespace zhuyi {

/// x Wᵀ + b for the rows of one step of a search: `input` B×I, `weight` O×I, `bias` O. BLAS rearranges a weight as
/// large as the output layer's before it multiplies, which pays for many rows alone; a few are multiplied piece by
/// piece, each so small that it takes the weight as it lies.
torch::Tensor fewRowsLinear(const torch::Tensor& input, const torch::Tensor& weight, const torch::Tensor& bias);

} // namespace zhuyi
