#pragma once

#include "engine/decoding/BeamSearch.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// What `options` ask for, for all sentences at once: drawn at random where there is a temperature, else by beam
/// search, of which greedy search is the beam of one. The best come first; of sentences that are drawn, the first
/// drawn. What is drawn depends on the seed and on the sentence alone. No sentence may be empty; `limits` are tokens,
/// End included. Penalties are of beams alone. The network must be in evaluation mode.
std::vector<BeamResult> search(const SearchNetworks& network, const std::vector<std::vector<std::int32_t>>& sentences,
                               const std::vector<std::int64_t>& limits, DecodingOptions options, bool wantTree = false,
                               const SearchDemands& demands = {});

} // namespace zhuyi
