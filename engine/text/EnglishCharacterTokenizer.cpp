#include "engine/text/EnglishCharacterTokenizer.h"

#include "engine/text/EnglishText.h"
#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

namespace zhuyi {

namespace {

constexpr std::string_view space = "▁";

/// A mark, a modifier of an emoji, or a variation selector: part of the character before it.
bool continues(char32_t c) {
    return c >= 0x300 && ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0 ||
                          u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_MODIFIER));
}

} // namespace

std::vector<std::string> EnglishCharacterTokenizer::tokenize(std::string_view text) const {
    const std::string folded = foldEnglish(text);
    std::vector<std::string> tokens;
    tokens.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t c = nextCodePoint(folded, i);
        if (c == U' ')
            tokens.emplace_back(space);
        else if (continues(c) && !tokens.empty() && tokens.back() != space)
            appendCodePoint(tokens.back(), c);
        else if (c == U'▁')
            tokens.emplace_back("_");
        else
            appendCodePoint(tokens.emplace_back(), c);
    }
    return tokens;
}

std::string EnglishCharacterTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    std::string result;
    for (const std::string& token : tokens)
        result += token == space ? std::string_view(" ") : std::string_view(token);
    return result;
}

std::unique_ptr<Tokenizer> EnglishCharacterTokenizer::clone() const {
    return std::make_unique<EnglishCharacterTokenizer>();
}

} // namespace zhuyi
