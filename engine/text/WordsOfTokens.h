#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// The word (0-based) that each token of a sentence belongs to, a word being what spaces separate in `text`
/// (normalised) and `tokens` what a tokenizer made of it. Found by walking along the characters of both, so that words
/// may be cut into tokens, and letters and signs written otherwise there. A token of several words counts to the first
/// of them.
std::vector<std::uint16_t> wordsOfTokens(std::string_view text, const std::vector<std::string>& tokens);

/// Where each word of `text` stands after normalise(): a word is what white space separates, and one of invisible
/// characters alone is left out there (−1).
std::vector<std::int32_t> wordsAfterNormalising(std::string_view text);

} // namespace zhuyi
