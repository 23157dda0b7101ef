#include "app/WordDifference.h"

#include "engine/session/CommonSubsequence.h"

#include <algorithm>
#include <cctype>

namespace zhuyi {

namespace {

bool isPunctuation(char c) {
    return std::string(".,?!;:\"()").find(c) != std::string::npos;
}

/// Cut at white space and around punctuation.
std::vector<WordDifference::Word> split(const std::string& sentence) {
    std::vector<WordDifference::Word> words;
    bool begins = true, spaced = true;
    for (const char c : sentence) {
        if (c == ' ' || c == '\t') {
            begins = spaced = true;
            continue;
        }
        const bool mark = isPunctuation(c);
        if (begins || mark) {
            words.push_back({std::string(1, c), !words.empty() && (mark || !spaced)});
        } else {
            words.back().text += c;
        }
        begins = mark;
        spaced = false;
    }
    return words;
}

std::string folded(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    return word;
}

} // namespace

WordDifference::WordDifference(const std::string& expected, const std::string& given)
    : expected_(split(expected)), given_(split(given)) {
    const auto same = [&](std::size_t i, std::size_t j) { return folded(expected_[i].text) == folded(given_[j].text); };
    for (const auto& [i, j] : commonSubsequence(expected_.size(), given_.size(), same))
        expected_[i].shared = given_[j].shared = true;
}

bool WordDifference::none() const {
    const auto shared = [](const Word& word) { return word.shared || isPunctuation(word.text.front()); };
    return std::all_of(expected_.begin(), expected_.end(), shared) && std::all_of(given_.begin(), given_.end(), shared);
}

} // namespace zhuyi
