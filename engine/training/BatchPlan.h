#pragma once

#include "engine/corpus/EncodedCorpus.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Which pairs make up which batch of an epoch: pairs of like lengths together, so that little is padded.
class BatchPlan {
  public:
    /// Batches in the order of length, for validation.
    BatchPlan(const EncodedPairs& pairs, std::int64_t batchSize);
    /// Pairs of equal lengths mixed and the batches shuffled, the same for the same seed and epoch. With `batchTokens`,
    /// as many pairs a batch as have that many target tokens, End included, but one at least, whatever `batchSize` is.
    BatchPlan(const EncodedPairs& pairs, std::int64_t batchSize, std::uint64_t seed, std::int64_t epoch,
              std::int64_t batchTokens = 0);

    std::int64_t size() const { return static_cast<std::int64_t>(batches_.size()); }
    /// The pairs of batch `i`.
    std::vector<std::uint32_t> batch(std::int64_t i) const;
    /// The same, cut into up to `count` shares of like sizes.
    std::vector<std::vector<std::uint32_t>> shares(std::int64_t i, int count) const;

  private:
    struct Stretch {
        std::size_t begin, end; // in order_
    };
    void cut(std::size_t batchSize);
    void cutByTokens(const EncodedPairs& pairs, std::int64_t batchTokens);

    std::vector<std::uint32_t> order_;
    std::vector<Stretch> batches_;
};

} // namespace zhuyi
