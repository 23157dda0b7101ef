#include "engine/training/AttentionGuide.h"

#include "engine/alignment/WordAligner.h"

#include <algorithm>

namespace zhuyi {

namespace {

/// The true links between words, as links between all their tokens.
std::vector<AlignmentLink> tokenLinks(const EncodedPairs& pairs, std::size_t pair) {
    std::vector<AlignmentLink> links;
    const auto* sourceWords = pairs.sourceWords.data() + pairs.source.offsets[pair];
    const auto* targetWords = pairs.targetWords.data() + pairs.target.offsets[pair];
    for (auto* link = pairs.gold.begin(pair); link != pairs.gold.end(pair); ++link) {
        if (!link->sure)
            continue; // what is merely possible need not be looked at
        for (std::int32_t t = 0; t < pairs.target.length(pair); ++t)
            for (std::int32_t s = 0; s < pairs.source.length(pair); ++s)
                if (sourceWords[s] == link->source && targetWords[t] == link->target)
                    links.push_back({static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(t), true});
    }
    return links;
}

} // namespace

Alignments attentionGuide(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                          const ProgressFunction& progress) {
    const auto isKnown = [&](std::size_t pair) {
        return !pairs.gold.empty() && pairs.gold.begin(pair) != pairs.gold.end(pair);
    };
    bool allKnown = true;
    for (std::size_t pair = 0; pair < pairs.size() && allKnown; ++pair)
        allKnown = isKnown(pair);
    Alignments guessed;
    if (!allKnown)
        guessed = alignWords(pairs, sourceVocabulary, targetVocabulary, progress);
    Alignments guide;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
        guide.append(isKnown(pair) ? tokenLinks(pairs, pair)
                                   : std::vector<AlignmentLink>(guessed.begin(pair), guessed.end(pair)));
    return guide;
}

} // namespace zhuyi
