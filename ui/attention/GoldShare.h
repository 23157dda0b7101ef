#pragma once

#include "engine/session/AttentionMap.h"

#include <optional>

namespace zhuyi {

/// How much of the attention lies on the true alignment: the weights on gold cells, summed over a row, and averaged over
/// the target tokens that have gold cells. 0–1; nothing where no gold is known.
std::optional<double> goldShare(const AttentionMap& map);

/// The gold cell at this place, or nullptr.
const GoldCell* goldAt(const AttentionMap& map, int row, int column);

} // namespace zhuyi
