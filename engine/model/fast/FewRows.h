#pragma once

#include "engine/model/fast/View.h"

namespace zhuyi::fast {

/// Up to so many rows are multiplied faster by a weight as it lies than by a BLAS that rearranges it first.
constexpr std::int64_t FewRows = 8;

/// out = x Wᵀ for few rows: `x` R×I, `weight` O×I. Reads the weight once, which is what such a product takes its time
/// for. `add` keeps what `out` holds and adds to it.
void multiplyFewRows(ConstView x, ConstView weight, View out, bool add);

} // namespace zhuyi::fast
