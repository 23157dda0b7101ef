#include "engine/text/WordsOfTokens.h"

#include "engine/text/Likeness.h"
#include "engine/text/Normalise.h"
#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t greatestTable = 1 << 22; // cells; only a sentence that nobody would write needs more

/// The character of `text` that each one of `tokens` was made from, by the fewest insertions, deletions and
/// substitutions (Levenshtein 1966). Neither is empty.
std::vector<std::size_t> placesOf(const std::u32string& tokens, const std::u32string& text) {
    std::vector<std::size_t> places(tokens.size());
    std::size_t begin = 0;
    for (; begin < std::min(tokens.size(), text.size()) && tokens[begin] == text[begin]; ++begin)
        places[begin] = begin;
    std::size_t tokensEnd = tokens.size(), textEnd = text.size();
    for (; tokensEnd > begin && textEnd > begin && tokens[tokensEnd - 1] == text[textEnd - 1]; --tokensEnd, --textEnd)
        places[tokensEnd - 1] = textEnd - 1;
    const std::size_t rows = tokensEnd - begin, columns = textEnd - begin;
    if (rows * columns > greatestTable || columns == 0) {
        for (std::size_t i = 0; i < rows; ++i)
            places[begin + i] = std::min(begin + i * columns / rows, text.size() - 1);
        return places;
    }
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> cost((rows + 1) * width);
    for (std::size_t i = 0; i <= rows; ++i)
        for (std::size_t j = 0; j <= columns; ++j) {
            auto& best = cost[i * width + j];
            if (i == 0 || j == 0) {
                best = static_cast<std::uint32_t>(i + j);
                continue;
            }
            best = cost[(i - 1) * width + j - 1] + (tokens[begin + i - 1] != text[begin + j - 1]);
            best = std::min({best, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1});
        }
    for (std::size_t i = rows, j = columns; i > 0;) {
        const auto here = cost[i * width + j];
        if (j > 0 && here == cost[(i - 1) * width + j - 1] + (tokens[begin + i - 1] != text[begin + j - 1])) {
            places[begin + --i] = begin + --j;
        } else if (j > 0 && here == cost[i * width + j - 1] + 1) {
            --j;
        } else {
            --i; // comes from no character of its own: counts to the one before it
            places[begin + i] = begin + (j > 0 ? j - 1 : 0);
        }
    }
    return places;
}

} // namespace

std::vector<std::uint16_t> wordsOfTokens(std::string_view text, const std::vector<std::string>& tokens) {
    std::u32string written;
    std::vector<std::uint16_t> words; // of its characters
    std::uint16_t word = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i);
        if (c == U' ') {
            word += word < UINT16_MAX;
            continue;
        }
        written += likeness(c);
        words.push_back(word);
    }
    std::u32string cut;
    std::vector<std::size_t> starts; // of each token, in `cut`
    for (const auto& token : tokens) {
        starts.push_back(cut.size());
        for (std::size_t i = 0; i < token.size();) {
            const char32_t c = nextCodePoint(token, i);
            if (c != U' ' && c != U'▁') // a space, as some tokenizers write it
                cut += likeness(c);
        }
    }
    if (words.empty())
        return std::vector<std::uint16_t>(tokens.size());
    const bool oneForOne = cut.size() == written.size();
    const auto places = oneForOne || cut.empty() ? std::vector<std::size_t>() : placesOf(cut, written);
    std::vector<std::uint16_t> result;
    for (const std::size_t start : starts) // a space counts to the word behind it
        result.push_back(start == cut.size() ? words.back() : words[oneForOne ? start : places[start]]);
    return result;
}

std::vector<std::int32_t> wordsAfterNormalising(std::string_view text) {
    std::vector<std::int32_t> places;
    std::int32_t kept = 0;
    std::size_t start = 0;
    const auto end = [&](std::size_t position) {
        if (position == start)
            return;
        const auto word = text.substr(start, position - start);
        places.push_back((word[0] > ' ' && word[0] < '\x7F') || !normalise(word).empty() ? kept++ : -1);
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t position = i;
        if (!u_isUWhiteSpace(static_cast<UChar32>(nextCodePoint(text, i))))
            continue;
        end(position);
        start = i;
    }
    end(text.size());
    return places;
}

} // namespace zhuyi
