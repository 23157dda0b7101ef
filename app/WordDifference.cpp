#include "app/WordDifference.h"

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
            words.push_back({std::string(1, c), !words.empty() && (mark || !spaced), true});
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
    const std::size_t rows = expected_.size(), columns = given_.size();
    // longest[i][j]: of what follows from word i and word j on.
    std::vector<std::vector<int>> longest(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            longest[i][j] = same(i, j) ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && same(i, j)) {
            ++i;
            ++j;
        } else if (j == columns || (i < rows && longest[i + 1][j] >= longest[i][j + 1])) {
            expected_[i++].shared = false;
        } else {
            given_[j++].shared = false;
        }
    }
}

bool WordDifference::none() const {
    const auto shared = [](const Word& word) { return word.shared || isPunctuation(word.text.front()); };
    return std::all_of(expected_.begin(), expected_.end(), shared) && std::all_of(given_.begin(), given_.end(), shared);
}

} // namespace zhuyi
