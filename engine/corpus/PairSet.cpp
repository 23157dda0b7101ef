#include "engine/corpus/PairSet.h"

#include <functional>
#include <string_view>

namespace zhuyi {

std::size_t PairSet::find(std::uint32_t pair) const {
    const std::string_view chinese = corpus_.chinese(pair);
    const std::string_view english = corpus_.english(pair);
    const std::hash<std::string_view> hash;
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (hash(chinese) * 31 + hash(english)) & mask;
    while (slots_[slot] != 0 &&
           (corpus_.chinese(slots_[slot] - 1) != chinese || corpus_.english(slots_[slot] - 1) != english))
        slot = (slot + 1) & mask;
    return slot;
}

bool PairSet::insert(std::uint32_t pair) {
    if (2 * (count_ + 1) > slots_.size())
        grow();
    const std::size_t slot = find(pair);
    if (slots_[slot] != 0)
        return false;
    slots_[slot] = pair + 1;
    ++count_;
    return true;
}

void PairSet::grow() {
    std::vector<std::uint32_t> old(slots_.size() * 2);
    old.swap(slots_);
    for (const std::uint32_t slot : old)
        if (slot != 0)
            slots_[find(slot - 1)] = slot;
}

} // namespace zhuyi
