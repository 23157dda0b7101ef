#pragma once

#include "engine/session/DecodingOptions.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Gives −∞ to what a search may not take: Pad and Begin, Unknown where `options` block it. `scores` B×V.
void blockSpecials(const torch::Tensor& scores, const DecodingOptions& options);

/// The tokens that would end a second copy of a sequence of `length` tokens behind `tokens` (Paulus et al. 2018, "A Deep
/// Reinforced Model for Abstractive Summarization", block trigrams so).
std::vector<std::int32_t> repeatsAfter(const std::vector<std::int32_t>& tokens, std::int64_t length);

} // namespace zhuyi
