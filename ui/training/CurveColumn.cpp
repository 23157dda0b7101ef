#include "ui/training/CurveColumn.h"

#include <cmath>
#include <utility>

namespace zhuyi {

void CurveColumn::append(float value) {
    values_.push_back(value);
    if (values_.size() % blockSize != 0)
        return;
    const std::size_t begin = values_.size() - blockSize;
    const auto [least, greatest] = scan(begin, values_.size());
    blocks_.push_back({static_cast<std::uint8_t>(least - begin), static_cast<std::uint8_t>(greatest - begin)});
}

void CurveColumn::truncate(std::size_t size) {
    if (size >= values_.size())
        return;
    values_.resize(size);
    blocks_.resize(size / blockSize);
}

void CurveColumn::keep(const std::vector<std::size_t>& indices) {
    const std::vector<float> before = std::exchange(values_, {});
    values_.reserve(before.capacity());
    blocks_.clear();
    for (const std::size_t index : indices)
        append(before[index]);
}

std::pair<std::size_t, std::size_t> CurveColumn::scan(std::size_t first, std::size_t last) const {
    std::size_t least = first, greatest = first;
    for (std::size_t i = first; i < last; ++i) {
        // The first may be no number, with which no comparison holds.
        if (values_[i] < values_[least] || std::isnan(values_[least]))
            least = i;
        if (values_[i] > values_[greatest] || std::isnan(values_[greatest]))
            greatest = i;
    }
    return {least, greatest};
}

std::pair<std::size_t, std::size_t> CurveColumn::extremes(std::size_t first, std::size_t last) const {
    const std::size_t firstBlock = (first + blockSize - 1) / blockSize, lastBlock = last / blockSize;
    if (firstBlock >= lastBlock)
        return scan(first, last);
    std::size_t least = first, greatest = first;
    const auto take = [&](std::size_t low, std::size_t high) {
        if (values_[low] < values_[least] || std::isnan(values_[least]))
            least = low;
        if (values_[high] > values_[greatest] || std::isnan(values_[greatest]))
            greatest = high;
    };
    const auto takeScan = [&](std::size_t begin, std::size_t end) {
        if (begin < end) {
            const auto [low, high] = scan(begin, end);
            take(low, high);
        }
    };
    takeScan(first, firstBlock * blockSize);
    for (std::size_t block = firstBlock; block < lastBlock; ++block)
        take(block * blockSize + blocks_[block].least, block * blockSize + blocks_[block].greatest);
    takeScan(lastBlock * blockSize, last);
    return {least, greatest};
}

} // namespace zhuyi
