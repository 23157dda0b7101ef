#include "engine/metrics/Bleu.h"

#include "engine/metrics/BleuTokenizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <unordered_map>

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

void count(const std::vector<std::string>& hypothesis, const std::vector<std::string>& reference, Counts& counts) {
    counts.hypothesisLength += static_cast<std::int64_t>(hypothesis.size());
    counts.referenceLength += static_cast<std::int64_t>(reference.size());
    for (std::size_t order = 1; order <= greatestOrder; ++order) {
        const auto expected = ngrams(reference, order);
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

Score corpusBleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool chinese) {
    if (hypotheses.size() != references.size())
        throw std::invalid_argument("corpusBleu: as many references as hypotheses are needed");
    const auto tokens = chinese ? bleuTokensZh : bleuTokens13a;
    Counts counts;
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        count(tokens(hypotheses[i]), tokens(references[i]), counts);
    return {bleu(counts),
            std::string("nrefs:1|case:mixed|eff:no|tok:") + (chinese ? "zh" : "13a") + "|smooth:exp|version:2.6.0"};
}

} // namespace zhuyi
