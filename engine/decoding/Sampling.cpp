#include "engine/decoding/Sampling.h"

#include "engine/decoding/TokenByToken.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zhuyi {

namespace {

/// In [0, 1); the standard's own distributions differ from library to library.
double uniform(std::mt19937_64& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

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
    const auto drawn = std::upper_bound(upTo.begin(), upTo.end(), uniform(random) * sum);
    return tokens[static_cast<std::size_t>(std::min(drawn, upTo.end() - 1) - upTo.begin())]; // the last, of no numbers
}

std::vector<Hypothesis> sample(const SearchNetworks& network, const torch::Tensor& source, const torch::Tensor& lengths,
                               const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                               const std::vector<std::uint64_t>& streams, const SearchDemands& demands) {
    std::vector<std::mt19937_64> random;
    for (const auto stream : streams) {
        const auto seed = static_cast<std::uint64_t>(options.seed);
        std::seed_seq both{seed & 0xffffffffU, seed >> 32, stream & 0xffffffffU, stream >> 32};
        random.emplace_back(both);
    }
    return writeTokenByToken(network, source, lengths, limits, options, demands,
                             [&](std::size_t sentence, const TokenScores& scores, std::int64_t row) {
                                 return drawToken(scores.row(row), scores.size(), options.temperature, options.top_k,
                                                  random[sentence]);
                             });
}

} // namespace zhuyi
