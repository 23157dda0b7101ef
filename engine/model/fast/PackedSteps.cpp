#include "engine/model/fast/PackedSteps.h"

#include <algorithm>
#include <numeric>

namespace zhuyi::fast {

void PackedSteps::assign(const std::vector<std::int64_t>& lengths) {
    const auto lengthOf = [&](std::int64_t sentence) { return lengths[static_cast<std::size_t>(sentence)]; };
    order_.resize(lengths.size());
    std::iota(order_.begin(), order_.end(), 0);
    std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return lengthOf(a) > lengthOf(b); });
    lengths_.clear();
    for (const auto sentence : order_)
        lengths_.push_back(lengthOf(sentence));
    offsets_.assign(1, 0);
    auto active = sentences();
    const auto steps = lengths_.empty() ? 0 : lengths_.front();
    for (std::int64_t step = 0; step < steps; ++step) {
        while (length(active - 1) <= step)
            --active;
        offsets_.push_back(offsets_.back() + active);
    }
}

} // namespace zhuyi::fast
