#include "engine/decoding/AttentionAlignment.h"

#include "engine/text/Signs.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace zhuyi {

namespace {

constexpr double LeastAgreement = 0.2;
constexpr double Prior = 0.5; // exponent of the attention
constexpr std::int64_t Rivals = 500;

/// P(source token | target token), T×S for the tokens of one pair without End.
torch::Tensor posterior(Seq2Seq& network, const Seq2Seq::Outputs& outputs, std::int64_t place, std::int64_t sources,
                        const std::vector<std::int64_t>& targets) {
    const auto length = static_cast<std::int64_t>(targets.size());
    const auto attention = outputs.weights.select(1, place).slice(0, 0, length).slice(1, 0, sources);
    const auto evidence =
        network.logProbabilitiesOfEach(outputs.queries.select(1, place).slice(0, 0, length),
                                       outputs.values.select(0, place).slice(0, 0, sources), targets, Rivals);
    return torch::softmax(Prior * torch::log(attention.clamp_min(1e-9)) + evidence, 1);
}

std::vector<bool> signsAmong(const EncodedSide& side, std::size_t pair, const std::vector<bool>& signs) {
    std::vector<bool> among;
    for (std::int32_t i = 0; i < side.length(pair) && !signs.empty(); ++i)
        among.push_back(signs[static_cast<std::size_t>(side.begin(pair)[i])]);
    return among;
}

/// P(source word | target word), rows of target words from the first that has a token; empty where there is none.
struct WordShares {
    std::vector<std::uint16_t> targets; // the words of the rows
    std::size_t columns = 0;
    std::vector<double> shares; // rows × columns

    explicit WordShares(const TokenShares& tokens)
        : columns(tokens.sourceTokens == 0 ? 0 : std::size_t{1} + tokens.sourceWords[tokens.sourceTokens - 1]) {
        if (columns == 0)
            return;
        for (std::size_t t = 0; t < tokens.targetTokens; ++t) {
            if (targets.empty() || targets.back() != tokens.targetWords[t]) {
                targets.push_back(tokens.targetWords[t]);
                shares.resize(shares.size() + columns);
            }
            const bool seesSigns = tokens.sourceSigns.empty() || (!tokens.targetSigns.empty() && tokens.targetSigns[t]);
            const auto counts = [&](std::size_t s) { return seesSigns || !tokens.sourceSigns[s]; };
            const float* row = tokens.shares + t * tokens.rowStride;
            double whole = 0;
            for (std::size_t s = 0; s < tokens.sourceTokens; ++s)
                whole += counts(s) ? static_cast<double>(row[s]) : 0;
            for (std::size_t s = 0; s < tokens.sourceTokens && whole > 0; ++s)
                if (counts(s))
                    shares[shares.size() - columns + tokens.sourceWords[s]] += row[s] / whole;
        }
        // The mean over a word's tokens.
        for (std::size_t r = 0; r < targets.size(); ++r) {
            double whole = 0;
            for (std::size_t c = 0; c < columns; ++c)
                whole += shares[r * columns + c];
            for (std::size_t c = 0; c < columns && whole > 0; ++c)
                shares[r * columns + c] /= whole;
        }
    }
};

/// `sharesOf(b, target tokens)`: the shares of pair b of the batch, at least as many rows and columns as it has tokens.
std::vector<std::vector<AlignmentLink>>
alignmentsOf(const EncodedPairs& pairs, const std::vector<std::uint32_t>& batch, const AlignmentSigns& signs,
             const std::function<torch::Tensor(std::int64_t, const std::vector<std::int64_t>&)>& sharesOf) {
    std::vector<std::vector<AlignmentLink>> alignments(batch.size());
    for (std::size_t b = 0; b < batch.size(); ++b) {
        const auto pair = batch[b];
        TokenShares tokens;
        tokens.sourceTokens = static_cast<std::size_t>(pairs.source.length(pair));
        tokens.targetTokens = static_cast<std::size_t>(pairs.target.length(pair));
        if (tokens.sourceTokens == 0 || tokens.targetTokens == 0)
            continue;
        const auto* first = pairs.target.begin(pair);
        const auto shares = sharesOf(static_cast<std::int64_t>(b), {first, first + tokens.targetTokens})
                                .to(torch::kCPU, torch::kFloat32)
                                .contiguous();
        tokens.shares = shares.data_ptr<float>();
        tokens.rowStride = static_cast<std::size_t>(shares.size(1));
        tokens.sourceWords = pairs.sourceWords.data() + pairs.source.offsets[pair];
        tokens.targetWords = pairs.targetWords.data() + pairs.target.offsets[pair];
        tokens.sourceSigns = signsAmong(pairs.source, pair, signs.source);
        tokens.targetSigns = signsAmong(pairs.target, pair, signs.target);
        alignments[b] = alignmentOf(tokens);
    }
    return alignments;
}

} // namespace

AlignmentSigns::AlignmentSigns(const Vocabulary& source, const Vocabulary& target)
    : source(signsOf(source)), target(signsOf(target)) {}

std::vector<AlignmentLink> alignmentOf(const TokenShares& tokens) {
    const WordShares words(tokens);
    std::vector<AlignmentLink> links;
    for (std::size_t source = 0; source < words.columns; ++source) {
        double whole = 0;
        for (std::size_t row = 0; row < words.targets.size(); ++row)
            whole += words.shares[row * words.columns + source];
        for (std::size_t row = 0; row < words.targets.size(); ++row) {
            const double share = words.shares[row * words.columns + source];
            if (share > 0 && share * share / whole >= LeastAgreement)
                links.push_back({static_cast<std::uint16_t>(source), words.targets[row]});
        }
    }
    return links;
}

std::vector<std::vector<AlignmentLink>> attentionAlignments(const EncodedPairs& pairs,
                                                            const std::vector<std::uint32_t>& batch,
                                                            const torch::Tensor& weights, const AlignmentSigns& signs) {
    return alignmentsOf(pairs, batch, signs,
                        [&](std::int64_t place, const std::vector<std::int64_t>&) { return weights.select(1, place); });
}

std::vector<std::vector<AlignmentLink>> posteriorAlignments(Seq2Seq& network, const EncodedPairs& pairs,
                                                            const std::vector<std::uint32_t>& batch,
                                                            const Seq2Seq::Outputs& outputs,
                                                            const AlignmentSigns& signs) {
    return alignmentsOf(pairs, batch, signs, [&](std::int64_t place, const std::vector<std::int64_t>& targets) {
        return posterior(network, outputs, place, pairs.source.length(batch[static_cast<std::size_t>(place)]), targets);
    });
}

} // namespace zhuyi
