#pragma once

#include "engine/model/DropoutMask.h"
#include "engine/model/fast/LstmPass.h"
#include "engine/model/fast/Tokens.h"
#include "engine/session/Settings.h"

#include <vector>

namespace zhuyi::fast {

/// The encoder's states without padding: sentence b's are the rows from begins[b] to begins[b + 1].
struct SourceStates {
    View states; // M×D
    std::vector<std::int64_t> begins;
    std::vector<View> finals; // B×D a layer, see Memory

    std::int64_t length(std::int64_t sentence) const {
        const auto b = static_cast<std::size_t>(sentence);
        return begins[b + 1] - begins[b];
    }
};

/// The encoder (see Encoder) over one batch, forwards and backwards.
class EncoderPass {
  public:
    EncoderPass(const Parameters& parameters, const Settings& settings);

    void pack();
    /// `source`: sentence by sentence; it must live until backward() is done. `dropout` 0 where nothing is dropped.
    const SourceStates& forward(const Tokens& source, double dropout, std::uint64_t seed);
    /// `toStates` M×D is used up; `toFinals` B×D a layer.
    void backward(View toStates, const std::vector<View>& toFinals);

  private:
    /// Where one direction's rows lie among the states'.
    struct Direction {
        std::vector<std::int64_t> places;
    };
    struct Layer {
        std::vector<LstmPass> directions;
        DropoutMask mask;
        Buffer states, finals, toInput;
        std::vector<Buffer> inputs; // of each direction, in its order
    };
    void arrange();

    std::int64_t hidden_;
    bool dropsRecurrence_;
    float embeddingScale_;
    Weight embedding_;
    EmbeddingGradient embeddingGradient_;
    std::vector<Layer> layers_;
    PackedSteps steps_;
    std::vector<Direction> directions_;
    const Tokens* tokens_ = nullptr;
    SourceStates source_;
    DropoutMask embeddingMask_;
    Buffer embedded_, toHidden_, toLast_, toDirectionInput_;
};

} // namespace zhuyi::fast
