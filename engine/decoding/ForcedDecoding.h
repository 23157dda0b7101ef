#pragma once

#include "engine/decoding/GreedySearch.h"

namespace zhuyi {

/// The attention and the probabilities with which the network writes the given target (without End, which is added).
/// The network must be in evaluation mode.
Hypothesis forcedDecoding(Seq2Seq& network, const std::vector<std::int32_t>& source,
                          const std::vector<std::int32_t>& target);

} // namespace zhuyi
