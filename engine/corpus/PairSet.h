#pragma once

#include "engine/corpus/Corpus.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// The pairs of a corpus by their text: four to eight bytes a pair, where a set of strings would take a hundred.
class PairSet {
  public:
    explicit PairSet(const Corpus& corpus) : corpus_(corpus), slots_(1024) {}

    /// Puts in the pair with this index; false where one with its text is in already.
    bool insert(std::uint32_t pair);

  private:
    /// The slot of the pair with that text, or the free one where it belongs.
    std::size_t find(std::uint32_t pair) const;
    void grow();

    const Corpus& corpus_;
    std::vector<std::uint32_t> slots_; // index + 1; 0: free. A power of two, at most half of them taken
    std::size_t count_ = 0;
};

} // namespace zhuyi
