#pragma once

#include "engine/corpus/Alignment.h"
#include "engine/session/CorpusSummary.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// Sentence pairs as read: normalised, none empty, no pair twice. All text lies in one string, so that a million pairs
/// fit in memory.
struct Corpus {
    struct Span {
        std::uint64_t offset = 0;
        std::uint32_t length = 0;
    };
    struct Pair {
        Span chinese;
        Span english;
        std::int64_t line = 0; // 1-based
    };

    std::string path; // empty for the built-in corpus
    std::string text;
    std::vector<Pair> pairs;
    /// The true alignments where they are known, one entry a pair (or none at all): `source` counts the words of the
    /// Chinese side, `target` those of the English one, a word being what white space separates in the text here.
    Alignments alignments;
    std::size_t testPairs = 0; // how many of the last ones are held out as test part (the built-in corpus alone)
    int columns = 0;
    int chineseColumn = 0; // 0-based
    int englishColumn = 1;
    std::int64_t lines = 0;
    std::map<DropReason, std::int64_t> dropped;
    std::map<DropReason, std::int64_t> firstDroppedLine;

    std::string_view chinese(std::size_t pair) const { return view(pairs[pair].chinese); }
    std::string_view english(std::size_t pair) const { return view(pairs[pair].english); }

  private:
    std::string_view view(Span span) const { return std::string_view(text).substr(span.offset, span.length); }
};

} // namespace zhuyi
