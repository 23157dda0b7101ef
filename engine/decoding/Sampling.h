#pragma once

#include "engine/decoding/Hypothesis.h"
#include "engine/decoding/SearchDemands.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/session/DecodingOptions.h"

#include <cstdint>
#include <random>
#include <vector>

namespace zhuyi {

/// Draws one of the tokens whose log probabilities are given, each with a probability in proportion to
/// p^(1/temperature), from the top_k most probable alone (Fan et al. 2018, "Hierarchical Neural Story Generation"; 0:
/// from all). Equally probable tokens are taken in their order. The same state of `random` draws the same on every
/// platform.
std::int32_t drawToken(const float* logProbabilities, std::int64_t count, double temperature, std::int64_t top_k,
                       std::mt19937_64& random);

/// Draws each token at random, for all sentences at once, until each has ended or has as many tokens as its limit. What
/// a sentence becomes depends on `options.seed` and on `streams[b]`, not on the sentences beside it. Arguments as of
/// greedySearch; the log probabilities are the model's own, without temperature.
std::vector<Hypothesis> sample(const SearchNetworks& network, const torch::Tensor& source, const torch::Tensor& lengths,
                               const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                               const std::vector<std::uint64_t>& streams, const SearchDemands& demands = {});

} // namespace zhuyi
