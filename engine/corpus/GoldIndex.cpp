#include "engine/corpus/GoldIndex.h"

#include "engine/text/Likeness.h"
#include "engine/text/Normalise.h"
#include "engine/text/Vocabulary.h"
#include "engine/text/WordsOfTokens.h"

#include <numeric>
#include <string_view>
#include <utility>

namespace zhuyi {

namespace {

std::uint64_t keyOf(std::string_view chinese, std::string_view english) {
    return likenessHash(chinese) * 31 + likenessHash(english);
}

} // namespace

void GoldIndex::add(std::shared_ptr<const Corpus> corpus) {
    const auto& alignments = corpus->alignments;
    for (std::size_t pair = 0; pair < alignments.size(); ++pair)
        if (alignments.begin(pair) != alignments.end(pair))
            places_.emplace(keyOf(corpus->chinese(pair), corpus->english(pair)),
                            Place{static_cast<std::uint32_t>(corpora_.size()), static_cast<std::uint32_t>(pair)});
    corpora_.push_back(std::move(corpus));
}

std::optional<std::vector<GoldCell>> GoldIndex::cells(const AttentionMap& map, const std::string& source,
                                                      const std::string& target) const {
    if (places_.empty())
        return std::nullopt;
    auto targetTokens = map.targetTokens;
    if (!targetTokens.empty() && targetTokens.back() == Vocabulary().token(Vocabulary::End))
        targetTokens.pop_back();
    const auto written =
        target.empty() ? std::accumulate(targetTokens.begin(), targetTokens.end(), std::string()) : target;
    const bool fromChinese = map.sourceIsChinese;
    const auto read = normalise(source), wrote = normalise(written);
    const auto place = places_.find(fromChinese ? keyOf(read, wrote) : keyOf(wrote, read));
    if (place == places_.end())
        return std::nullopt;
    const auto& corpus = *corpora_[place->second.corpus];
    const auto pair = place->second.pair;
    const auto sourceWords = wordsOfTokens(fromChinese ? corpus.chinese(pair) : corpus.english(pair), map.sourceTokens);
    const auto targetWords = wordsOfTokens(fromChinese ? corpus.english(pair) : corpus.chinese(pair), targetTokens);
    std::vector<GoldCell> cells;
    for (const auto* link = corpus.alignments.begin(pair); link != corpus.alignments.end(pair); ++link)
        for (std::size_t row = 0; row < targetWords.size(); ++row)
            for (std::size_t column = 0; column < sourceWords.size(); ++column)
                if (sourceWords[column] == (fromChinese ? link->source : link->target) &&
                    targetWords[row] == (fromChinese ? link->target : link->source))
                    cells.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), link->sure});
    return cells;
}

} // namespace zhuyi
