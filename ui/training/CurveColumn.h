#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhuyi {

/// The values of a curve, one after the other, and of each block where its least and greatest lie: what is seen of a
/// million values in a few hundred pixels is found without looking at each.
class CurveColumn {
  public:
    void append(float value);
    void truncate(std::size_t size);
    void clear() { truncate(0); }
    /// Leaves these places alone, given in ascending order.
    void keep(const std::vector<std::size_t>& indices);
    std::size_t size() const { return values_.size(); }
    float operator[](std::size_t index) const { return values_[index]; }

    /// Where in [first, last), which isn't empty, the least and the greatest number lie. Where there is no number, any
    /// place.
    std::pair<std::size_t, std::size_t> extremes(std::size_t first, std::size_t last) const;

  private:
    static constexpr std::size_t blockSize = 64;
    struct Block {
        std::uint8_t least, greatest; // counted from the block's begin
    };
    std::pair<std::size_t, std::size_t> scan(std::size_t first, std::size_t last) const;

    std::vector<float> values_;
    std::vector<Block> blocks_; // whole ones
};

} // namespace zhuyi
