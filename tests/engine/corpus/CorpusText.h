#pragma once

#include "engine/corpus/Corpus.h"

#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// A corpus of these pairs, Chinese first, as if read from a file.
inline Corpus makeCorpus(const std::vector<std::pair<std::string, std::string>>& pairs) {
    Corpus corpus;
    corpus.path = "corpus.txt";
    corpus.columns = 2;
    for (const auto& [chinese, english] : pairs) {
        const std::size_t offset = corpus.text.size();
        corpus.text += chinese + english;
        corpus.pairs.push_back({{offset, static_cast<std::uint32_t>(chinese.size())},
                                {offset + chinese.size(), static_cast<std::uint32_t>(english.size())},
                                ++corpus.lines});
    }
    return corpus;
}

/// Pairs that share no sentence.
inline std::vector<std::pair<std::string, std::string>> distinctPairs(int count) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < count; ++i)
        pairs.emplace_back("我们有" + std::to_string(i) + "个苹果。", "We have " + std::to_string(i) + " apples.");
    return pairs;
}

} // namespace zhuyi
