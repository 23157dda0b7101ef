#pragma once

#include "engine/decoding/SearchDemands.h"
#include "engine/session/Command.h"

#include <cstddef>
#include <vector>

namespace zhuyi {

/// The rows that people gave, scaled to sum to 1, for a sentence of `sourceTokens`; of two for one row the last counts.
/// Throws Failure (GivenAttentionUnusable).
GivenRows givenRows(const std::vector<GivenAttention>& given, std::size_t sourceTokens);

} // namespace zhuyi
