#include "engine/text/Normalise.h"

#include "engine/text/Utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace zhuyi {

namespace {

enum class Kind { Plain, Space, Ignored, Composing };

/// Plain characters are their own NFC, whatever stands beside them.
Kind kindOf(char32_t c) {
    if ((c > 0x20 && c < 0x7F) || (c >= 0xA1 && c < 0x300 && c != 0xAD) || (c >= 0x4E00 && c <= 0x9FFF) ||
        (c >= 0xFF01 && c <= 0xFFEE) || (c >= 0x3001 && c <= 0x3029) || (c >= 0x2010 && c <= 0x2027))
        return Kind::Plain;
    if (u_isUWhiteSpace(static_cast<UChar32>(c)))
        return Kind::Space;
    if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0)
        return Kind::Ignored;
    return Kind::Composing;
}

std::string composed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        return text;
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    normaliser->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                              status);
    return U_FAILURE(status) ? text : result;
}

} // namespace

std::string normalise(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool space = false;
    bool composing = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i);
        const Kind kind = kindOf(c);
        if (kind == Kind::Ignored)
            continue;
        if (kind == Kind::Space) {
            space = true;
            continue;
        }
        if (space && !result.empty())
            result += ' ';
        space = false;
        composing = composing || kind == Kind::Composing;
        appendCodePoint(result, c);
    }
    return composing ? composed(result) : result;
}

std::size_t findInvalidUtf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint64_t word = 0;
        if (text.size() - i >= sizeof word) {
            std::memcpy(&word, text.data() + i, sizeof word);
            if ((word & 0x8080808080808080u) == 0) {
                i += sizeof word;
                continue;
            }
        }
        const std::size_t start = i;
        // A replacement character that stands in the text has three bytes of its own.
        if (nextCodePoint(text, i) == 0xFFFD && text.substr(start, 3) != "\xEF\xBF\xBD")
            return start;
    }
    return std::string_view::npos;
}

double hanShare(std::string_view text) {
    std::int64_t letters = 0;
    std::int64_t han = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i);
        if (c >= 0x4E00 && c <= 0x9FFF) {
            ++letters;
            ++han;
        } else if (c < 0x80 ? ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') : u_isalpha(static_cast<UChar32>(c)) != 0) {
            ++letters;
            UErrorCode status = U_ZERO_ERROR;
            han += c > 0x2E80 && uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
        }
    }
    return letters == 0 ? 0.0 : static_cast<double>(han) / static_cast<double>(letters);
}

} // namespace zhuyi
