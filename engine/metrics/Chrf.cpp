#include "engine/metrics/Chrf.h"

#include "engine/metrics/BleuTokenizer.h"
#include "engine/text/Utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

namespace zhuyi {

namespace {

constexpr std::size_t greatestOrder = 6;
constexpr double beta = 2;

struct Counts {
    std::int64_t hypothesis = 0;
    std::int64_t reference = 0;
    std::int64_t matched = 0;
};

std::u32string withoutSpace(const std::string& text) {
    std::u32string result = codePoints(text);
    result.erase(std::remove_if(result.begin(), result.end(), isPythonSpace), result.end());
    return result;
}

std::int64_t ngramCount(const std::u32string& text, std::size_t order) {
    return text.size() < order ? 0 : static_cast<std::int64_t>(text.size() - order + 1);
}

std::unordered_map<std::u32string_view, std::int64_t> ngrams(const std::u32string& text, std::size_t order) {
    std::unordered_map<std::u32string_view, std::int64_t> counts;
    for (std::size_t i = 0; i + order <= text.size(); ++i)
        ++counts[std::u32string_view(text).substr(i, order)];
    return counts;
}

Counts count(const std::u32string& hypothesis, const std::u32string& reference, std::size_t order) {
    Counts counts;
    counts.reference = ngramCount(reference, order);
    // Where the reference has none of this length, the hypothesis is not blamed for its own.
    counts.hypothesis = counts.reference > 0 ? ngramCount(hypothesis, order) : 0;
    const auto expected = ngrams(reference, order);
    for (const auto& [ngram, times] : ngrams(hypothesis, order))
        if (const auto entry = expected.find(ngram); entry != expected.end())
            counts.matched += std::min(times, entry->second);
    return counts;
}

double chrf(const std::array<Counts, greatestOrder>& orders) {
    double precision = 0;
    double recall = 0;
    int effective = 0; // orders that both sides have
    for (const Counts& counts : orders) {
        if (counts.hypothesis == 0 || counts.reference == 0)
            continue;
        precision += static_cast<double>(counts.matched) / static_cast<double>(counts.hypothesis);
        recall += static_cast<double>(counts.matched) / static_cast<double>(counts.reference);
        ++effective;
    }
    if (precision + recall == 0)
        return 0;
    precision /= effective;
    recall /= effective;
    return 100 * (1 + beta * beta) * precision * recall / (beta * beta * precision + recall);
}

} // namespace

Score corpusChrf(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references) {
    if (hypotheses.size() != references.size())
        throw std::invalid_argument("corpusChrf: as many references as hypotheses are needed");
    std::array<Counts, greatestOrder> orders;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        const std::u32string hypothesis = withoutSpace(hypotheses[i]);
        const std::u32string reference = withoutSpace(references[i]);
        for (std::size_t order = 1; order <= greatestOrder; ++order) {
            const Counts counts = count(hypothesis, reference, order);
            orders[order - 1].hypothesis += counts.hypothesis;
            orders[order - 1].reference += counts.reference;
            orders[order - 1].matched += counts.matched;
        }
    }
    return {chrf(orders), "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0"};
}

} // namespace zhuyi
