#pragma once

#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/PackedSteps.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"
#include "engine/model/fast/SourceAttention.h"
#include "engine/session/Settings.h"

#include <optional>

namespace zhuyi::fast {

/// SourceAttention over one batch, step by step, forwards and backwards. Rows are those of the target's packed steps.
class AttentionPass {
  public:
    AttentionPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize);

    /// C.
    std::int64_t contextSize() const { return source_.contextSize(); }
    void pack();

    /// Makes keys and values of the memory; `target` are the steps to come.
    void begin(const SourceStates& memory, const PackedSteps& target);
    /// `query` n×H of one step; the contexts go to `contexts` n×C.
    void forward(std::int64_t step, ConstView query, View contexts);
    /// One row of weights, as long as its source.
    const float* weights(std::int64_t row) const { return weights_.row(row); }

    void beginBackward();
    /// Adds to the gradient of a row's weights, before backward() of its step: what guidance asks for.
    float* toWeights(std::int64_t row) const { return toWeights_.row(row); }
    /// Adds to `toQuery` n×H what `toContexts` n×C of this step brings.
    void backward(std::int64_t step, ConstView toContexts, View toQuery);
    /// Adds to `toStates` M×D and `toFinal` B×D; `queries` N×H are those of all steps. Gives the weights' gradients.
    void finish(ConstView queries, View toStates, View toFinal);

    const SourceAttention& source() const { return source_; }

  private:
    SourceAttention source_;
    std::optional<PackedWeight> queryBackward_;
    const PackedSteps* target_ = nullptr;
    View toKeys_, toValues_, queries_, toQueries_, weights_, toWeights_;
    Buffer toKeysBuffer_, toValuesBuffer_, queriesBuffer_, toQueriesBuffer_, weightsBuffer_, toWeightsBuffer_,
        stepBuffer_;
};

} // namespace zhuyi::fast
