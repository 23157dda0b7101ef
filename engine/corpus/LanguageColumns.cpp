#include "engine/corpus/LanguageColumns.h"

#include "engine/text/Utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace zhuyi {

namespace {

constexpr std::size_t greatestColumns = 32; // looked at
constexpr double leastHanShare = 0.3;       // of a Chinese column

/// What a column of the sample is made of.
struct ColumnScript {
    std::int64_t characters = 0; // without white space
    std::int64_t letters = 0;
    std::int64_t han = 0;
    std::int64_t latin = 0;
    std::int64_t filled = 0; // cells with text
    std::set<std::string_view> different;

    void add(std::string_view cell) {
        bool hasText = false;
        for (std::size_t i = 0; i < cell.size();) {
            const auto c = static_cast<UChar32>(nextCodePoint(cell, i));
            if (u_isUWhiteSpace(c))
                continue;
            hasText = true;
            ++characters;
            if (!u_isalpha(c))
                continue;
            ++letters;
            UErrorCode status = U_ZERO_ERROR;
            const UScriptCode script = uscript_getScript(c, &status);
            han += script == USCRIPT_HAN;
            latin += script == USCRIPT_LATIN;
        }
        filled += hasText;
        if (hasText)
            different.insert(cell);
    }

    /// Of the words, a Chinese character and five letters of another script taken for one each: names and terms in
    /// Latin letters weigh little then.
    double hanShare() const {
        return letters == 0 ? 0 : static_cast<double>(5 * han) / static_cast<double>(letters + 4 * han);
    }
    double latinShare() const {
        return characters == 0 ? 0 : static_cast<double>(latin) / static_cast<double>(characters);
    }
    /// Language codes and the like: the same few values again and again.
    bool repeats() const { return filled > 10 && static_cast<std::int64_t>(different.size()) * 10 <= filled; }
    bool isEnglish() const { return letters > 0 && 2 * latin > letters && hanShare() < leastHanShare; }
};

} // namespace

void splitColumns(std::string_view line, std::vector<std::string_view>& cells) {
    cells.clear();
    for (std::size_t start = 0;;) {
        const std::size_t tab = line.find('\t', start);
        cells.push_back(line.substr(start, tab == std::string_view::npos ? tab : tab - start));
        if (tab == std::string_view::npos)
            return;
        start = tab + 1;
    }
}

std::optional<LanguageColumns> findColumns(const std::vector<std::string_view>& lines) {
    std::map<std::size_t, std::int64_t> counts;
    std::vector<ColumnScript> scripts;
    std::vector<std::string_view> cells;
    for (const std::string_view line : lines) {
        splitColumns(line, cells);
        if (cells.size() < 2)
            continue;
        ++counts[cells.size()];
        scripts.resize(std::max(scripts.size(), std::min(cells.size(), greatestColumns)));
        for (std::size_t i = 0; i < std::min(cells.size(), greatestColumns); ++i)
            scripts[i].add(cells[i]);
    }
    if (counts.empty())
        return std::nullopt;

    const auto chinese = std::max_element(scripts.begin(), scripts.end(),
                                          [](const auto& a, const auto& b) { return a.hanShare() < b.hanShare(); });
    auto english = scripts.end();
    for (auto i = scripts.begin(); i != scripts.end(); ++i) {
        // Where Chinese repeats too, the file repeats its sentences.
        if (i == chinese || !i->isEnglish() || (i->repeats() && !chinese->repeats()))
            continue;
        // Of two texts the first: what comes after the translation is about it.
        if (english == scripts.end() || i->latinShare() > english->latinShare() + 0.15)
            english = i;
    }
    if (chinese->hanShare() < leastHanShare || english == scripts.end())
        return std::nullopt;

    LanguageColumns result;
    const auto mode = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    result.columns = static_cast<int>(mode->first);
    result.chinese = static_cast<int>(chinese - scripts.begin());
    result.english = static_cast<int>(english - scripts.begin());
    return result;
}

} // namespace zhuyi
