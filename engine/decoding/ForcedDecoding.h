#pragma once

#include "engine/decoding/Hypothesis.h"
#include "engine/decoding/SearchDemands.h"
#include "engine/model/Seq2Seq.h"

namespace zhuyi {

/// The attention and the probabilities with which the network writes the given target (without End, which is added),
/// and of each row the most probable `alternatives`. The network must be in evaluation mode.
Hypothesis forcedDecoding(Seq2Seq& network, const std::vector<std::int32_t>& source,
                          const std::vector<std::int32_t>& target, std::int64_t alternatives = 0,
                          const GivenRows& attention = {});

} // namespace zhuyi
