#include "ui/training/CurveSampler.h"

#include <algorithm>

namespace zhuyi {

std::vector<std::size_t> sampledIndices(const std::vector<double>& places, const CurveColumn& values,
                                        const std::vector<double>& edges) {
    std::vector<std::size_t> indices;
    const std::size_t count = std::min(places.size(), values.size());
    if (count == 0 || edges.size() < 2)
        return indices;
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(count);
    const auto indexOf = [&](double place) {
        return static_cast<std::size_t>(std::lower_bound(places.begin(), end, place) - places.begin());
    };
    const std::size_t first = indexOf(edges.front());
    const auto last = static_cast<std::size_t>(std::upper_bound(places.begin(), end, edges.back()) - places.begin());
    if (first > 0)
        indices.push_back(first - 1);
    if (last - first <= 4 * edges.size()) {
        for (std::size_t i = first; i < last; ++i)
            indices.push_back(i);
    } else {
        std::size_t begin = first;
        for (std::size_t edge = 1; edge < edges.size() && begin < last; ++edge) {
            const std::size_t next = edge + 1 == edges.size() ? last : std::max(begin, indexOf(edges[edge]));
            if (next == begin)
                continue;
            const auto [least, greatest] = values.extremes(begin, next);
            indices.push_back(std::min(least, greatest));
            if (least != greatest)
                indices.push_back(std::max(least, greatest));
            begin = next;
        }
    }
    if (last < count)
        indices.push_back(last);
    return indices;
}

} // namespace zhuyi
