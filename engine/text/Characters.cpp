#include "engine/text/Characters.h"

#include "engine/text/Utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace zhuyi {

bool isHan(char32_t c) {
    if (c < 0x2E80)
        return false;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return true;
    if (!u_isalnum(static_cast<UChar32>(c)) && c != U'々' && c != U'〇')
        return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == U'ー';
}

bool isWordCharacter(char32_t c) {
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    if (isHan(c))
        return false;
    return u_isalnum(static_cast<UChar32>(c)) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool isDigit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0x80 && u_isdigit(static_cast<UChar32>(c)));
}

std::size_t wordEnd(std::string_view text, std::size_t position) {
    std::size_t end = position;
    char32_t previous = 0;
    int partLength = 0;   // characters since the last joining sign
    bool initials = true; // nothing but single letters and points so far
    int points = 0;
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t c = nextCodePoint(text, next);
        if (isWordCharacter(c)) {
            initials = initials && ++partLength == 1 && !isDigit(c);
            previous = c;
            end = next;
            continue;
        }
        const bool joins = c == U'\'' || c == U'’' || c == U'-' || c == U'.' || c == U'_' || c == U'@';
        const bool joinsDigits = c == U',' || c == U':' || c == U'/';
        if (next >= text.size() || !(joins || joinsDigits) || previous == 0)
            break;
        std::size_t after = next;
        const char32_t following = nextCodePoint(text, after);
        if (!isWordCharacter(following) || (joinsDigits && !(isDigit(previous) && isDigit(following))))
            break;
        initials = initials && c == U'.';
        points += c == U'.';
        partLength = 0;
        end = next;
    }
    if (initials && points > 0 && end < text.size() && text[end] == '.')
        ++end;
    return end;
}

std::size_t signEnd(std::string_view text, std::size_t position) {
    std::size_t end = position;
    const char32_t sign = nextCodePoint(text, end);
    if (sign == U'.' || sign == U'…' || sign == U'-' || sign == U'—' || sign == U'~' || sign == U'～') {
        for (std::size_t next = end; next < text.size() && nextCodePoint(text, next) == sign;)
            end = next;
    }
    return end;
}

} // namespace zhuyi
