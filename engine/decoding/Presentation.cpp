#include "engine/decoding/Presentation.h"

#include "engine/decoding/UnknownReplacement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

Translation Presentation::translation(const std::string& text, const TokenisedSentence& source,
                                      const ScoredHypothesis& scored, const std::vector<std::string>& given,
                                      bool replacesUnknown) const {
    const auto& hypothesis = scored.hypothesis;
    const auto& vocabulary = record_.target;
    std::vector<std::string> written(
        given.begin(), given.begin() + static_cast<std::ptrdiff_t>(std::min(given.size(), hypothesis.tokens.size())));
    for (auto i = written.size(); i < hypothesis.tokens.size(); ++i)
        written.push_back(vocabulary.token(hypothesis.tokens[i]));

    auto words = written;
    if (!hypothesis.tokens.empty() && hypothesis.tokens.back() == Vocabulary::End)
        words.pop_back();
    if (replacesUnknown) {
        std::vector<bool> isUnknown;
        for (const auto& word : words)
            isUnknown.push_back(word == vocabulary.token(Vocabulary::Unknown));
        words = replaceUnknown(std::move(words), isUnknown, hypothesis.attention, source.tokens);
    }

    auto map = std::make_shared<AttentionMap>();
    map->sourceTokens = source.tokens;
    map->targetTokens = std::move(written);
    map->weights = hypothesis.attention;
    map->step = record_.step;
    map->sourceIsChinese = record_.settings.sourceIsChinese();

    Translation translation;
    translation.source = text;
    translation.text = tokens_.text(words);
    translation.score = scored.score;
    translation.notices = source.notices;
    translation.attention = std::move(map);
    for (const float logProbability : hypothesis.logProbabilities) {
        translation.logProbability += logProbability;
        translation.tokenProbabilities.push_back(std::exp(logProbability));
    }
    for (const auto& row : hypothesis.alternatives) {
        translation.alternatives.emplace_back();
        for (const auto& [token, logProbability] : row)
            translation.alternatives.back().push_back({vocabulary.token(token), std::exp(logProbability)});
    }
    return translation;
}

std::vector<std::vector<BeamNode>> Presentation::beam(const BeamTree& tree) const {
    std::vector<std::vector<BeamNode>> steps;
    for (const auto& candidates : tree) {
        steps.emplace_back();
        for (const auto& candidate : candidates)
            steps.back().push_back({candidate.parent, record_.target.token(candidate.token),
                                    std::exp(candidate.logProbability), candidate.total, candidate.kept,
                                    candidate.token == Vocabulary::End});
    }
    return steps;
}

} // namespace zhuyi
