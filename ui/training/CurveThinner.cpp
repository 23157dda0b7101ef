#include "ui/training/CurveThinner.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

std::vector<std::size_t> thinnedIndices(const std::vector<double>& steps, const std::array<CurveColumn, 4>& columns,
                                        std::size_t end, double width) {
    std::vector<std::size_t> indices;
    for (std::size_t begin = 0; begin < end;) {
        const double border = (std::floor((steps[begin] - 1) / width) + 1) * width; // the bucket's last step
        const auto next = std::upper_bound(steps.begin() + static_cast<std::ptrdiff_t>(begin),
                                           steps.begin() + static_cast<std::ptrdiff_t>(end), border);
        const auto bucketEnd = static_cast<std::size_t>(next - steps.begin());
        const std::size_t first = indices.size();
        if (bucketEnd - begin <= 2 * columns.size() + 1) {
            for (std::size_t i = begin; i < bucketEnd; ++i)
                indices.push_back(i);
        } else {
            for (const CurveColumn& column : columns) {
                const auto [least, greatest] = column.extremes(begin, bucketEnd);
                indices.push_back(least);
                indices.push_back(greatest);
            }
            indices.push_back(bucketEnd - 1);
            const auto from = indices.begin() + static_cast<std::ptrdiff_t>(first);
            std::sort(from, indices.end());
            indices.erase(std::unique(from, indices.end()), indices.end());
        }
        begin = bucketEnd;
    }
    return indices;
}

} // namespace zhuyi
