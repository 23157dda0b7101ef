#pragma once

#include "engine/model/Batch.h"
#include "engine/model/Decoder.h"
#include "engine/model/Encoder.h"

#include <memory>
#include <vector>

namespace zhuyi {

/// Encoder, decoder with attention, and the output layer.
class Seq2Seq : public torch::nn::Module {
  public:
    struct Encoded {
        Memory memory;
        Decoder::State state;
    };
    struct Outputs {
        torch::Tensor logits;  // N×V, the real tokens alone, in the order of Batch::real
        torch::Tensor weights; // T×B×S; undefined unless asked for
        torch::Tensor queries; // T×B×H, the decoder's states that looked with them; likewise
        torch::Tensor values;  // B×S×C, what they looked at; likewise
    };

    Seq2Seq(const Settings& settings, std::int64_t sourceVocabulary, std::int64_t targetVocabulary);

    /// Teacher forcing over a batch.
    Outputs forward(const Batch& batch, bool wantWeights = false);

    /// How likely each target token of one sentence would have been, had the decoder looked at one source token alone:
    /// T×S log-probabilities for queries T×H, values S×C and targets T. They are among the `rivals` most frequent
    /// tokens and the sentence's own, which costs a fraction of the whole vocabulary.
    torch::Tensor logProbabilitiesOfEach(const torch::Tensor& queries, const torch::Tensor& values,
                                         const std::vector<std::int64_t>& targets, std::int64_t rivals);

    /// `source` B×S, `lengths` B on the CPU.
    Encoded encode(const torch::Tensor& source, const torch::Tensor& lengths);
    /// Teacher forcing over a batch whose source is encoded.
    Outputs decode(const Batch& batch, const Encoded& encoded, bool wantWeights = false);
    /// One step of a search: the next tokens' logits (B×V) and the attention's weights (B×S). `given` as of
    /// Attention::forward.
    std::pair<torch::Tensor, torch::Tensor> step(const torch::Tensor& tokens, Encoded& encoded,
                                                 const torch::Tensor& given = {});

    /// What it was made with.
    const Settings& settings() const { return settings_; }
    std::int64_t parameterCount() const;
    torch::Device device() const { return output_->weight.device(); }

  private:
    Settings settings_;
    std::shared_ptr<Encoder> encoder_;
    std::shared_ptr<Decoder> decoder_;
    torch::nn::Linear output_{nullptr};
};

} // namespace zhuyi
