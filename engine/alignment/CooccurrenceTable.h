#pragma once

#include "engine/corpus/EncodedCorpus.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace zhuyi {

/// Which source and which target words (token ids) stand in a pair together: a sparse matrix, one row a source word, each
/// row's target words in ascending order. Its entries are numbered 0 … size() − 1.
///
/// Two words that are both frequent and yet met only once translate each other in no model that follows; leaving them
/// out keeps a table of a million pairs to a fraction.
class CooccurrenceTable {
  public:
    static constexpr std::uint64_t Absent = ~std::uint64_t{0};

    /// `tick(share)` is called now and then and may throw.
    CooccurrenceTable(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                      std::size_t workers, const std::function<void(double)>& tick);

    std::uint64_t size() const { return targets_.size(); }
    /// The number of an entry, or Absent.
    std::uint64_t find(std::int32_t source, std::int32_t target) const;

    std::int32_t rows() const { return static_cast<std::int32_t>(offsets_.size() - 1); }
    std::uint64_t rowBegin(std::int32_t source) const { return offsets_[static_cast<std::size_t>(source)]; }
    std::uint64_t rowEnd(std::int32_t source) const { return offsets_[static_cast<std::size_t>(source) + 1]; }
    std::int32_t target(std::uint64_t entry) const { return targets_[entry]; }

  private:
    std::vector<std::uint64_t> offsets_;
    std::vector<std::int32_t> targets_;
};

} // namespace zhuyi
