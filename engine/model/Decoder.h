#pragma once

#include "engine/model/Attention.h"
#include "engine/model/CellStep.h"
#include "engine/model/Dropout.h"
#include "engine/model/GatheredLinear.h"
#include "engine/model/InitialState.h"

#include <vector>

namespace zhuyi {

/// Stacked LSTM decoder with attention (Luong et al. 2015, sections 3 and 3.3). At each step t, over the embedding e of
/// the last target token and (with input feeding) the last output ã:
///   h = LSTM([e; ã]),  context = attention(h of the top layer),  ã = dropout(tanh(W [h; context]))
/// Its first states are tanh(B · last state of the encoder), layer by layer, or that state itself (the one of the
/// reading that ended at the sentence's beginning), or 0, as the setting initial_state says; its first cells and output
/// are 0. A GRU may stand for the LSTM (see CellStep). Residual connections lead past the layers above the first.
class Decoder : public torch::nn::Module {
  public:
    struct State {
        std::vector<torch::Tensor> hidden; // B×H a layer
        std::vector<torch::Tensor> cell;   // B×H a layer
        torch::Tensor output;              // ã, B×H
        torch::Tensor coverage;            // B×S, the sum of the weights so far; undefined without coverage
    };
    struct Outputs {
        torch::Tensor outputs; // T×B×H
        torch::Tensor weights; // T×B×S; undefined unless asked for
        torch::Tensor queries; // T×B×H, the states that looked with them; likewise
    };

    /// `tied`: the output layer's weights (V×E), which serve as the embedding; undefined for an embedding of its own.
    Decoder(const Settings& settings, std::int64_t vocabulary, std::int64_t memorySize, torch::Tensor tied = {});

    /// Prepares the memory for the attention and answers the first state.
    State start(Memory& memory);
    /// Teacher forcing: all steps of `targetIn` (B×T).
    Outputs forward(const torch::Tensor& targetIn, State state, const Memory& memory, bool wantWeights);
    /// What it would have put out, had each state of one sentence looked at one token of the source alone: T×S×H, for
    /// queries T×H and values S×C (of Memory); without dropout.
    torch::Tensor outputsOfEach(const torch::Tensor& queries, const torch::Tensor& values);
    /// One step: moves `state` on by `tokens` (B) and answers the attention's weights (B×S). `given` as of
    /// Attention::forward.
    torch::Tensor step(const torch::Tensor& tokens, State& state, const Memory& memory,
                       const torch::Tensor& given = {});

  private:
    torch::Tensor embedded(const torch::Tensor& tokens);
    /// The part of the first layer's gates that is known ahead: W_e e + b, for any shape …×E.
    torch::Tensor embeddedGates(const torch::Tensor& tokens);
    /// The weights that each step of a pass uses.
    struct Recurrence {
        std::vector<GatheredLinear> gates; // from [ã; h] or h; or from ã and from h, where the cell tells them apart
        GatheredLinear combine;
    };
    Recurrence recurrence() const;
    struct Look {
        torch::Tensor weights; // B×S
        torch::Tensor query;   // B×H
    };
    /// `step` counts the time steps of a pass.
    Look advance(const torch::Tensor& gates, State& state, const Memory& memory, const Recurrence& weightsOf,
                 std::int64_t step, const torch::Tensor& given = {});
    /// The lowest layer's part of it.
    void advanceLowest(const torch::Tensor& gates, State& state, const Recurrence& weightsOf);

    /// The weights of a layer above the lowest.
    struct Upper {
        torch::Tensor inputWeight, recurrentWeight, inputBias, recurrentBias;
        Dropout dropout; // on its input
    };

    std::int64_t hidden_;
    bool inputFeeding_, tellsApart_, residual_, covers_;
    InitialState initialState_;
    torch::nn::Embedding embedding_{nullptr}; // none where it is tied
    torch::Tensor tied_;
    std::shared_ptr<Attention> attention_;
    std::vector<torch::nn::Linear> bridges_;
    torch::nn::Linear embeddingGates_{nullptr}; // of layer 0: E→4H with bias
    torch::nn::Linear feedingGates_{nullptr};   // of layer 0, from [ã; h] or h
    std::vector<Upper> upper_;
    std::vector<std::shared_ptr<CellStep>> steps_; // of each layer
    torch::nn::Linear combine_{nullptr};
    Dropout embeddingDropout_, outputDropout_;
    std::vector<Dropout> recurrentDropouts_; // of each layer
};

} // namespace zhuyi
