#include "engine/text/Utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace zhuyi {

char32_t nextCodePoint(std::string_view text, std::size_t& position) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + position;
    if (*bytes < 0x80) {
        ++position;
        return *bytes;
    }
    // ICU counts in 32 bits; a code point has four bytes at most.
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - position, 4));
    std::int32_t i = 0;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    position += static_cast<std::size_t>(i);
    return static_cast<char32_t>(c);
}

void appendCodePoint(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    char bytes[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    text.append(bytes, static_cast<std::size_t>(length));
}

std::u32string codePoints(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();)
        result += nextCodePoint(text, i);
    return result;
}

} // namespace zhuyi
