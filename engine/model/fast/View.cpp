#include "engine/model/fast/View.h"

#include <algorithm>
#include <new>

namespace zhuyi::fast {

View Buffer::take(std::int64_t rows, std::int64_t columns) {
    constexpr std::int64_t line = 16; // floats in a cache line
    const auto needed = (rows * columns + line - 1) / line * line;
    if (needed > size_) {
        const auto size = std::max(needed, size_ + size_ / 2 / line * line);
        memory_.reset(); // so that old and new never stand side by side
        size_ = 0;
        memory_.reset(static_cast<float*>(std::aligned_alloc(64, static_cast<std::size_t>(size) * sizeof(float))));
        if (!memory_)
            throw std::bad_alloc();
        size_ = size;
    }
    return {memory_.get(), rows, columns};
}

View Buffer::zeros(std::int64_t rows, std::int64_t columns) {
    const auto view = take(rows, columns);
    std::fill_n(view.data, rows * columns, 0.0F);
    return view;
}

} // namespace zhuyi::fast
