#include "engine/text/Likeness.h"

#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

namespace zhuyi {

char32_t likeness(char32_t c) {
    if (c < 0x80)
        return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    switch (c) {
    case U'。':
    case U'…':
        return U'.';
    case U'、':
        return U',';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'″':
        return U'"';
    case U'‘':
    case U'’':
    case U'‛':
    case U'′':
    case U'´':
        return U'\'';
    case U'‐':
    case U'‑':
    case U'–':
    case U'−':
        return U'-';
    default:
        break;
    }
    if (c >= U'！' && c <= U'～')
        return likeness(c - 0xFEE0);
    return c < 0x2E80 ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))) : c;
}

std::uint64_t likenessHash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    char32_t previous = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = likeness(nextCodePoint(text, i));
        if (c == U' ' || c == U'▁' || (c == U'.' && previous == U'.'))
            continue;
        previous = c;
        hash = (hash ^ c) * 0x100000001B3u;
    }
    return hash;
}

} // namespace zhuyi
