#pragma once

#include "engine/decoding/SearchDemands.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/decoding/TokenScores.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace zhuyi {

/// Which token comes next in a sentence, whose scores are a row of these.
using TokenChooser = std::function<std::int32_t(std::size_t sentence, const TokenScores& scores, std::int64_t row)>;

/// Writes all sentences at once, one token a step each, until each has ended or has as many tokens as its limit.
/// `source` B×S, `lengths` B on the CPU. The network must be in evaluation mode.
std::vector<Hypothesis> writeTokenByToken(const SearchNetworks& network, const torch::Tensor& source,
                                          const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                          const DecodingOptions& options, const SearchDemands& demands,
                                          const TokenChooser& choose);

} // namespace zhuyi
