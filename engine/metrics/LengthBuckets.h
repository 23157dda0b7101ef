#pragma once

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Sentences of like lengths, counted together.
struct LengthBucket {
    std::int64_t shortest = 0, longest = 0; // tokens, both included
    std::vector<std::uint32_t> sentences;   // places in the list given
};

/// Buckets of five lengths (1–5, 6–10, …), from short to long. Neighbours are merged until each holds enough sentences
/// for a score to mean something; where there are too few for that at all, one bucket holds them. An empty sentence
/// counts with the shortest.
std::vector<LengthBucket> lengthBuckets(const std::vector<std::int64_t>& lengths);

} // namespace zhuyi
