#pragma once

#include "engine/corpus/Alignment.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhuyi {

/// One side's token ids, sentences one after another, without begin and end.
struct EncodedSide {
    std::vector<std::int32_t> ids;
    std::vector<std::uint64_t> offsets{0}; // one more than there are sentences

    std::size_t size() const { return offsets.size() - 1; }
    const std::int32_t* begin(std::size_t i) const { return ids.data() + offsets[i]; }
    std::int32_t length(std::size_t i) const { return static_cast<std::int32_t>(offsets[i + 1] - offsets[i]); }
    void append(const std::vector<std::int32_t>& sentence) {
        ids.insert(ids.end(), sentence.begin(), sentence.end());
        offsets.push_back(ids.size());
    }
};

/// Sentence pairs as token ids.
struct EncodedPairs {
    EncodedSide source;
    EncodedSide target;
    std::vector<std::int64_t> lines; // 1-based, in the file

    /// True alignments, where the corpus has them (else all three are empty): links between the words of source and
    /// target, and the word that each token belongs to, beside EncodedSide::ids.
    Alignments gold;
    std::vector<std::uint16_t> sourceWords;
    std::vector<std::uint16_t> targetWords;

    std::size_t size() const { return source.size(); }
};

} // namespace zhuyi
