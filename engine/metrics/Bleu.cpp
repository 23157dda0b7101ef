#include "engine/metrics/Bleu.h"

#include "engine/metrics/BleuTokenizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t greatestOrder = 4;

struct Counts {
    std::array<std::int64_t, greatestOrder> matched{};
    std::array<std::int64_t, greatestOrder> total{};
    std::int64_t hypothesisLength = 0;
    std::int64_t referenceLength = 0;
};

std::unordered_map<std::string, std::int64_t> ngrams(const std::vector<std::string>& tokens, std::size_t order) {
    std::unordered_map<std::string, std::int64_t> counts;
    for (std::size_t i = 0; i + order <= tokens.size(); ++i) {
        std::string ngram;
        for (std::size_t j = i; j < i + order; ++j)
            ngram.append(tokens[j]) += ' '; // no token has a space in it
        ++counts[ngram];
    }
    return counts;
}

void count(const std::vector<std::string>& hypothesis, const std::vector<std::vector<std::string>>& references,
           Counts& counts) {
    const auto length = static_cast<std::int64_t>(hypothesis.size());
    const auto lengthOf = [](const auto& reference) { return static_cast<std::int64_t>(reference.size()); };
    const auto closest = std::min_element(references.begin(), references.end(), [&](const auto& a, const auto& b) {
        return std::pair(std::abs(lengthOf(a) - length), lengthOf(a)) <
               std::pair(std::abs(lengthOf(b) - length), lengthOf(b));
    });
    counts.hypothesisLength += length;
    counts.referenceLength += lengthOf(*closest);
    for (std::size_t order = 1; order <= greatestOrder; ++order) {
        auto expected = ngrams(references.front(), order);
        for (std::size_t i = 1; i < references.size(); ++i)
            for (const auto& [ngram, times] : ngrams(references[i], order)) {
                auto& most = expected[ngram];
                most = std::max(most, times);
            }
        for (const auto& [ngram, times] : ngrams(hypothesis, order)) {
            counts.total[order - 1] += times;
            if (const auto entry = expected.find(ngram); entry != expected.end())
                counts.matched[order - 1] += std::min(times, entry->second);
        }
    }
}

double bleu(const Counts& counts) {
    if (std::all_of(counts.matched.begin(), counts.matched.end(), [](std::int64_t n) { return n == 0; }))
        return 0;
    double logarithms = 0;
    double smoothing =
        1; // halves the precision of each order without a match once more (Chen and Cherry 2014, method 3)
    for (std::size_t i = 0; i < greatestOrder; ++i) {
        const auto total = static_cast<double>(counts.total[i]);
        if (counts.total[i] == 0)
            return 0;
        if (counts.matched[i] == 0)
            smoothing *= 2;
        const double precision =
            counts.matched[i] == 0 ? 1 / (smoothing * total) : static_cast<double>(counts.matched[i]) / total;
        logarithms += std::log(precision);
    }
    const double shortness = static_cast<double>(counts.referenceLength) / static_cast<double>(counts.hypothesisLength);
    const double brevityPenalty = shortness > 1 ? std::exp(1 - shortness) : 1;
    return 100 * brevityPenalty * std::exp(logarithms / greatestOrder);
}

} // namespace

Score corpusBleuOfSeveral(const std::vector<std::string>& hypotheses,
                          const std::vector<std::vector<std::string>>& references, bool chinese) {
    if (hypotheses.size() != references.size())
        throw std::invalid_argument("corpusBleu: as many references as hypotheses are needed");
    const auto tokens = chinese ? bleuTokensZh : bleuTokens13a;
    Counts counts;
    std::size_t fewest = 1, most = 1; // references
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        if (references[i].empty())
            throw std::invalid_argument("corpusBleu: a hypothesis without a reference");
        std::vector<std::vector<std::string>> tokenised;
        for (const auto& reference : references[i])
            tokenised.push_back(tokens(reference));
        count(tokens(hypotheses[i]), tokenised, counts);
        fewest = i == 0 ? tokenised.size() : std::min(fewest, tokenised.size());
        most = std::max(most, tokenised.size());
    }
    const auto ratio = counts.referenceLength == 0
                           ? 0
                           : static_cast<double>(counts.hypothesisLength) / static_cast<double>(counts.referenceLength);
    return {bleu(counts),
            std::string("nrefs:") + (fewest == most ? std::to_string(most) : "var") +
                "|case:mixed|eff:no|tok:" + (chinese ? "zh" : "13a") + "|smooth:exp|version:2.6.0",
            ratio};
}

Score corpusBleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool chinese) {
    std::vector<std::vector<std::string>> each;
    for (const auto& reference : references)
        each.push_back({reference});
    return corpusBleuOfSeveral(hypotheses, each, chinese);
}

} // namespace zhuyi
