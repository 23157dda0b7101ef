#pragma once

#include "engine/model/Torch.h"

namespace zhuyi {

struct Loss {
    torch::Tensor objective; // what is minimised: nats, summed over the tokens, with label smoothing
    torch::Tensor nats;      // cross entropy alone, summed; no gradient
};

/// Cross entropy of `logits` (N×V) against `targets` (N), with label smoothing ε (Szegedy et al. 2016, section 7):
///   (1 − ε) · −log p(target) + ε · mean over v of −log p(v)
Loss crossEntropy(const torch::Tensor& logits, const torch::Tensor& targets, double labelSmoothing);

/// Guided attention (Chen et al. 2016): the cross entropy of the attention (`weights`, T×B×S) against where it should
/// lie (`guide`, T×B×S, see Batch), in nats, summed over the target tokens whose row says something.
torch::Tensor guidance(const torch::Tensor& weights, const torch::Tensor& guide);

} // namespace zhuyi
