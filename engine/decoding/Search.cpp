#include "engine/decoding/Search.h"

#include "engine/decoding/GreedySearch.h"
#include "engine/decoding/PaddedSources.h"
#include "engine/decoding/Sampling.h"
#include "engine/text/Vocabulary.h"

#include <utility>

namespace zhuyi {

namespace {

/// FNV-1a of a sentence, so that it draws its own numbers whatever stands beside it.
std::uint64_t streamOf(const std::vector<std::int32_t>& sentence, std::int64_t draw) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x100000001b3U; };
    for (const auto token : sentence)
        add(static_cast<std::uint64_t>(token));
    add(static_cast<std::uint64_t>(draw));
    return hash;
}

ScoredHypothesis scored(Hypothesis hypothesis, const DecodingOptions& options) {
    const double score = scoreOf(hypothesis, options);
    const bool isEnded = hypothesis.tokens.back() == Vocabulary::End;
    return {std::move(hypothesis), score, isEnded};
}

/// n_best drawings of each sentence.
std::vector<BeamResult> drawn(const SearchNetworks& network, const std::vector<std::vector<std::int32_t>>& sentences,
                              const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                              const SearchDemands& demands) {
    std::vector<std::vector<std::int32_t>> repeated;
    std::vector<std::int64_t> repeatedLimits;
    std::vector<std::uint64_t> streams;
    SearchDemands repeatedDemands{demands.alternatives, {}};
    for (std::size_t s = 0; s < sentences.size(); ++s)
        for (std::int64_t draw = 0; draw < options.n_best; ++draw) {
            repeated.push_back(sentences[s]);
            repeatedLimits.push_back(limits[s]);
            streams.push_back(streamOf(sentences[s], draw));
            if (!demands.constraints.empty())
                repeatedDemands.constraints.push_back(demands.constraints[s]);
        }
    const auto sources = padded(repeated, network.device());
    auto hypotheses = sample(network, sources.ids, sources.lengths, repeatedLimits, options, streams, repeatedDemands);
    std::vector<BeamResult> results(sentences.size());
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        results[i / static_cast<std::size_t>(options.n_best)].best.push_back(scored(std::move(hypotheses[i]), options));
    return results;
}

} // namespace

std::vector<BeamResult> search(const SearchNetworks& network, const std::vector<std::vector<std::int32_t>>& sentences,
                               const std::vector<std::int64_t>& limits, DecodingOptions options, bool wantTree,
                               const SearchDemands& demands) {
    // What is compared with nothing is scored by its probability alone.
    if (options.temperature > 0 || options.beam_size == 1)
        options.length_penalty = options.coverage_penalty = 0;
    if (options.temperature > 0)
        return drawn(network, sentences, limits, options, demands);
    const auto sources = padded(sentences, network.device());
    if (options.beam_size > 1 || wantTree)
        return beamSearch(network, sources.ids, sources.lengths, limits, options, wantTree, demands);
    std::vector<BeamResult> results;
    for (auto& hypothesis : greedySearch(network, sources.ids, sources.lengths, limits, options, demands))
        results.push_back({{scored(std::move(hypothesis), options)}, {}});
    return results;
}

} // namespace zhuyi
