#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhuyi {

/// Word `source` of one side and word `target` of the other (0-based) translate each other.
struct AlignmentLink {
    std::uint16_t source = 0;
    std::uint16_t target = 0;
    bool sure = true; // else only possible (Och & Ney 2003)
};

inline bool operator==(const AlignmentLink& a, const AlignmentLink& b) {
    return a.source == b.source && a.target == b.target && a.sure == b.sure;
}

/// The links of many pairs, one after another. A pair without links is one whose alignment is not known.
struct Alignments {
    std::vector<AlignmentLink> links;
    std::vector<std::uint64_t> offsets{0}; // one more than there are pairs

    std::size_t size() const { return offsets.size() - 1; }
    bool empty() const { return size() == 0; }
    const AlignmentLink* begin(std::size_t pair) const { return links.data() + offsets[pair]; }
    const AlignmentLink* end(std::size_t pair) const { return links.data() + offsets[pair + 1]; }
    void append(const std::vector<AlignmentLink>& pair) {
        links.insert(links.end(), pair.begin(), pair.end());
        offsets.push_back(links.size());
    }
};

} // namespace zhuyi
