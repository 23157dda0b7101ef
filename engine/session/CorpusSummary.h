#pragma once

#include "engine/session/Settings.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zhuyi {

/// Why a line of a corpus is not used.
enum class DropReason { Malformed, InvalidUtf8, EmptySide, Duplicate, TooLong };

struct SentencePair {
    std::string chinese;
    std::string english;
    std::int64_t line = 0; // 1-based, in the file
    int crossings = 0;     // how many two of its true links cross; 0 where they are not known
};

/// What a person is told of a corpus once it is ready to train on.
struct CorpusSummary {
    std::string path;     // empty for the built-in corpus
    bool builtIn = false;
    std::int64_t alignedPairs = 0; // whose true alignment is known
    int columns = 0;
    int chineseColumn = 0; // 0-based
    int englishColumn = 1;
    std::int64_t lines = 0;
    std::int64_t pairs = 0; // that can be used
    std::map<DropReason, std::int64_t> dropped;
    std::map<DropReason, std::int64_t> firstDroppedLine; // 1-based
    std::int64_t trainPairs = 0;
    std::int64_t devPairs = 0;
    std::int64_t testPairs = 0;
    std::int64_t chineseVocabulary = 0; // with the four special tokens
    std::int64_t englishVocabulary = 0;
    std::vector<std::int64_t> chineseLengths; // [n]: sentences of n tokens, n ≤ max_length
    std::vector<std::int64_t> englishLengths;
    double chineseUnknown = 0; // share of tokens outside the vocabulary, 0–1
    double englishUnknown = 0;
    std::vector<SentencePair> examples;   // a few, spread over the file
    std::vector<SentencePair> devPairsShown; // up to 200 of the dev part, to choose probe sentences from
    Settings settings;                    // with which it was tokenised
    double seconds = 0;                   // from choosing to ready
};

} // namespace zhuyi
