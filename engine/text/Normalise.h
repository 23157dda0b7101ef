#pragma once

#include <string>
#include <string_view>

namespace zhuyi {

/// NFC, white space of any kind as one space, none at the ends, control and zero-width characters removed. Invalid
/// UTF-8 becomes U+FFFD. What a tokenizer is given, in training and in translating alike.
std::string normalise(std::string_view text);

/// Position of the first invalid UTF-8 byte, or npos.
std::size_t findInvalidUtf8(std::string_view text);

/// Share of Chinese characters (script Han) among the letters of the text, 0–1; 0 for a text without letters.
double hanShare(std::string_view text);

} // namespace zhuyi
