#include "ui/attention/ProbeList.h"

#include "engine/session/TokenizerKind.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>

namespace zhuyi {

namespace {

constexpr int defaultCount = 4;
constexpr int fewestTokens = 5, mostTokens = 12;
constexpr int mostOfCrossing = 10; // tokens, where order is what to look at: crossings grow with length by themselves
constexpr std::size_t mostCrossing = 12; // from which the first ones are taken

/// About as many tokens as the tokenizer will make of it; the exact number is the engine's to know.
int roughTokens(const std::string& sentence, bool chinese, const std::string& tokenizer) {
    constexpr double charactersAWord = 1.6; // of Chinese
    const QString text = QString::fromStdString(sentence).simplified();
    const bool wordsApart = chinese && text.count(u' ') > 1;
    if (tokenizer == "character" && !wordsApart)
        return static_cast<int>(text.size());
    if (wordsApart)
        return static_cast<int>(text.count(u' ')) + 1;
    static const QRegularExpression punctuation(QStringLiteral("[\\p{P}]"));
    const int marks = tokenizer == "whitespace" ? 0 : static_cast<int>(text.count(punctuation));
    if (chinese && tokenizer != "whitespace")
        return static_cast<int>(std::lround(static_cast<double>(text.size() - marks) / charactersAWord)) + marks;
    return static_cast<int>(text.split(u' ', Qt::SkipEmptyParts).size()) + marks;
}

int distanceToModerate(int tokens, int most) {
    return tokens < fewestTokens ? fewestTokens - tokens : std::max(0, tokens - most);
}

} // namespace

void ProbeList::chooseFrom(const CorpusSummary& corpus, bool sourceIsChinese) {
    const bool asInCorpus = sourceIsChinese == corpus.settings.sourceIsChinese();
    const std::string tokenizer =
        asInCorpus ? sourceTokenizerKind(corpus.settings) : targetTokenizerKind(corpus.settings);
    // Short enough to be read at a glance, and of those the ones whose word order differs most between the languages.
    struct Candidate {
        const SentencePair* pair;
        int distance;
    };
    const bool ordersKnown = std::any_of(corpus.devPairsShown.begin(), corpus.devPairsShown.end(),
                                         [](const SentencePair& pair) { return pair.crossings > 0; });
    std::vector<Candidate> candidates;
    std::set<std::string> seen; // a sentence may stand there with several translations
    for (const SentencePair& pair : corpus.devPairsShown) {
        const std::string& text = source(pair, sourceIsChinese);
        if (!text.empty() && seen.insert(text).second)
            candidates.push_back({&pair, distanceToModerate(roughTokens(text, sourceIsChinese, tokenizer),
                                                            ordersKnown ? mostOfCrossing : mostTokens)});
    }
    const auto before = [](const Candidate& x, const Candidate& y) {
        return std::pair(x.distance, -x.pair->crossings) < std::pair(y.distance, -y.pair->crossings);
    };
    std::stable_sort(candidates.begin(), candidates.end(), before);
    auto moderate = static_cast<std::size_t>(std::count_if(
        candidates.begin(), candidates.end(), [](const Candidate& candidate) { return candidate.distance == 0; }));
    if (ordersKnown)
        moderate = std::min(moderate, mostCrossing);
    const std::size_t pool = std::max(moderate, std::min<std::size_t>(defaultCount, candidates.size()));
    const std::size_t count = std::min<std::size_t>(defaultCount, pool);
    sentences_.clear();
    for (std::size_t i = 0; i < count; ++i)
        sentences_.push_back(*candidates[i * pool / count].pair);
}

std::vector<SentencePair> ProbeList::watchable(bool sourceIsChinese) const {
    std::vector<SentencePair> result;
    std::copy_if(sentences_.begin(), sentences_.end(), std::back_inserter(result),
                 [=](const SentencePair& pair) { return !source(pair, sourceIsChinese).empty(); });
    return result;
}

} // namespace zhuyi
