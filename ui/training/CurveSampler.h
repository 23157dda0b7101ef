#pragma once

#include "ui/training/CurveColumn.h"

#include <cstddef>
#include <vector>

namespace zhuyi {

/// Which values of a curve to draw, as indices in ascending order, so that it looks as if all were drawn: all where
/// there are few, else in each pixel's width the least and the greatest, and one beyond each side. `edges` are the
/// places of the pixels' borders, ascending; `places` those of the values.
std::vector<std::size_t> sampledIndices(const std::vector<double>& places, const CurveColumn& values,
                                        const std::vector<double>& edges);

} // namespace zhuyi
