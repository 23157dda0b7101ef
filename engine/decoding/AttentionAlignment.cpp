#include "engine/decoding/AttentionAlignment.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

std::vector<AlignmentLink> alignmentOf(const ForcedAttention& attention, const AlignmentMethod& method) {
    std::vector<AlignmentLink> links;
    if (attention.sourceTokens == 0)
        return links;
    const std::size_t columns = std::size_t{1} + attention.sourceWords[attention.sourceTokens - 1];
    std::vector<double> row(columns); // of one target word
    for (std::size_t begin = 0, end = 0; begin < attention.targetTokens; begin = end) {
        const auto target = attention.targetWords[begin];
        std::fill(row.begin(), row.end(), 0.0);
        for (; end < attention.targetTokens && attention.targetWords[end] == target; ++end)
            for (std::size_t s = 0; s < attention.sourceTokens; ++s)
                row[attention.sourceWords[s]] += attention.weights[end * attention.rowStride + s];
        const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
        const auto tokens = static_cast<double>(end - begin);
        for (std::size_t source = 0; source < columns; ++source)
            if (row[source] >= (source == best ? method.least : method.further) * tokens)
                links.push_back({static_cast<std::uint16_t>(source), target});
    }
    std::sort(links.begin(), links.end(), [](const AlignmentLink& a, const AlignmentLink& b) {
        return std::pair(a.source, a.target) < std::pair(b.source, b.target);
    });
    return links;
}

std::vector<std::vector<AlignmentLink>> alignmentsOf(const EncodedPairs& pairs, const std::vector<std::uint32_t>& batch,
                                                     const torch::Tensor& weights) {
    std::vector<std::vector<AlignmentLink>> alignments;
    const auto rows = weights.to(torch::kCPU, torch::kFloat32).contiguous();
    const auto sourceLength = static_cast<std::size_t>(rows.size(2));
    for (std::size_t b = 0; b < batch.size(); ++b) {
        const auto pair = batch[b];
        ForcedAttention attention;
        attention.weights = rows.data_ptr<float>() + b * sourceLength;
        attention.rowStride = batch.size() * sourceLength;
        attention.sourceTokens = static_cast<std::size_t>(pairs.source.length(pair));
        attention.targetTokens = static_cast<std::size_t>(pairs.target.length(pair));
        attention.sourceWords = pairs.sourceWords.data() + pairs.source.offsets[pair];
        attention.targetWords = pairs.targetWords.data() + pairs.target.offsets[pair];
        alignments.push_back(alignmentOf(attention));
    }
    return alignments;
}

} // namespace zhuyi
