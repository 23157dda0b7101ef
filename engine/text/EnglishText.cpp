#include "engine/text/EnglishText.h"

#include "engine/text/Capitals.h"
#include "engine/text/Characters.h"
#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

namespace zhuyi {

namespace {

/// Signs and word parts that stand at the end of what comes before them.
bool joinsBefore(std::string_view token) {
    static const std::set<std::string_view> tokens = {".", ",", "!",  "?",  ";",  ":",   "...", "%",   ")",
                                                      "]", "}", "'s", "'m", "'d", "'re", "'ve", "'ll", "n't",
                                                      "°", "/", "'S", "'M", "'D", "'RE", "'VE", "'LL", "N'T"};
    return tokens.count(token) != 0;
}

/// Signs that stand at the beginning of what comes after them.
bool joinsAfter(std::string_view token) {
    static const std::set<std::string_view> tokens = {"(", "[", "{", "$", "£", "€", "¥", "#", "/"};
    return tokens.count(token) != 0;
}

bool endsSentence(std::string_view token) {
    return token == "." || token == "!" || token == "?";
}

/// The text with `change` made to the first word of each sentence.
template <typename Change>
std::string withSentenceStarts(std::string_view text, const Change& change) {
    std::string result;
    bool begins = true;
    std::string_view previous; // word or sign
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        const char32_t c = nextCodePoint(text, end);
        if (isWordCharacter(c)) {
            end = wordEnd(text, i);
            const auto word = text.substr(i, end - i);
            if (begins)
                result += change(word);
            else
                result += word;
            begins = false;
            previous = word;
        } else {
            end = c == U' ' ? end : signEnd(text, i);
            const auto sign = text.substr(i, end - i);
            result += sign;
            if (c != U' ') {
                begins = begins || (endsSentence(sign) && !isTitle(lowerCase(previous)));
                previous = sign;
            }
        }
        i = end;
    }
    return result;
}

} // namespace

bool isTitle(std::string_view word) {
    static const std::set<std::string_view> titles = {"mr", "mrs", "ms", "dr", "st", "prof", "vs", "etc"};
    return titles.count(word) != 0;
}

std::string foldEnglish(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i);
        switch (c) {
        case U'‘':
        case U'’':
        case U'‛':
        case U'′':
        case U'´':
        case U'`':
            result += '\'';
            break;
        case U'“':
        case U'”':
        case U'„':
        case U'‟':
        case U'″':
            result += '"';
            break;
        case U'…':
            result += "...";
            break;
        case U'‐':
        case U'‑':
        case U'–':
        case U'−':
            result += '-';
            break;
        case U'。':
            result += '.';
            break;
        case U'、':
            result += ',';
            break;
        default:
            appendCodePoint(result, c >= U'！' && c <= U'～' ? c - 0xFEE0 : c);
        }
    }
    return result;
}

std::string lowerCase(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();)
        appendCodePoint(result, static_cast<char32_t>(u_tolower(static_cast<UChar32>(nextCodePoint(text, i)))));
    return result;
}

std::string lowerSentenceStarts(std::string_view text) {
    return withSentenceStarts(text, [](std::string_view word) {
        const auto lower = lowerCase(word);
        // "I", "TV" and names keep theirs; so does what has capitals further on.
        std::size_t second = 0;
        nextCodePoint(word, second);
        const bool onlyFirst = word.substr(second) == std::string_view(lower).substr(std::min(second, lower.size()));
        return onlyFirst && Capitals().within(lower) == lower ? lower : std::string(word);
    });
}

std::string raiseSentenceStarts(std::string_view text) {
    return withSentenceStarts(text, capitalised);
}

std::string joinEnglish(const std::vector<std::string>& tokens, const Capitals* capitals) {
    std::string result;
    bool glue = true;        // no space before the next token
    bool capital = true;     // a sentence begins here
    bool doubleOpen = false; // inside "…"
    bool singleOpen = false; // inside '…'
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string& token = tokens[i];
        const std::string_view previous = i > 0 ? std::string_view(tokens[i - 1]) : std::string_view();
        bool glueBefore = glue || joinsBefore(token);
        bool glueAfter = joinsAfter(token);
        if (token == "\"" || token == "''" || token == "``") {
            doubleOpen = !doubleOpen;
            glueBefore = glue || !doubleOpen;
            glueAfter = doubleOpen;
            capital = capital || (doubleOpen && (previous == "," || previous == ":"));
        } else if (token == "'") {
            if (singleOpen) {
                singleOpen = false;
                glueBefore = true;
            } else if (std::find(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, tokens.end(), token) !=
                           tokens.end() ||
                       previous.empty()) {
                singleOpen = glueAfter = true;
            } else {
                // A genitive ("the students' books"), or the beginning of a word cut short ("'em").
                glueBefore = glue || previous.back() == 's';
                glueAfter = !glueBefore;
            }
        }
        if (!glueBefore)
            result += ' ';
        std::size_t position = 0;
        const bool isWord = !token.empty() && isWordCharacter(nextCodePoint(token, position));
        if (capitals && isWord) {
            result += capital ? capitals->atBeginning(token) : capitals->within(token);
            capital = false;
        } else {
            result += token;
            capital = capital || (endsSentence(token) && !isTitle(previous));
        }
        glue = glueAfter;
    }
    return result;
}

} // namespace zhuyi
