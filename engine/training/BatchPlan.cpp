#include "engine/training/BatchPlan.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <tuple>

namespace zhuyi {

namespace {

std::vector<std::uint32_t> identity(std::size_t size) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

void sortByLength(std::vector<std::uint32_t>& order, const EncodedPairs& pairs) {
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(pairs.target.length(a), pairs.source.length(a)) <
               std::make_tuple(pairs.target.length(b), pairs.source.length(b));
    });
}

/// std::shuffle differs between libraries; a run must not.
template <typename T>
void shuffle(std::vector<T>& items, std::mt19937_64& random) {
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random() % i]);
}

} // namespace

BatchPlan::BatchPlan(const EncodedPairs& pairs, std::int64_t batchSize) : order_(identity(pairs.size())) {
    sortByLength(order_, pairs);
    cut(static_cast<std::size_t>(batchSize));
}

BatchPlan::BatchPlan(const EncodedPairs& pairs, std::int64_t batchSize, std::uint64_t seed, std::int64_t epoch,
                     std::int64_t batchTokens)
    : order_(identity(pairs.size())) {
    std::seed_seq seeds{seed, static_cast<std::uint64_t>(epoch)};
    std::mt19937_64 random(seeds);
    shuffle(order_, random);
    sortByLength(order_, pairs);
    if (batchTokens > 0)
        cutByTokens(pairs, batchTokens);
    else
        cut(static_cast<std::size_t>(batchSize));
    shuffle(batches_, random);
}

void BatchPlan::cut(std::size_t batchSize) {
    for (std::size_t begin = 0; begin < order_.size(); begin += batchSize)
        batches_.push_back({begin, std::min(order_.size(), begin + batchSize)});
}

void BatchPlan::cutByTokens(const EncodedPairs& pairs, std::int64_t batchTokens) {
    std::int64_t tokens = 0; // of the last batch
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::int64_t more = pairs.target.length(order_[i]) + 1;
        if (batches_.empty() || tokens + more > batchTokens) {
            batches_.push_back({i, i});
            tokens = 0;
        }
        batches_.back().end = i + 1;
        tokens += more;
    }
}

std::vector<std::uint32_t> BatchPlan::batch(std::int64_t i) const {
    const auto& [begin, end] = batches_[static_cast<std::size_t>(i)];
    return {order_.begin() + static_cast<std::ptrdiff_t>(begin), order_.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<std::vector<std::uint32_t>> BatchPlan::shares(std::int64_t i, int count) const {
    const auto pairs = batch(i);
    const auto shares = std::min(pairs.size(), static_cast<std::size_t>(count));
    std::vector<std::vector<std::uint32_t>> parts(shares);
    // Dealt out like cards: the pairs lie in the order of length, and no share should be longer work than another.
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
        parts[pair % shares].push_back(pairs[pair]);
    return parts;
}

} // namespace zhuyi
