#include "engine/decoding/GreedySearch.h"

#include "engine/text/Vocabulary.h"

#include <limits>

namespace zhuyi {

std::vector<Hypothesis> greedySearch(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths,
                                     const std::vector<std::int64_t>& limits) {
    const torch::NoGradGuard noGradient;
    const auto size = source.size(0);
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Hypothesis> hypotheses(static_cast<std::size_t>(size));
    std::vector<bool> ended(static_cast<std::size_t>(size), false);
    auto encoded = network.encode(source, lengths);
    auto tokens = torch::full({size}, static_cast<std::int64_t>(Vocabulary::Begin), source.options());
    std::int64_t open = size;
    while (open > 0) {
        auto [logits, weights] = network.step(tokens, encoded);
        const auto logProbabilities = torch::log_softmax(logits, 1);
        logProbabilities.slice(1, Vocabulary::Pad, Vocabulary::Pad + 1)
            .fill_(-std::numeric_limits<double>::infinity());
        logProbabilities.slice(1, Vocabulary::Begin, Vocabulary::Begin + 1)
            .fill_(-std::numeric_limits<double>::infinity());
        const auto [best, indices] = logProbabilities.max(1);
        tokens = indices;
        const auto taken = indices.to(torch::kCPU), scores = best.to(torch::kCPU, torch::kFloat32);
        const auto rows = weights.to(torch::kCPU, torch::kFloat32).contiguous();
        for (std::int64_t b = 0; b < size; ++b) {
            if (ended[static_cast<std::size_t>(b)])
                continue;
            auto& hypothesis = hypotheses[static_cast<std::size_t>(b)];
            const auto token = static_cast<std::int32_t>(taken.data_ptr<std::int64_t>()[b]);
            hypothesis.tokens.push_back(token);
            hypothesis.logProbabilities.push_back(scores.data_ptr<float>()[b]);
            const auto* row = rows.data_ptr<float>() + b * rows.size(1);
            hypothesis.attention.insert(hypothesis.attention.end(), row, row + sourceLengths[b]);
            if (token == Vocabulary::End ||
                static_cast<std::int64_t>(hypothesis.tokens.size()) >= limits[static_cast<std::size_t>(b)]) {
                ended[static_cast<std::size_t>(b)] = true;
                --open;
            }
        }
    }
    return hypotheses;
}

} // namespace zhuyi
