#include "engine/decoding/BeamSearch.h"

#include "engine/decoding/EncodedRows.h"
#include "engine/decoding/TokenChoice.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zhuyi {

namespace {

/// One token of the tree of hypotheses; those that share a beginning share its nodes.
struct Node {
    std::int32_t token, parent; // −1: the first token
    float logProbability;
    std::vector<float> attention;
};

struct Live {
    std::int32_t node = -1;
    std::int32_t candidate = -1; // its place among the last step's candidates
    std::int64_t row = 0;        // in the network's batch
    double total = 0;
};

struct Sentence {
    std::vector<Node> nodes;
    std::vector<Live> live{Live{}};
    std::vector<ScoredHypothesis> finished;
    BeamTree tree;
};

double lengthPenalty(double length, double alpha) { return std::pow((5 + length) / 6, alpha); }

Hypothesis hypothesisOf(const Sentence& sentence, std::int32_t last) {
    std::vector<const Node*> path;
    for (auto node = last; node >= 0; node = path.back()->parent)
        path.push_back(&sentence.nodes[static_cast<std::size_t>(node)]);
    Hypothesis hypothesis;
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
        hypothesis.tokens.push_back((*node)->token);
        hypothesis.logProbabilities.push_back((*node)->logProbability);
        hypothesis.attention.insert(hypothesis.attention.end(), (*node)->attention.begin(), (*node)->attention.end());
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

/// The one step's scores on the CPU: the `width` best tokens of each row, best first.
struct BestTokens {
    torch::Tensor logProbabilities, tokens, attention; // R×width, R×width, R×S
};

BestTokens bestTokens(const torch::Tensor& logits, const torch::Tensor& weights, const std::vector<Sentence>& sentences,
                      const std::vector<std::size_t>& open, const DecodingOptions& options) {
    auto scores = torch::log_softmax(logits, 1);
    blockSpecials(scores, options);
    if (options.block_repeats > 0) {
        std::vector<std::int64_t> rows, tokens;
        for (const auto s : open)
            for (const auto& live : sentences[s].live)
                for (const auto token :
                     repeatsAfter(hypothesisOf(sentences[s], live.node).tokens, options.block_repeats)) {
                    rows.push_back(live.row);
                    tokens.push_back(token);
                }
        const auto index = [&](const std::vector<std::int64_t>& places) {
            return torch::tensor(places, torch::kInt64).to(scores.device());
        };
        if (!rows.empty())
            scores.index_put_({index(rows), index(tokens)}, -std::numeric_limits<float>::infinity());
    }
    const auto width = std::min(options.beam_size, scores.size(1));
    // As greedy search chooses, should two tokens be equally probable.
    const auto [best, tokens] = width == 1 ? scores.max(1, true) : scores.topk(width, 1);
    return {best.to(torch::kCPU, torch::kFloat32).contiguous(), tokens.to(torch::kCPU).contiguous(),
            weights.to(torch::kCPU, torch::kFloat32).contiguous()};
}

/// Moves one sentence on by one token. Its live hypotheses get the rows of their parents.
void advance(Sentence& sentence, const BestTokens& best, std::int64_t sourceLength, const DecodingOptions& options,
             bool wantTree) {
    struct Continuation {
        const Live* parent;
        BeamCandidate candidate;
    };
    const auto width = best.tokens.size(1);
    std::vector<Continuation> continuations;
    for (const auto& live : sentence.live)
        for (std::int64_t i = live.row * width; i < (live.row + 1) * width; ++i) {
            const float logProbability = best.logProbabilities.data_ptr<float>()[i];
            if (std::isinf(logProbability)) // blocked
                continue;
            const auto token = static_cast<std::int32_t>(best.tokens.data_ptr<std::int64_t>()[i]);
            continuations.push_back(
                {&live, {live.candidate, token, logProbability, live.total + logProbability, false}});
        }
    std::stable_sort(continuations.begin(), continuations.end(), [](const Continuation& a, const Continuation& b) {
        return a.candidate.total > b.candidate.total;
    });
    std::vector<Live> next;
    for (std::size_t place = 0; place < continuations.size(); ++place) {
        auto& [parent, candidate] = continuations[place];
        candidate.kept = static_cast<std::int64_t>(place) < options.beam_size;
        if (!candidate.kept)
            continue;
        const auto* row = best.attention.data_ptr<float>() + parent->row * best.attention.size(1);
        sentence.nodes.push_back({candidate.token, parent->node, candidate.logProbability, {row, row + sourceLength}});
        const auto node = static_cast<std::int32_t>(sentence.nodes.size()) - 1;
        if (candidate.token == Vocabulary::End)
            finish(sentence, node, true, options);
        else
            next.push_back({node, static_cast<std::int32_t>(place), parent->row, candidate.total});
    }
    if (wantTree) {
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
    double score = logProbability / lengthPenalty(static_cast<double>(steps.size()), options.length_penalty);
    if (options.coverage_penalty == 0 || steps.empty())
        return score;
    const auto columns = hypothesis.attention.size() / steps.size();
    std::vector<double> coverage(columns, 0.0);
    for (std::size_t i = 0; i < hypothesis.attention.size(); ++i)
        coverage[i % columns] += hypothesis.attention[i];
    // A word that was never looked at is a great loss, but no infinite one; a model without attention loses nothing.
    constexpr double least = 1e-6;
    if (std::any_of(coverage.begin(), coverage.end(), [](double sum) { return sum > 0; }))
        for (const double sum : coverage)
            score += options.coverage_penalty * std::log(std::clamp(sum, least, 1.0));
    return score;
}

std::vector<BeamResult> beamSearch(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths,
                                   const std::vector<std::int64_t>& limits, const DecodingOptions& options,
                                   bool wantTree) {
    const torch::NoGradGuard noGradient;
    const auto* sourceLengths = lengths.data_ptr<std::int64_t>();
    std::vector<Sentence> sentences(limits.size());
    std::vector<std::size_t> open(limits.size()), ofRow;
    std::iota(open.begin(), open.end(), 0);
    ofRow = open; // the sentence of each row
    for (const auto s : open)
        sentences[s].live.front().row = static_cast<std::int64_t>(s);
    auto encoded = network.encode(source, lengths);
    auto tokens = torch::full({source.size(0)}, static_cast<std::int64_t>(Vocabulary::Begin), source.options());
    for (std::int64_t step = 1; !open.empty(); ++step) {
        const auto [logits, weights] = network.step(tokens, encoded);
        const auto best = bestTokens(logits, weights, sentences, open, options);
        std::vector<std::size_t> stillOpen, nextOfRow;
        std::vector<std::int64_t> rows, taken;
        for (const auto s : open) {
            auto& sentence = sentences[s];
            advance(sentence, best, sourceLengths[s], options, wantTree);
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
        selectRows(encoded, rows, nextOfRow != ofRow);
        ofRow = std::move(nextOfRow);
        tokens = torch::tensor(taken, source.options());
    }
    std::vector<BeamResult> results;
    for (auto& sentence : sentences)
        results.push_back({std::move(sentence.finished), std::move(sentence.tree)});
    return results;
}

} // namespace zhuyi
