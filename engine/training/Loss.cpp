#include "engine/training/Loss.h"

namespace zhuyi {

Loss crossEntropy(const torch::Tensor& logits, const torch::Tensor& targets, double labelSmoothing) {
    const auto logProbabilities = torch::log_softmax(logits, 1);
    const auto nats = torch::nll_loss(logProbabilities, targets, {}, at::Reduction::Sum);
    if (labelSmoothing == 0)
        return {nats, nats.detach()};
    const auto spread = -logProbabilities.mean(1).sum();
    return {(1 - labelSmoothing) * nats + labelSmoothing * spread, nats.detach()};
}

torch::Tensor guidance(const torch::Tensor& weights, const torch::Tensor& guide) {
    constexpr double least = 1e-8; // a weight may have fallen to 0
    return -(guide * torch::log(weights + least)).sum();
}

} // namespace zhuyi
