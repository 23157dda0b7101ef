#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>

namespace zhuyi::fast {

/// Rows of floats in somebody else's memory, `stride` apart.
template <typename Float>
struct BasicView {
    Float* data = nullptr;
    std::int64_t rows = 0, columns = 0, stride = 0;

    BasicView() = default;
    BasicView(Float* data, std::int64_t rows, std::int64_t columns) : BasicView(data, rows, columns, columns) {}
    BasicView(Float* data, std::int64_t rows, std::int64_t columns, std::int64_t stride)
        : data(data), rows(rows), columns(columns), stride(stride) {}
    operator BasicView<const Float>() const { return {data, rows, columns, stride}; }

    Float* row(std::int64_t i) const { return data + i * stride; }
    BasicView rowsFrom(std::int64_t first, std::int64_t count) const { return {row(first), count, columns, stride}; }
    BasicView columnsFrom(std::int64_t first, std::int64_t count) const { return {data + first, rows, count, stride}; }
};
using View = BasicView<float>;
using ConstView = BasicView<const float>;

/// Memory for one matrix of a step. It grows and never shrinks, so that in the steady state nothing is allocated.
class Buffer {
  public:
    /// Room for so many rows and columns, whatever it holds.
    View take(std::int64_t rows, std::int64_t columns);
    /// The same, filled with zeros.
    View zeros(std::int64_t rows, std::int64_t columns);

  private:
    struct Free {
        void operator()(float* memory) const { std::free(memory); }
    };
    std::unique_ptr<float, Free> memory_;
    std::int64_t size_ = 0;
};

} // namespace zhuyi::fast
