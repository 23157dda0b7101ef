#pragma once

#include "engine/model/Seq2Seq.h"

#include <cstdint>
#include <memory>
#include <utility>
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

/// The networks that a search goes by: one, or several of the same vocabularies together (an ensemble). They must
/// outlive it, unchanged, in evaluation mode.
struct SearchNetworks {
    SearchNetworks(Seq2Seq& network) : all{&network} {}
    explicit SearchNetworks(std::vector<Seq2Seq*> several) : all(std::move(several)) {}
    torch::Device device() const { return all.front()->device(); }

    std::vector<Seq2Seq*> all;
};

/// Reads `source` B×S, whose `lengths` (B) lie on the CPU; there is one row for each sentence then. The fast way on the
/// processor for a network of what it knows, else the plain one. Of several networks the probabilities are averaged at
/// each step, and so is what their attention looked at. The network must outlive it, unchanged, in evaluation mode.
std::unique_ptr<SearchNetwork> searchNetwork(const SearchNetworks& networks, const torch::Tensor& source,
                                             const torch::Tensor& lengths);
std::unique_ptr<SearchNetwork> ensembleSearchNetwork(std::vector<std::unique_ptr<SearchNetwork>> members);
std::unique_ptr<SearchNetwork> plainSearchNetwork(Seq2Seq& network, const torch::Tensor& source,
                                                  const torch::Tensor& lengths);
/// Only for a network on the processor, of what the fast way knows.
std::unique_ptr<SearchNetwork> fastSearchNetwork(const Seq2Seq& network, const torch::Tensor& source,
                                                 const torch::Tensor& lengths);

} // namespace zhuyi
