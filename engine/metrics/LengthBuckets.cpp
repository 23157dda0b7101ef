#include "engine/metrics/LengthBuckets.h"

#include <algorithm>
#include <map>

namespace zhuyi {

namespace {

constexpr std::int64_t width = 5;  // lengths
constexpr std::size_t enough = 20; // sentences

} // namespace

std::vector<LengthBucket> lengthBuckets(const std::vector<std::int64_t>& lengths) {
    std::map<std::int64_t, std::vector<std::uint32_t>> fives;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        fives[(std::max<std::int64_t>(lengths[i], 1) - 1) / width].push_back(static_cast<std::uint32_t>(i));
    std::vector<LengthBucket> buckets;
    const auto merge = [](LengthBucket& bucket, const LengthBucket& longer) {
        bucket.longest = longer.longest;
        bucket.sentences.insert(bucket.sentences.end(), longer.sentences.begin(), longer.sentences.end());
    };
    for (const auto& [five, sentences] : fives) {
        const LengthBucket next{five * width + 1, (five + 1) * width, sentences};
        if (!buckets.empty() && buckets.back().sentences.size() < enough)
            merge(buckets.back(), next);
        else
            buckets.push_back(next);
    }
    if (buckets.size() > 1 && buckets.back().sentences.size() < enough) {
        const auto last = buckets.back();
        buckets.pop_back();
        merge(buckets.back(), last);
    }
    return buckets;
}

} // namespace zhuyi
