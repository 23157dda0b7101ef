#pragma once

#include "engine/model/Seq2Seq.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace zhuyi {

/// A network as a search uses it, over sentences that it has read: it writes on from them step by step, all hypotheses
/// (rows) at once. As in training there is a fast way and a plain one, which agree (SearchNetworkTest).
class SearchNetwork {
  public:
    virtual ~SearchNetwork() = default;

    /// Attention given to a row instead of the computed one, as long as its sentence; null where none is.
    using Given = std::vector<const std::vector<float>*>;
    struct Step {
        float* logProbabilities = nullptr; // R×V, natural log; may be written to
        std::int64_t vocabulary = 0;       // V
        const float* attention = nullptr;  // R×S
        std::int64_t sourceLength = 0;     // S, of the longest sentence
    };
    /// Moves each row on by its token. `given` may be empty. What it answers lasts until the next step.
    virtual Step step(const std::vector<std::int64_t>& tokens, const Given& given) = 0;
    /// Row i goes on from where row `rows[i]` was; `sameSentences`: each from a row of the sentence that row i had.
    virtual void select(const std::vector<std::int64_t>& rows, bool sameSentences) = 0;
};

/// Reads `source` B×S, whose `lengths` (B) lie on the CPU; there is one row for each sentence then. The fast way on the
/// processor, the plain one on a GPU. The network must outlive it, unchanged, in evaluation mode.
std::unique_ptr<SearchNetwork> searchNetwork(Seq2Seq& network, const torch::Tensor& source,
                                             const torch::Tensor& lengths);
std::unique_ptr<SearchNetwork> plainSearchNetwork(Seq2Seq& network, const torch::Tensor& source,
                                                  const torch::Tensor& lengths);
/// Only for a network on the processor.
std::unique_ptr<SearchNetwork> fastSearchNetwork(const Seq2Seq& network, const torch::Tensor& source,
                                                 const torch::Tensor& lengths);

} // namespace zhuyi
