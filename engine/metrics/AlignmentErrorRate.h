#pragma once

#include "engine/corpus/Alignment.h"
#include "engine/session/Reports.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace zhuyi {

/// Alignment error rate, precision and recall (Och & Ney 2003) of word alignments A against gold ones that
/// are sure (S) or possible (P ⊇ S), counted over all pairs together:
///   precision = |A ∩ P| / |A|,  recall = |A ∩ S| / |S|,  AER = 1 − (|A ∩ S| + |A ∩ P|) / (|A| + |S|)
/// Of no link asked for or none given, precision and recall are 1: nothing is wrong, nothing is missing.
class AlignmentErrorRate {
  public:
    /// Counts one pair; no link may stand twice in `links`, or in the gold ones. A pair without gold links is one whose
    /// alignment is not known, and does not count.
    void add(const std::vector<AlignmentLink>& links, const AlignmentLink* goldBegin, const AlignmentLink* goldEnd);
    /// Counts the pairs that another one has counted.
    void add(const AlignmentErrorRate& other);

    /// Nothing where no pair was counted.
    std::optional<AlignmentScore> score() const;

  private:
    std::int64_t links_ = 0, sure_ = 0, inSure_ = 0, inPossible_ = 0;
};

} // namespace zhuyi
