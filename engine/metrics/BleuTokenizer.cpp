#include "engine/metrics/BleuTokenizer.h"

#include "engine/text/Utf8.h"

#include <algorithm>
#include <iterator>

namespace zhuyi {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// ASCII signs that always stand alone: all but the apostrophe, comma, hyphen and point.
bool standsAlone(char c) {
    return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') || (c >= ' ' && c <= '&') || (c >= '(' && c <= '+') ||
           (c >= ':' && c <= '@') || c == '/';
}

bool isPointOrComma(char c) {
    return c == '.' || c == ',';
}

/// Rewrites each pair of neighbouring characters that `matches`, left to right and without overlap.
template <typename Matches, typename Write>
std::string rewritePairs(const std::string& text, Matches matches, Write write) {
    std::string result;
    result.reserve(text.size() * 2);
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 1 < text.size() && matches(text[i], text[i + 1])) {
            write(result, text[i], text[i + 1]);
            i += 2;
        } else {
            result += text[i++];
        }
    }
    return result;
}

std::vector<std::string> splitAtSpaces(std::string_view text) {
    std::vector<std::string> tokens;
    bool inToken = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        if (isPythonSpace(nextCodePoint(text, i))) {
            inToken = false;
            continue;
        }
        if (!inToken)
            tokens.emplace_back();
        inToken = true;
        tokens.back().append(text.substr(start, i - start));
    }
    return tokens;
}

/// The rules for Western languages, in mteval's order. Bytes do for them: a character beyond ASCII is one that is
/// no digit.
std::vector<std::string> westernTokens(const std::string& text) {
    std::string spaced;
    spaced.reserve(text.size() * 2);
    for (const char c : text) {
        if (standsAlone(c))
            spaced.append({' ', c, ' '});
        else
            spaced += c;
    }
    spaced = rewritePairs(
        spaced, [](char a, char b) { return !isDigit(a) && isPointOrComma(b); },
        [](std::string& out, char a, char b) {
            out.append({a, ' ', b, ' '});
        });
    spaced = rewritePairs(
        spaced, [](char a, char b) { return isPointOrComma(a) && !isDigit(b); },
        [](std::string& out, char a, char b) {
            out.append({' ', a, ' ', b});
        });
    spaced = rewritePairs(
        spaced, [](char a, char b) { return isDigit(a) && b == '-'; },
        [](std::string& out, char a, char b) {
            out.append({a, ' ', b, ' '});
        });
    return splitAtSpaces(spaced);
}

void replaceAll(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t i = text.find(what); i != std::string::npos; i = text.find(what, i + by.size()))
        text.replace(i, what.size(), by);
}

std::string withoutTrailingSpace(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size();)
        if (!isPythonSpace(nextCodePoint(text, i)))
            end = i;
    return std::string(text.substr(0, end));
}

/// The blocks that sacrebleu 2 compares with. Two of its bounds beyond U+FFFF are written with four hexadecimal digits
/// too few, which makes the first of them all of U+2001–U+2A6D; scores agree only with that kept.
bool isChinese(char32_t c) {
    static constexpr struct {
        char32_t first, last;
    } blocks[] = {{0x2001, 0x2A6D}, {0x2E80, 0x2FDF}, {0x2FF0, 0x303F}, {0x3100, 0x312F}, {0x31A0, 0x31BF},
                  {0x31C0, 0x31EF}, {0x3200, 0x33FF}, {0x3400, 0x4DB5}, {0x4E00, 0x9FBB}, {0xF900, 0xFA2D},
                  {0xFA30, 0xFA6A}, {0xFA70, 0xFAD9}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}};
    return std::any_of(std::begin(blocks), std::end(blocks),
                       [c](const auto& block) { return c >= block.first && c <= block.last; });
}

} // namespace

bool isPythonSpace(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::vector<std::string> bleuTokens13a(std::string_view sentence) {
    std::string text = withoutTrailingSpace(sentence);
    replaceAll(text, "<skipped>", "");
    replaceAll(text, "-\n", "");
    replaceAll(text, "\n", " ");
    replaceAll(text, "&quot;", "\"");
    replaceAll(text, "&amp;", "&");
    replaceAll(text, "&lt;", "<");
    replaceAll(text, "&gt;", ">");
    return westernTokens(" " + text + " ");
}

std::vector<std::string> bleuTokensZh(std::string_view sentence) {
    std::string text;
    text.reserve(sentence.size() * 2);
    bool begun = false; // the rules below ask what stands before a sign: white space at the ends is taken off first
    for (std::size_t i = 0; i < sentence.size();) {
        const std::size_t start = i;
        const char32_t c = nextCodePoint(sentence, i);
        begun = begun || !isPythonSpace(c);
        if (!begun)
            continue;
        const bool chinese = isChinese(c);
        text += chinese ? " " : "";
        text.append(sentence.substr(start, i - start));
        text += chinese ? " " : "";
    }
    return westernTokens(withoutTrailingSpace(text));
}

} // namespace zhuyi
