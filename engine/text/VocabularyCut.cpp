#include "engine/text/VocabularyCut.h"

#include "engine/text/Characters.h"
#include "engine/text/ChineseText.h"
#include "engine/text/EnglishText.h"
#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t greatestPiece = 64; // bytes, a bound on the work

/// The vocabulary's form of a piece; Unknown where there is none.
std::int32_t find(std::string_view piece, const Vocabulary& vocabulary, Language language) {
    if (const auto id = vocabulary.id(piece); id != Vocabulary::Unknown)
        return id;
    const auto folded = language == Language::Chinese ? foldChinese(piece) : foldEnglish(piece);
    if (const auto id = vocabulary.id(folded); id != Vocabulary::Unknown)
        return id;
    std::string lower;
    for (std::size_t i = 0; i < folded.size();)
        appendCodePoint(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(nextCodePoint(folded, i)))));
    return vocabulary.id(lower);
}

/// Positions at which the token may be cut, both ends among them.
std::vector<std::size_t> boundaries(std::string_view token) {
    std::vector<std::size_t> result = {0};
    char32_t previous = 0;
    for (std::size_t i = 0; i < token.size();) {
        const std::size_t position = i;
        const char32_t c = nextCodePoint(token, i);
        const bool insideWord = isWordCharacter(previous) && isWordCharacter(c);
        const auto rest = token.substr(position);
        if (position > 0 && (!insideWord || rest == "n't" || rest == "N'T" || rest == "n’t"))
            result.push_back(position);
        previous = c;
    }
    result.push_back(token.size());
    return result;
}

} // namespace

std::vector<std::string> cutByVocabulary(std::string_view token, const Vocabulary& vocabulary, Language language) {
    struct Cut {
        std::size_t pieces = SIZE_MAX; // none yet
        std::int64_t ranks = 0;        // of their words together, the most frequent first
        std::size_t from = 0;
        std::int32_t id = Vocabulary::Unknown;
    };
    const auto places = boundaries(token);
    std::vector<Cut> best(places.size()); // of the token up to each place
    best[0].pieces = 0;
    for (std::size_t end = 1; end < places.size(); ++end)
        for (std::size_t begin = end; begin-- > 0 && places[end] - places[begin] <= greatestPiece;) {
            if (best[begin].pieces == SIZE_MAX)
                continue;
            const auto id = find(token.substr(places[begin], places[end] - places[begin]), vocabulary, language);
            const Cut cut = {best[begin].pieces + 1, best[begin].ranks + id, begin, id};
            if (id != Vocabulary::Unknown &&
                std::pair(cut.pieces, cut.ranks) < std::pair(best[end].pieces, best[end].ranks))
                best[end] = cut;
        }
    std::vector<std::string> words;
    if (best.back().pieces == SIZE_MAX)
        return words;
    for (std::size_t place = best.size() - 1; place > 0; place = best[place].from)
        words.push_back(vocabulary.token(best[place].id));
    std::reverse(words.begin(), words.end());
    return words;
}

} // namespace zhuyi
