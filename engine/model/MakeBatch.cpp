#include "engine/model/MakeBatch.h"

#include "engine/text/Vocabulary.h"

#include <algorithm>

namespace zhuyi {

namespace {

/// T×B×S: each target token's row is spread evenly over the source tokens it links with.
torch::Tensor guideOf(const Alignments& guide, const std::vector<std::uint32_t>& indices, std::int64_t targetLength,
                      std::int64_t sourceLength) {
    const auto size = static_cast<std::int64_t>(indices.size());
    auto rows = torch::zeros({targetLength, size, sourceLength});
    auto places = rows.accessor<float, 3>();
    for (std::int64_t b = 0; b < size; ++b) {
        const auto i = indices[static_cast<std::size_t>(b)];
        for (auto* link = guide.begin(i); link != guide.end(i); ++link)
            places[link->target][b][link->source] = 1;
    }
    return rows / rows.sum(2, true).clamp_min(1);
}

} // namespace

Batch makeBatch(const EncodedPairs& pairs, const std::vector<std::uint32_t>& indices, torch::Device device,
                const Alignments* guide) {
    const auto size = static_cast<std::int64_t>(indices.size());
    std::int64_t sourceLength = 1, targetLength = 1, tokens = 0;
    for (const auto i : indices) {
        sourceLength = std::max<std::int64_t>(sourceLength, pairs.source.length(i));
        targetLength = std::max<std::int64_t>(targetLength, pairs.target.length(i) + 1);
        tokens += pairs.target.length(i) + 1;
    }
    Batch batch;
    batch.tokens = tokens;
    batch.source = torch::full({size, sourceLength}, Vocabulary::Pad, torch::kInt64);
    batch.sourceLengths = torch::empty({size}, torch::kInt64);
    batch.targetIn = torch::full({size, targetLength}, Vocabulary::Pad, torch::kInt64);
    batch.targets = torch::empty({tokens}, torch::kInt64);
    batch.real = torch::empty({tokens}, torch::kInt64);
    auto* source = batch.source.data_ptr<std::int64_t>();
    auto* lengths = batch.sourceLengths.data_ptr<std::int64_t>();
    auto* targetIn = batch.targetIn.data_ptr<std::int64_t>();
    for (std::int64_t b = 0; b < size; ++b) {
        const auto i = indices[static_cast<std::size_t>(b)];
        std::copy_n(pairs.source.begin(i), pairs.source.length(i), source + b * sourceLength);
        lengths[b] = std::max(pairs.source.length(i), 1);
        if (pairs.source.length(i) == 0)
            source[b * sourceLength] = Vocabulary::Unknown;
        targetIn[b * targetLength] = Vocabulary::Begin;
        std::copy_n(pairs.target.begin(i), pairs.target.length(i), targetIn + b * targetLength + 1);
    }
    auto* targets = batch.targets.data_ptr<std::int64_t>();
    auto* real = batch.real.data_ptr<std::int64_t>();
    for (std::int64_t t = 0; t < targetLength; ++t) {
        for (std::int64_t b = 0; b < size; ++b) {
            const auto i = indices[static_cast<std::size_t>(b)];
            const auto length = pairs.target.length(i);
            if (t > length)
                continue;
            *targets++ = t == length ? Vocabulary::End : pairs.target.begin(i)[t];
            *real++ = t * size + b;
        }
    }
    if (guide)
        batch.guide = guideOf(*guide, indices, targetLength, sourceLength).to(device);
    batch.source = batch.source.to(device);
    batch.targetIn = batch.targetIn.to(device);
    batch.targets = batch.targets.to(device);
    batch.real = batch.real.to(device);
    return batch;
}

} // namespace zhuyi
