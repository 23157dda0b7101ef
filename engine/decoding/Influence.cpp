#include "engine/decoding/Influence.h"

#include "engine/decoding/PaddedSources.h"
#include "engine/text/Vocabulary.h"

#include <ATen/Context.h>

namespace zhuyi {

namespace {

/// A batch with one target behind each of these sentences, all of whose tokens are to be predicted.
Batch behind(const std::vector<std::vector<std::int32_t>>& sentences, const std::vector<std::int32_t>& target,
             torch::Device device) {
    const auto size = static_cast<std::int64_t>(sentences.size()), length = static_cast<std::int64_t>(target.size());
    std::vector<std::int64_t> fed{Vocabulary::Begin};
    fed.insert(fed.end(), target.begin(), target.end() - 1);
    auto sources = padded(sentences, device);
    Batch batch;
    batch.source = sources.ids;
    batch.sourceLengths = sources.lengths;
    batch.targetIn = torch::tensor(fed, torch::kInt64).to(device).expand({size, length});
    batch.targets = torch::tensor(std::vector<std::int64_t>(target.begin(), target.end()), torch::kInt64)
                        .to(device)
                        .repeat_interleave(size);
    batch.tokens = size * length;
    batch.real = torch::arange(batch.tokens, batch.targets.options());
    return batch;
}

/// N, of the tokens to predict.
torch::Tensor logProbabilities(const torch::Tensor& logits, const torch::Tensor& targets) {
    return torch::log_softmax(logits, 1).gather(1, targets.unsqueeze(1)).squeeze(1);
}

std::vector<float> rowsOf(const torch::Tensor& influence) {
    const auto rows = influence.to(torch::kCPU, torch::kFloat32).contiguous();
    return {rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel()};
}

/// Backwards, cuDNN's LSTM works in training mode alone.
class WithoutCudnn {
  public:
    WithoutCudnn() : was_(at::globalContext().userEnabledCuDNN()) { at::globalContext().setUserEnabledCuDNN(false); }
    ~WithoutCudnn() { at::globalContext().setUserEnabledCuDNN(was_); }
    WithoutCudnn(const WithoutCudnn&) = delete;
    WithoutCudnn& operator=(const WithoutCudnn&) = delete;

  private:
    bool was_;
};

} // namespace

std::vector<float> leaveOut(Seq2Seq& network, const std::vector<std::int32_t>& source,
                            const std::vector<std::int32_t>& target) {
    const torch::NoGradGuard noGradient;
    std::vector<std::vector<std::int32_t>> sentences{source};
    for (std::size_t s = 0; s < source.size(); ++s) {
        sentences.push_back(source);
        sentences.back().erase(sentences.back().begin() + static_cast<std::ptrdiff_t>(s));
        if (sentences.back().empty())
            sentences.back().push_back(Vocabulary::Unknown);
    }
    const auto batch = behind(sentences, target, network.device());
    const auto logs = logProbabilities(network.forward(batch).logits, batch.targets)
                          .view({static_cast<std::int64_t>(target.size()), batch.size()});
    return rowsOf(logs.slice(1, 0, 1) - logs.slice(1, 1));
}

std::vector<float> gradientTimesInput(Seq2Seq& network, const std::vector<std::int32_t>& source,
                                      const std::vector<std::int32_t>& target) {
    const torch::AutoGradMode withGradient(true);
    const WithoutCudnn plainLstm;
    // A copy of the sentence for each target token, whose gradient it takes alone: one pass back does for all.
    auto batch = behind(std::vector<std::vector<std::int32_t>>(target.size(), source), target, network.device());
    batch.tokens = batch.size();
    batch.real = torch::arange(batch.tokens, batch.targets.options()) * (batch.tokens + 1);
    batch.targets = batch.targets.index_select(0, batch.real);
    const auto encoded = network.encode(batch.source, batch.sourceLengths);
    const auto logits = network.decode(batch, encoded).logits;
    const auto& embedded = encoded.memory.embedded;
    const auto gradient = torch::autograd::grad({logProbabilities(logits, batch.targets).sum()}, {embedded}).front();
    return rowsOf((gradient * embedded.detach()).sum(2));
}

} // namespace zhuyi
