#pragma once

#include "engine/decoding/AttentionAlignment.h"
#include "engine/metrics/AlignmentErrorRate.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/BatchPlan.h"
#include "engine/training/TrainingPass.h"
#include "engine/training/Workers.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace zhuyi {

/// One pass over sentence pairs with the references forced, cut into pieces of one batch: the loss, and how far the
/// attention agrees with the true alignments, where they are known. The pairs must outlive it.
class Validation {
  public:
    /// What is held against the true alignments: what a heatmap shows, or what `zhuyi align` prints.
    enum class Links { OfAttention, OfPosterior };

    /// `hasAttention`: whether there is attention to compare with the true alignments.
    Validation(const EncodedPairs& pairs, std::int64_t batchSize, bool hasAttention, AlignmentSigns signs,
               Links links = Links::OfAttention)
        : pairs_(pairs), plan_(pairs, batchSize), aligns_(hasAttention && !pairs.gold.empty()),
          signs_(std::move(signs)), links_(links), correctOfPair_(pairs.size()) {}

    const BatchPlan& plan() const { return plan_; }
    bool finished() const { return next_ == plan_.size(); }

    /// The next batch, a share a worker, computed by its pass of this network; leaves the network in evaluation mode.
    void advance(Seq2Seq& network, const TrainingPasses& passes, Workers& workers);

    double loss() const { return nats_ / static_cast<double>(tokens_); } // nats a token, End included
    double tokenAccuracy() const { return static_cast<double>(correct_) / static_cast<double>(tokens_); } // 0–1

    /// Of each pair, how many tokens were predicted, End included.
    const std::vector<std::int32_t>& correctOfPair() const { return correctOfPair_; }
    /// Of the pairs whose true alignment is known, if any.
    std::optional<AlignmentScore> alignment() const { return alignment_.score(); }

  private:
    const EncodedPairs& pairs_;
    BatchPlan plan_;
    bool aligns_;
    AlignmentSigns signs_;
    Links links_;
    std::int64_t next_ = 0, tokens_ = 0, correct_ = 0;
    double nats_ = 0;
    AlignmentErrorRate alignment_;
    std::vector<std::int32_t> correctOfPair_;
};

} // namespace zhuyi
