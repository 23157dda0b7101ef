#pragma once

#include "engine/model/Memory.h"
#include "engine/session/Settings.h"

#include <memory>

namespace zhuyi {

/// How much a decoder state (the query) looks at each state of the memory:
///   weights = softmax(score(query, keys)),  context = Σ weights · values
/// The scores of padding are −∞ before the one softmax, so that its weights are 0.
class Attention : public torch::nn::Module {
  public:
    struct Result {
        torch::Tensor context; // B×C
        torch::Tensor weights; // B×S; zeros where the model has no attention
    };

    /// Computes the memory's keys and values, once a sentence.
    virtual void prepare(Memory& memory) = 0;
    /// `query` B×H. `given` B×S or undefined: weights to take instead of the computed ones, in the rows that are not
    /// all 0. `coverage` B×S: the sum of the weights so far, where the scores ask for it.
    virtual Result forward(const torch::Tensor& query, const Memory& memory, const torch::Tensor& given = {},
                           const torch::Tensor& coverage = {});
    /// C.
    virtual std::int64_t contextSize() const = 0;

  protected:
    /// B×S, for a query B×H and the coverage of forward().
    virtual torch::Tensor scores(const torch::Tensor& query, const Memory& memory, const torch::Tensor& coverage) = 0;
};

/// The module that `settings.attention` names, over a memory of `memorySize` (D).
std::shared_ptr<Attention> makeAttention(const Settings& settings, std::int64_t memorySize);

} // namespace zhuyi
