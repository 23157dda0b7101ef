#pragma once

#include <string>
#include <string_view>

namespace zhuyi {

/// The code point at `position`, which moves past it; U+FFFD where the bytes are no UTF-8.
char32_t nextCodePoint(std::string_view text, std::size_t& position);

void appendCodePoint(std::string& text, char32_t c);

std::u32string codePoints(std::string_view text);

} // namespace zhuyi
