#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace zhuyi {

/// The places (i, j) of a longest common subsequence of two sequences of `rows` and `columns` elements, from the first
/// on; `same(i, j)` tells whether element i of the one equals element j of the other. Takes rows × columns of time and
/// memory.
template <class Same>
std::vector<std::pair<std::size_t, std::size_t>> commonSubsequence(std::size_t rows, std::size_t columns,
                                                                   const Same& same) {
    const std::size_t width = columns + 1;
    std::vector<int> longest((rows + 1) * width, 0); // of what remains from (i, j) on
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            longest[i * width + j] = same(i, j) ? longest[(i + 1) * width + j + 1] + 1
                                                : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j))
            places.emplace_back(i++, j++);
        else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
            ++i;
        else
            ++j;
    }
    return places;
}

} // namespace zhuyi
