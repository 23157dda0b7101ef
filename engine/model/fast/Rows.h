#pragma once

#include "engine/model/DropoutMask.h"
#include "engine/model/fast/View.h"

#include <vector>

namespace zhuyi::fast {

void copyRows(ConstView from, View into);
/// Row i of `into` is row places[i] of `from`.
void gatherRows(ConstView from, const std::vector<std::int64_t>& places, View into);
/// Row i of `from` goes to row places[i] of `into`.
void scatterRows(ConstView from, const std::vector<std::int64_t>& places, View into);
void addScatteredRows(ConstView from, const std::vector<std::int64_t>& places, View into);
/// `sum` (one row) = Σ rows
void sumRows(ConstView rows, View sum);
/// Drops units in place; row i of `units` is row places[i] of the padded batch.
void dropRows(const DropoutMask& mask, const std::vector<std::int64_t>& places, View units);

/// `units` times `factor`, in place.
void scaleRows(float factor, View units);

} // namespace zhuyi::fast
