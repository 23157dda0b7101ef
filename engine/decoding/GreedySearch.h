#pragma once

#include "engine/decoding/Hypothesis.h"
#include "engine/decoding/SearchDemands.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/session/DecodingOptions.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Takes the most probable token that `options` allow at each step, for all sentences at once, until each has ended or
/// has as many tokens as its limit. `source` B×S, `lengths` B on the CPU. Pad and Begin are never taken. The network
/// must be in evaluation mode.
std::vector<Hypothesis> greedySearch(const SearchNetworks& network, const torch::Tensor& source,
                                     const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                     const DecodingOptions& options = {}, const SearchDemands& demands = {});

} // namespace zhuyi
