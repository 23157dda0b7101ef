#pragma once

#include "engine/decoding/Hypothesis.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/model/Torch.h"
#include "engine/session/DecodingOptions.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// The model's log probabilities of the next token, a row for each hypothesis of a batch. What may not be taken has −∞:
/// from the beginning Pad and Begin, which no translation holds.
class TokenScores {
  public:
    /// `logits` R×V, on any device.
    explicit TokenScores(const torch::Tensor& logits);
    /// Of a step with so many rows, whose memory it takes over until the next.
    TokenScores(const SearchNetwork::Step& step, std::int64_t rows);

    std::int64_t size() const { return size_; } // V
    const float* row(std::int64_t row) const { return scores_ + row * size_; }
    float at(std::int64_t row, std::int32_t token) const { return this->row(row)[token]; }

    /// Blocks what `options` do not let follow `written`: Unknown, and the tokens that would end a second copy of a
    /// sequence (Paulus et al. 2018, "A Deep Reinforced Model for Abstractive Summarization", block trigrams so).
    void block(std::int64_t row, const std::vector<std::int32_t>& written, const DecodingOptions& options);

    /// At most `count` tokens that may be taken, the most probable first; equally probable ones in their order.
    std::vector<ScoredToken> best(std::int64_t row, std::int64_t count) const;

  private:
    void blockForAll(std::int64_t rows);

    torch::Tensor owned_; // or nobody's
    float* scores_;
    std::int64_t size_;
};

/// The tokens that would end a second copy of a sequence of `length` tokens behind `written`.
std::vector<std::int32_t> repeatsAfter(const std::vector<std::int32_t>& written, std::int64_t length);

} // namespace zhuyi
