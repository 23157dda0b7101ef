#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// Chinese text as it is printed: full-width punctuation, half-width letters and digits, quotation marks in pairs.
std::string foldChinese(std::string_view text);

/// A piece of text of one kind.
struct ChineseRun {
    enum class Kind { Han, Word, Sign };
    Kind kind;
    std::string_view text;
};

/// Cuts folded text into characters that run on, words of other scripts and numbers, and signs.
std::vector<ChineseRun> chineseRuns(std::string_view text);

/// Tokens as a Chinese sentence: a space only between words of other scripts.
std::string joinChinese(const std::vector<std::string>& tokens);

} // namespace zhuyi
