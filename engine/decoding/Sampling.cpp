#include "engine/decoding/Sampling.h"

#include "engine/decoding/EncodedRows.h"
#include "engine/decoding/TokenChoice.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zhuyi {

namespace {

/// In [0, 1); the standard's own distributions differ from library to library.
double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

} // namespace

std::int32_t drawToken(const float* logProbabilities, std::int64_t count, double temperature, std::int64_t top_k,
                       std::mt19937_64& random) {
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(count));
    std::iota(tokens.begin(), tokens.end(), 0);
    if (top_k > 0 && top_k < count) {
        std::partial_sort(tokens.begin(), tokens.begin() + top_k, tokens.end(), [&](std::int32_t a, std::int32_t b) {
            return logProbabilities[a] != logProbabilities[b] ? logProbabilities[a] > logProbabilities[b] : a < b;
        });
        tokens.resize(static_cast<std::size_t>(top_k));
    }
    float greatest = -std::numeric_limits<float>::infinity();
    for (const auto token : tokens)
        greatest = std::max(greatest, logProbabilities[token]);
    std::vector<double> upTo;
    double sum = 0;
    for (const auto token : tokens)
        upTo.push_back(sum += std::exp((static_cast<double>(logProbabilities[token]) - greatest) / temperature));
    const auto drawn = std::upper_bound(upTo.begin(), upTo.end(), uniform(random) * sum) - upTo.begin();
    return tokens[static_cast<std::size_t>(drawn)];
}

std::vector<Hypothesis> sample(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths,
                               const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                               const std::vector<std::uint64_t>& streams) {
    const torch::NoGradGuard noGradient;
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Hypothesis> hypotheses(limits.size());
    std::vector<std::mt19937_64> random;
    for (const auto stream : streams) {
        const auto seed = static_cast<std::uint64_t>(options.seed);
        std::seed_seq both{seed & 0xffffffffU, seed >> 32, stream & 0xffffffffU, stream >> 32};
        random.emplace_back(both);
    }
    std::vector<std::size_t> open(limits.size());
    std::iota(open.begin(), open.end(), 0);
    auto encoded = network.encode(source, lengths);
    auto tokens = torch::full({source.size(0)}, static_cast<std::int64_t>(Vocabulary::Begin), source.options());
    while (true) {
        const auto [logits, weights] = network.step(tokens, encoded);
        auto scores = torch::log_softmax(logits, 1).to(torch::kCPU, torch::kFloat32).contiguous();
        blockSpecials(scores, options);
        const auto attention = weights.to(torch::kCPU, torch::kFloat32).contiguous();
        std::vector<std::size_t> stillOpen;
        std::vector<std::int64_t> rows, taken;
        for (std::size_t row = 0; row < open.size(); ++row) {
            const auto s = open[row];
            auto& hypothesis = hypotheses[s];
            auto* of = scores.data_ptr<float>() + static_cast<std::int64_t>(row) * scores.size(1);
            for (const auto token : repeatsAfter(hypothesis.tokens, options.block_repeats))
                of[token] = -std::numeric_limits<float>::infinity();
            const auto token = drawToken(of, scores.size(1), options.temperature, options.top_k, random[s]);
            hypothesis.tokens.push_back(token);
            hypothesis.logProbabilities.push_back(of[token]);
            const auto* look = attention.data_ptr<float>() + static_cast<std::int64_t>(row) * attention.size(1);
            hypothesis.attention.insert(hypothesis.attention.end(), look, look + sourceLengths[s]);
            if (token == Vocabulary::End || static_cast<std::int64_t>(hypothesis.tokens.size()) >= limits[s])
                continue;
            stillOpen.push_back(s);
            rows.push_back(static_cast<std::int64_t>(row));
            taken.push_back(token);
        }
        if (stillOpen.empty())
            return hypotheses;
        if (stillOpen.size() != open.size())
            selectRows(encoded, rows, true);
        open = std::move(stillOpen);
        tokens = torch::tensor(taken, source.options());
    }
}

} // namespace zhuyi
