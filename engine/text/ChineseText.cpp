#include "engine/text/ChineseText.h"

#include "engine/text/Characters.h"
#include "engine/text/Utf8.h"

namespace zhuyi {

namespace {

char32_t halfWidth(char32_t c) {
    const bool letterOrDigit =
        (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ') || c == U'％';
    return letterOrDigit ? c - 0xFEE0 : c;
}

char32_t fullWidth(char32_t c) {
    switch (c) {
    case U',':
    case U'﹐':
        return U'，';
    case U'!':
        return U'！';
    case U'?':
        return U'？';
    case U':':
        return U'：';
    case U';':
        return U'；';
    case U'(':
        return U'（';
    case U')':
        return U'）';
    default:
        return c;
    }
}

} // namespace

std::string foldChinese(std::string_view text) {
    std::u32string characters = codePoints(text);
    for (char32_t& c : characters)
        c = halfWidth(c);
    std::string result;
    result.reserve(text.size() + 8);
    bool doubleOpen = false;
    bool singleOpen = false;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const char32_t before = i > 0 ? characters[i - 1] : U' ';
        const char32_t after = i + 1 < characters.size() ? characters[i + 1] : U' ';
        const bool insideWord = isWordCharacter(before) && isWordCharacter(after); // "1,000", "Tom's"
        if (c == U'"' || c == U'＂') {
            appendCodePoint(result, doubleOpen ? U'”' : U'“');
            doubleOpen = !doubleOpen;
        } else if (c == U'\'' && !insideWord) {
            appendCodePoint(result, singleOpen ? U'’' : U'‘');
            singleOpen = !singleOpen;
        } else if (c == U'.' && before == U'.') {
            continue; // the first point wrote the whole ellipsis
        } else if (c == U'.' && after == U'.') {
            result += "……";
        } else if (c == U'.' && (after == U' ' ? isHan(before) || i + 1 == characters.size() : isHan(before))) {
            appendCodePoint(result, U'。');
        } else {
            appendCodePoint(result, insideWord ? c : fullWidth(c));
        }
    }
    return result;
}

std::vector<ChineseRun> chineseRuns(std::string_view text) {
    std::vector<ChineseRun> runs;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        const char32_t c = nextCodePoint(text, end);
        if (c == U' ') {
            i = end;
            continue;
        }
        ChineseRun::Kind kind = ChineseRun::Kind::Sign;
        if (isHan(c)) {
            kind = ChineseRun::Kind::Han;
            for (std::size_t next = end; next < text.size() && isHan(nextCodePoint(text, next));)
                end = next;
        } else if (isWordCharacter(c)) {
            kind = ChineseRun::Kind::Word;
            end = wordEnd(text, i);
        } else {
            end = signEnd(text, i);
        }
        runs.push_back({kind, text.substr(i, end - i)});
        i = end;
    }
    return runs;
}

std::string joinChinese(const std::vector<std::string>& tokens) {
    std::string result;
    char32_t last = 0; // the character written last
    for (const std::string& token : tokens) {
        if (token.empty())
            continue;
        std::size_t i = 0;
        const char32_t first = nextCodePoint(token, i);
        const bool afterPoint = last == U'.' || last == U',' || last == U'!' || last == U'?' || last == U'%';
        if (isWordCharacter(first) && (isWordCharacter(last) || afterPoint))
            result += ' ';
        result += token;
        last = first;
        while (i < token.size())
            last = nextCodePoint(token, i);
    }
    return result;
}

} // namespace zhuyi
