#pragma once

#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/PackedSteps.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"
#include "engine/session/Settings.h"

#include <optional>

namespace zhuyi::fast {

/// Attention of all kinds (see the modules that derive from Attention) over one batch, step by step, forwards and
/// backwards, without padding. Rows are those of the target's packed steps.
class AttentionPass {
  public:
    AttentionPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize);

    /// C.
    std::int64_t contextSize() const { return contextSize_; }
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

  private:
    enum class Kind { None, Additive, Dot };
    View at(View rows, std::int64_t place) const; // a sentence's rows of keys or values

    Kind kind_;
    float scale_ = 1;
    std::optional<Weight> query_, key_, value_;
    Weight energy_;
    bool valuesAreKeys_ = false;
    std::optional<PackedWeight> queryForward_, queryBackward_;
    std::int64_t size_, contextSize_; // of query and keys; of values
    const SourceStates* memory_ = nullptr;
    const PackedSteps* target_ = nullptr;
    View keys_, values_, toKeys_, toValues_, queries_, toQueries_, weights_, toWeights_;
    Buffer keysBuffer_, valuesBuffer_, toKeysBuffer_, toValuesBuffer_, queriesBuffer_, toQueriesBuffer_, weightsBuffer_,
        toWeightsBuffer_, stepBuffer_;
};

} // namespace zhuyi::fast
