#include "engine/decoding/ForcedDecoding.h"

#include "engine/corpus/EncodedCorpus.h"
#include "engine/decoding/GreedySearch.h"
#include "engine/decoding/PaddedSources.h"
#include "engine/decoding/TokenScores.h"
#include "engine/model/MakeBatch.h"
#include "engine/text/Vocabulary.h"

namespace zhuyi {

namespace {

/// Step by step, so that what is given changes all that comes after it.
Hypothesis forcedSteps(Seq2Seq& network, const std::vector<std::int32_t>& source, std::vector<std::int32_t> target,
                       std::int64_t alternatives, const GivenRows& attention) {
    target.push_back(Vocabulary::End);
    const auto limit = static_cast<std::int64_t>(target.size());
    const auto sources = padded({source}, network.device());
    return greedySearch(network, sources.ids, sources.lengths, {limit}, {},
                        {alternatives, {{std::move(target), attention}}})
        .front();
}

} // namespace

Hypothesis forcedDecoding(Seq2Seq& network, const std::vector<std::int32_t>& source,
                          const std::vector<std::int32_t>& target, std::int64_t alternatives,
                          const GivenRows& attention) {
    if (!attention.empty())
        return forcedSteps(network, source, target, alternatives, attention);
    const torch::NoGradGuard noGradient;
    EncodedPairs pair;
    pair.source.append(source);
    pair.target.append(target);
    const auto batch = makeBatch(pair, {0}, network.device());
    const auto outputs = network.forward(batch, true);
    const TokenScores scores(outputs.logits);
    const auto rows = outputs.weights.to(torch::kCPU, torch::kFloat32).contiguous(); // T×1×S
    Hypothesis hypothesis;
    hypothesis.tokens = target;
    hypothesis.tokens.push_back(Vocabulary::End);
    for (std::size_t i = 0; i < hypothesis.tokens.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        hypothesis.logProbabilities.push_back(scores.at(row, hypothesis.tokens[i]));
        if (alternatives > 0)
            hypothesis.alternatives.push_back(scores.best(row, alternatives));
    }
    hypothesis.attention.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
    return hypothesis;
}

} // namespace zhuyi
