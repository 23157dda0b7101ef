#include "engine/decoding/TokenByToken.h"

#include "engine/text/Vocabulary.h"

#include <numeric>

namespace zhuyi {

std::vector<Hypothesis> writeTokenByToken(const SearchNetworks& network, const torch::Tensor& source,
                                          const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                          const DecodingOptions& options, const SearchDemands& demands,
                                          const TokenChooser& choose) {
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Hypothesis> hypotheses(limits.size());
    std::vector<std::size_t> open(limits.size()); // the sentence of each row
    std::iota(open.begin(), open.end(), 0);
    const auto steps = searchNetwork(network, source, lengths);
    std::vector<std::int64_t> tokens(limits.size(), Vocabulary::Begin);
    for (std::int64_t step = 0;; ++step) {
        const auto looked = steps->step(tokens, demands.given(open, step));
        TokenScores scores(looked, static_cast<std::int64_t>(open.size()));
        std::vector<std::size_t> stillOpen;
        std::vector<std::int64_t> rows, taken;
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto s = open[i];
            const auto row = static_cast<std::int64_t>(i);
            auto& hypothesis = hypotheses[s];
            if (demands.alternatives > 0)
                hypothesis.alternatives.push_back(scores.best(row, demands.alternatives));
            auto token = demands.forced(s, step);
            if (!token) {
                scores.block(row, hypothesis.tokens, options);
                token = choose(s, scores, row);
            }
            hypothesis.tokens.push_back(*token);
            hypothesis.logProbabilities.push_back(scores.at(row, *token));
            const auto* look = looked.attention + row * looked.sourceLength;
            hypothesis.attention.insert(hypothesis.attention.end(), look, look + sourceLengths[s]);
            if (*token == Vocabulary::End || static_cast<std::int64_t>(hypothesis.tokens.size()) >= limits[s])
                continue;
            stillOpen.push_back(s);
            rows.push_back(row);
            taken.push_back(*token);
        }
        if (stillOpen.empty())
            return hypotheses;
        if (stillOpen.size() != open.size())
            steps->select(rows, false);
        open = std::move(stillOpen);
        tokens = std::move(taken);
    }
}

} // namespace zhuyi
