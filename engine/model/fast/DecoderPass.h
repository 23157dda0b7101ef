#pragma once

#include "engine/model/InitialState.h"
#include "engine/model/fast/AttentionPass.h"
#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/PackedSteps.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"
#include "engine/model/fast/Tokens.h"
#include "engine/session/Settings.h"

#include <vector>

namespace zhuyi::fast {

/// The decoder (see Decoder) with the references forced, over one batch, forwards and backwards. Rows are those of the
/// target's packed steps; each weight's gradient is one product over all of them.
class DecoderPass {
  public:
    DecoderPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize);

    void pack();
    /// `fed`: the tokens before each row's. Answers ã, N×H. What is given must live until backward() is done; `dropout`
    /// 0 where nothing is dropped.
    View forward(const Tokens& fed, const PackedSteps& target, const SourceStates& source, double dropout,
                 std::uint64_t seed);
    /// `toOutputs` N×H is used up. Adds to `toStates` M×D and `toFinals` B×D a layer of the encoder. Between this and
    /// beginBackward(), guidance adds to attention().toWeights().
    void backward(View toOutputs, View toStates, const std::vector<View>& toFinals);
    void beginBackward() { attention_.beginBackward(); }
    /// The states of the top layer, N×H.
    ConstView states() const { return layers_.back().hidden; }
    AttentionPass& attention() { return attention_; }
    const AttentionPass& attention() const { return attention_; }

  private:
    /// What a layer keeps of its steps. The lowest one has its input's part of the gates computed ahead, and its own
    /// last state lies beside ã in `fed_`.
    struct Layer {
        Weight bridge, bridgeBias; // none where nothing is learnt of how it begins
        DropoutMask recurrent = DropoutMask(0, 0, DropoutSite::DecoderRecurrent); // of the states that it reads back
        View start, gates, cell, squashed, hidden;
        Buffer startBuffer, gatesBuffer, cellBuffer, squashedBuffer, hiddenBuffer, carryBuffer, toCellBuffer;
        View carry, toCell; // gradients of h and c that the step after sends back
    };
    /// What a layer above the lowest has: torch::nn::LSTMCell's weights.
    struct Upper {
        Weight input, recurrent, inputBias, recurrentBias;
        PackedWeight inputForward, inputBackward, recurrentForward, recurrentBackward;
        DropoutMask mask;
        std::vector<float> bias; // the sum of both
        View x;
        Buffer xBuffer;
    };
    void start(const SourceStates& source);
    void startBackward(const std::vector<View>& toFinals);
    void cells(Layer& layer, const float* bias, std::int64_t step);
    void cellsBackward(Layer& layer, std::int64_t step, View toHidden);
    /// The states that a layer above the lowest read back at each row's step.
    View statesBefore(const Layer& layer);
    /// Those of one step, of which `layer` drops units. Answers `states` where it drops none.
    View read(const Layer& layer, View states);
    /// Drops a layer's recurrent units in place; a row a place.
    void drop(const Layer& layer, View states) const;

    std::int64_t hidden_;
    bool inputFeeding_, dropsRecurrence_;
    InitialState initialState_;
    float embeddingScale_;
    Weight embedding_, embeddingGates_, gatesBias_, feedingGates_, combine_, combineBias_;
    EmbeddingGradient embeddingGradient_;
    PackedWeight gatesForward_, gatesBackward_, combineForward_, combineBackward_;
    AttentionPass attention_;
    std::vector<Layer> layers_;
    std::vector<Upper> upper_;
    DropoutMask embeddingMask_, outputMask_;

    const PackedSteps* target_ = nullptr;
    const Tokens* tokens_ = nullptr;
    View embedded_, fed_, joined_, combined_, outputs_;
    Buffer embeddedBuffer_, fedBuffer_, joinedBuffer_, combinedBuffer_, outputsBuffer_, lastBuffer_, zeroBuffer_,
        toFedBuffer_, toJoinedBuffer_, toHiddenBuffer_, beforeBuffer_, toEmbeddedBuffer_, toLastBuffer_, readBuffer_;
    View toFed_;
};

} // namespace zhuyi::fast
