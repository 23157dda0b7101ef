#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// What Python's str.split() takes for white space.
bool isPythonSpace(char32_t c);

/// Tokenisation "13a" of mteval and sacrebleu, for text in a language that writes spaces.
std::vector<std::string> bleuTokens13a(std::string_view sentence);

/// Tokenisation "zh" of sacrebleu: each Chinese character a token, the rest as in "13a".
std::vector<std::string> bleuTokensZh(std::string_view sentence);

} // namespace zhuyi
