#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhuyi {

/// Finds things that lie in a list elsewhere by their hash: some 40 bytes each, however large they are, and growing
/// never looks at them.
class HashIndex {
  public:
    /// The index of the thing with this hash that `isEqual(index)` recognises; else `index` itself, which is put in.
    template <typename IsEqual>
    std::uint32_t findOrInsert(std::size_t hash, std::uint32_t index, IsEqual isEqual) {
        if (2 * (count_ + 1) > slots_.size())
            grow();
        const auto tag = static_cast<std::uint32_t>(hash ^ (hash >> 32));
        std::size_t slot = tag & (slots_.size() - 1);
        for (; slots_[slot].used; slot = (slot + 1) & (slots_.size() - 1))
            if (slots_[slot].tag == tag && isEqual(slots_[slot].index))
                return slots_[slot].index;
        slots_[slot] = {tag, index, true};
        ++count_;
        return index;
    }

  private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t index = 0;
        bool used = false;
    };

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& entry : old) {
            if (!entry.used)
                continue;
            std::size_t slot = entry.tag & (slots_.size() - 1);
            while (slots_[slot].used)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = entry;
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1024); // a power of two, at most half of them used
    std::size_t count_ = 0;
};

} // namespace zhuyi
