#pragma once

#include "engine/model/Seq2Seq.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

// How much each source token moved the log probability of each token of a given target (End included where it is
// there), in nats; row-major, target × source. The network must be in evaluation mode; nothing of it is changed,
// gradients included.

/// log p(y_t | y_<t, x) − log p(y_t | y_<t, x without x_s): what is missed where a source token is left out (Li et al.
/// 2016, "Understanding Neural Networks through Representation Erasure"). Of a source of one token, Unknown is left.
std::vector<float> leaveOut(Seq2Seq& network, const std::vector<std::int32_t>& source,
                            const std::vector<std::int32_t>& target);

/// e_s · ∂ log p(y_t | y_<t, x) / ∂ e_s, e_s being the embedding of source token s: what the log probability would
/// lose, to first order, were it 0 (Denil et al. 2014, "Extraction of Salient Sentences from Labelled Documents").
std::vector<float> gradientTimesInput(Seq2Seq& network, const std::vector<std::int32_t>& source,
                                      const std::vector<std::int32_t>& target);

} // namespace zhuyi
