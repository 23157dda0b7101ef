#include "engine/decoding/GreedySearch.h"

#include "engine/decoding/TokenByToken.h"

namespace zhuyi {

std::vector<Hypothesis> greedySearch(const SearchNetworks& network, const torch::Tensor& source,
                                     const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                     const DecodingOptions& options, const SearchDemands& demands) {
    return writeTokenByToken(
        network, source, lengths, limits, options, demands,
        [](std::size_t, const TokenScores& scores, std::int64_t row) { return scores.best(row, 1).front().token; });
}

} // namespace zhuyi
