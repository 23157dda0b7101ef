#include "engine/decoding/TokenByToken.h"

#include "engine/decoding/EncodedRows.h"
#include "engine/text/Vocabulary.h"

#include <numeric>

namespace zhuyi {

std::vector<Hypothesis> writeTokenByToken(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths,
                                          const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                                          const SearchDemands& demands, const TokenChooser& choose) {
    const torch::NoGradGuard noGradient;
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Hypothesis> hypotheses(limits.size());
    std::vector<std::size_t> open(limits.size()); // the sentence of each row
    std::iota(open.begin(), open.end(), 0);
    auto encoded = network.encode(source, lengths);
    auto tokens = torch::full({source.size(0)}, static_cast<std::int64_t>(Vocabulary::Begin), source.options());
    for (std::int64_t step = 0;; ++step) {
        const auto [logits, weights] = network.step(tokens, encoded, demands.given(open, step, encoded.memory.states));
        TokenScores scores(logits);
        const auto attention = weights.to(torch::kCPU, torch::kFloat32).contiguous();
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
            const auto* look = attention.data_ptr<float>() + row * attention.size(1);
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
            selectRows(encoded, rows, true);
        open = std::move(stillOpen);
        tokens = torch::tensor(taken, torch::kInt64).to(source.device());
    }
}

} // namespace zhuyi
