#pragma once

#include "ui/training/CurveColumn.h"

#include <array>
#include <cstddef>
#include <vector>

namespace zhuyi {

/// Which of the first `end` points of several curves to keep, as ascending indices, so that a picture of them looks as
/// before: in each bucket of `width` steps the least and the greatest value of each curve and the last point. `steps`
/// are those of the points, ascending.
std::vector<std::size_t> thinnedIndices(const std::vector<double>& steps, const std::array<CurveColumn, 4>& columns,
                                        std::size_t end, double width);

} // namespace zhuyi
