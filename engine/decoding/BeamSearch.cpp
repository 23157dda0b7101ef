#include "engine/decoding/BeamSearch.h"

#include "engine/decoding/TokenScores.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace zhuyi {

namespace {

/// What came of one hypothesis in one step, whatever token it goes on with.
struct Look {
    std::vector<float> attention;
    std::vector<ScoredToken> alternatives;
};

/// One token of the tree of hypotheses; those that share a beginning share its nodes.
struct Node {
    std::int32_t token, parent; // −1: the first token
    float logProbability;
    std::size_t look;
};

struct Live {
    std::int32_t node = -1;
    std::int32_t candidate = -1; // its place among the last step's candidates
    std::int64_t row = 0;        // in the network's batch
    double total = 0;
};

struct Sentence {
    std::vector<Look> looks;
    std::vector<Node> nodes;
    std::vector<Live> live{Live{}};
    std::vector<ScoredHypothesis> finished;
    BeamTree tree;
};

double lengthPenalty(double length, double alpha) {
    return std::pow((5 + length) / 6, alpha);
}

Hypothesis hypothesisOf(const Sentence& sentence, std::int32_t last) {
    std::vector<const Node*> path;
    for (auto node = last; node >= 0; node = path.back()->parent)
        path.push_back(&sentence.nodes[static_cast<std::size_t>(node)]);
    Hypothesis hypothesis;
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
        hypothesis.tokens.push_back((*node)->token);
        hypothesis.logProbabilities.push_back((*node)->logProbability);
        const auto& [attention, alternatives] = sentence.looks[(*node)->look];
        hypothesis.attention.insert(hypothesis.attention.end(), attention.begin(), attention.end());
        if (!alternatives.empty())
            hypothesis.alternatives.push_back(alternatives);
    }
    return hypothesis;
}

bool isBefore(const ScoredHypothesis& a, const ScoredHypothesis& b) {
    return a.isEnded != b.isEnded ? a.isEnded : a.score > b.score;
}

void finish(Sentence& sentence, std::int32_t node, bool isEnded, const DecodingOptions& options) {
    ScoredHypothesis finished{hypothesisOf(sentence, node), 0, isEnded};
    finished.score = scoreOf(finished.hypothesis, options);
    auto& list = sentence.finished;
    list.insert(std::upper_bound(list.begin(), list.end(), finished, isBefore), std::move(finished));
    if (static_cast<std::int64_t>(list.size()) > options.n_best)
        list.pop_back();
}

/// Whether no continuation can come among the best any more. A total only falls; the greatest penalty it may yet be
/// divided by is that of the limit, and coverage can at best be complete.
bool isSettled(const Sentence& sentence, std::int64_t limit, const DecodingOptions& options) {
    if (static_cast<std::int64_t>(sentence.finished.size()) < options.n_best)
        return false;
    const double greatest = lengthPenalty(static_cast<double>(limit), options.length_penalty);
    return sentence.live.front().total / greatest <= sentence.finished.back().score;
}

/// The tokens that a live hypothesis has written.
std::vector<std::int32_t> writtenBy(const Sentence& sentence, const Live& live) {
    std::vector<std::int32_t> tokens;
    for (auto node = live.node; node >= 0; node = sentence.nodes[static_cast<std::size_t>(node)].parent)
        tokens.push_back(sentence.nodes[static_cast<std::size_t>(node)].token);
    std::reverse(tokens.begin(), tokens.end());
    return tokens;
}

/// What one step is asked of one sentence.
struct Ask {
    std::int64_t sourceLength, alternatives;
    std::optional<std::int32_t> forced; // the token to go on with
    bool wantTree;
};

/// Moves one sentence on by one token. Its live hypotheses get the rows of their parents.
void advance(Sentence& sentence, TokenScores& scores, const SearchNetwork::Step& looked, const DecodingOptions& options,
             const Ask& ask) {
    struct Continuation {
        const Live* parent;
        std::size_t look;
        BeamCandidate candidate;
    };
    std::vector<Continuation> continuations;
    for (const auto& live : sentence.live) {
        const auto* weights = looked.attention + live.row * looked.sourceLength;
        sentence.looks.push_back({{weights, weights + ask.sourceLength}, {}});
        if (ask.alternatives > 0)
            sentence.looks.back().alternatives = scores.best(live.row, ask.alternatives);
        std::vector<ScoredToken> tokens;
        if (ask.forced) {
            tokens.push_back({*ask.forced, scores.at(live.row, *ask.forced)});
        } else {
            scores.block(live.row, options.block_repeats > 0 ? writtenBy(sentence, live) : std::vector<std::int32_t>(),
                         options);
            tokens = scores.best(live.row, options.beam_size);
        }
        for (const auto& [token, logProbability] : tokens)
            continuations.push_back({&live,
                                     sentence.looks.size() - 1,
                                     {live.candidate, token, logProbability, live.total + logProbability, false}});
    }
    std::stable_sort(continuations.begin(), continuations.end(), [](const Continuation& a, const Continuation& b) {
        return a.candidate.total > b.candidate.total;
    });
    std::vector<Live> next;
    for (std::size_t place = 0; place < continuations.size(); ++place) {
        auto& [parent, look, candidate] = continuations[place];
        candidate.kept = static_cast<std::int64_t>(place) < options.beam_size;
        if (!candidate.kept)
            continue;
        sentence.nodes.push_back({candidate.token, parent->node, candidate.logProbability, look});
        const auto node = static_cast<std::int32_t>(sentence.nodes.size()) - 1;
        if (candidate.token == Vocabulary::End)
            finish(sentence, node, true, options);
        else
            next.push_back({node, static_cast<std::int32_t>(place), parent->row, candidate.total});
    }
    if (ask.wantTree) {
        sentence.tree.emplace_back();
        for (const auto& continuation : continuations)
            sentence.tree.back().push_back(continuation.candidate);
    }
    sentence.live = std::move(next);
}

} // namespace

double scoreOf(const Hypothesis& hypothesis, const DecodingOptions& options) {
    const auto& steps = hypothesis.logProbabilities;
    const double logProbability = std::accumulate(steps.begin(), steps.end(), 0.0);
    const double divisor = lengthPenalty(static_cast<double>(steps.size()), options.length_penalty);
    if (options.coverage_penalty == 0 || steps.empty())
        return logProbability / divisor;
    const auto columns = hypothesis.attention.size() / steps.size();
    std::vector<double> coverage(columns, 0.0);
    for (std::size_t i = 0; i < hypothesis.attention.size(); ++i)
        coverage[i % columns] += hypothesis.attention[i];
    // A word that was never looked at is a great loss, but no infinite one; a model without attention loses nothing.
    constexpr double least = 1e-6;
    double loss = 0;
    if (std::any_of(coverage.begin(), coverage.end(), [](double sum) { return sum > 0; }))
        for (const double sum : coverage)
            loss += std::log(std::clamp(sum, least, 1.0));
    // In the equation of Wu et al. the loss stands undivided, and grows with the sentence while the other term does
    // not: what suits short sentences then makes the translations of long ones too long.
    return (logProbability + options.coverage_penalty * loss) / divisor;
}

std::vector<BeamResult> beamSearch(const SearchNetworks& network, const torch::Tensor& source,
                                   const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                   const DecodingOptions& options, bool wantTree, const SearchDemands& demands) {
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Sentence> sentences(limits.size());
    std::vector<std::size_t> open(limits.size()), ofRow;
    std::iota(open.begin(), open.end(), 0);
    ofRow = open; // the sentence of each row
    for (const auto s : open)
        sentences[s].live.front().row = static_cast<std::int64_t>(s);
    const auto steps = searchNetwork(network, source, lengths);
    std::vector<std::int64_t> tokens(limits.size(), Vocabulary::Begin);
    for (std::int64_t step = 1; !open.empty(); ++step) {
        const auto looked = steps->step(tokens, demands.given(ofRow, step - 1));
        TokenScores scores(looked, static_cast<std::int64_t>(ofRow.size()));
        std::vector<std::size_t> stillOpen, nextOfRow;
        std::vector<std::int64_t> rows, taken;
        for (const auto s : open) {
            auto& sentence = sentences[s];
            advance(sentence, scores, looked, options,
                    {sourceLengths[s], demands.alternatives, demands.forced(s, step - 1), wantTree});
            if (step >= limits[s]) {
                for (const auto& live : sentence.live)
                    finish(sentence, live.node, false, options);
                sentence.live.clear();
            }
            if (sentence.live.empty() || isSettled(sentence, limits[s], options))
                continue;
            stillOpen.push_back(s);
            for (auto& live : sentence.live) {
                rows.push_back(live.row);
                live.row = static_cast<std::int64_t>(nextOfRow.size());
                nextOfRow.push_back(s);
                taken.push_back(sentence.nodes[static_cast<std::size_t>(live.node)].token);
            }
        }
        open = std::move(stillOpen);
        if (open.empty())
            break;
        steps->select(rows, nextOfRow == ofRow);
        ofRow = std::move(nextOfRow);
        tokens = std::move(taken);
    }
    std::vector<BeamResult> results;
    for (auto& sentence : sentences)
        results.push_back({std::move(sentence.finished), std::move(sentence.tree)});
    return results;
}

} // namespace zhuyi
