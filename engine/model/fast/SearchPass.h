#pragma once

#include "engine/model/InitialState.h"
#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"
#include "engine/model/fast/SourceAttention.h"
#include "engine/model/fast/Tokens.h"
#include "engine/session/Settings.h"

#include <cstdint>
#include <vector>

namespace zhuyi::fast {

/// The whole network of Seq2Seq on the processor, for a search: reads sentences once and writes on from them step by
/// step, all hypotheses (rows) at once, on the calling thread. Nothing is dropped; nothing of a sentence is copied for
/// its rows, and in the steady state nothing is allocated.
class SearchPass {
  public:
    /// What the parameters say when a search begins is what it goes by to its end.
    SearchPass(const Parameters& parameters, const Settings& settings);

    /// Reads the sentences. There is one row for each then, at its beginning.
    void begin(Tokens sources);
    /// The attention that is given to a row instead of the computed one, as long as its sentence; null where none is.
    using Given = std::vector<const float*>;
    struct Step {
        View logProbabilities; // R×V, natural log; may be written to
        ConstView attention;   // R×S, S of the longest sentence; zeros behind shorter ones and in a model without any
    };
    /// Moves each row on by its token. `given` may be empty. What it answers lasts until the next step.
    Step step(const std::vector<std::int64_t>& tokens, const Given& given);
    /// Row i goes on from where row `rows[i]` was.
    void select(const std::vector<std::int64_t>& rows);

  private:
    /// What is carried from step to step. The lowest layer's state lies beside ã, as its weights take them.
    struct State {
        View fed;                       // R×[ã; h], or h without input feeding
        std::vector<View> hidden, cell; // R×H a layer; hidden of the layers above the lowest alone
        Buffer fedBuffer;
        std::vector<Buffer> hiddenBuffers, cellBuffers;
        void take(std::int64_t rows, std::int64_t fedSize, std::int64_t hiddenSize);
    };
    /// A layer above the lowest.
    struct Upper {
        PackedWeight input, recurrent;
        std::vector<float> bias;
    };
    View hiddenOf(State& state, std::size_t layer) const;
    void cells(std::size_t layer, const float* bias, View gates);

    std::int64_t hidden_, feeding_; // H; the width of ã in State::fed
    InitialState initialState_;
    float embeddingScale_;
    EncoderPass encoder_;
    SourceAttention attention_;
    ConstView embedding_, embeddingGates_, gatesBias_, combineBias_, outputBias_;
    PackedWeight gates_, combine_, output_;
    std::vector<Upper> upper_;
    std::vector<ConstView> bridges_, bridgeBiases_; // where they are learnt

    Tokens sources_;
    std::int64_t longest_ = 0;
    std::vector<std::int64_t> sentenceOfRow_, sentences_;
    State now_, next_;
    Buffer embedded_, gatesBuffer_, squashed_, states_, queries_, joined_, outputs_, logits_, weights_;
};

} // namespace zhuyi::fast
