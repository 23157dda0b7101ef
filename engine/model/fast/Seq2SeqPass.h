#pragma once

#include "engine/model/Batch.h"
#include "engine/model/Gradient.h"
#include "engine/model/Torch.h"
#include "engine/model/fast/DecoderPass.h"
#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/OutputPass.h"
#include "engine/model/fast/Parameters.h"
#include "engine/session/Settings.h"

#include <vector>

namespace zhuyi {
class Seq2Seq;
}

namespace zhuyi::fast {

/// The whole network of Seq2Seq on the processor, forwards and backwards by hand: the same weights, the same
/// mathematics, the same dropout masks, without autograd, without padding and, once it has seen its largest batch,
/// without allocations. One for each thread.
class Seq2SeqPass {
  public:
    struct Objective {
        double labelSmoothing = 0;
        double guidance = 0; // weight of the guidance where the batch has a guide
        double dropout = 0;
        std::uint64_t seed = 0; // of the dropout
        double scale = 1;       // of the gradient: one over the tokens of all shares
    };
    /// In nats, summed over the tokens.
    struct Result {
        double nats = 0;      // cross entropy
        double objective = 0; // with label smoothing and guidance
    };

    /// `network` must outlive it and lie on the processor in single precision.
    Seq2SeqPass(const Seq2Seq& network, const Settings& settings);

    /// Computes the loss and fills gradients().
    Result train(const Batch& batch, const Objective& objective);
    /// The cross entropy alone, in nats, nothing dropped. `likeliest`: of each sentence, how many targets are the
    /// likeliest token.
    double score(const Batch& batch, std::vector<std::int32_t>& likeliest);

    // Of the last batch, as Seq2Seq::forward answers it, but zeros at padding.
    torch::Tensor weights() const; // T×B×S
    torch::Tensor queries() const; // T×B×H
    torch::Tensor values() const;  // B×S×C
    /// In the order of the network's parameters.
    std::vector<Gradient>& gradients() { return gradients_; }

  private:
    void arrange(const Batch& batch);
    View forward(const Batch& batch, double dropout, std::uint64_t seed);
    double guide(const Batch& batch, double strength, double scale);

    bool hasAttention_, dropsPerSentence_;
    std::vector<Gradient> gradients_;
    Parameters parameters_;
    EncoderPass encoder_;
    DecoderPass decoder_;
    OutputPass output_;
    PackedSteps target_;
    Tokens sourceTokens_, fed_;
    std::vector<std::int64_t> targets_, targetAt_;
    std::vector<char> isLikeliest_; // of each row
    const SourceStates* source_ = nullptr;
    std::int64_t paddedSource_ = 0;
    Buffer toOutputs_, toStates_;
    std::vector<Buffer> toFinals_;
};

} // namespace zhuyi::fast
