#pragma once

#include "engine/model/Batch.h"
#include "engine/model/Dropout.h"
#include "engine/model/Memory.h"
#include "engine/session/Settings.h"

namespace zhuyi {

/// Stacked LSTM (Hochreiter & Schmidhuber 1997, with forget gates) over the source's embeddings, one- or bidirectional:
///   i, f, o = σ(W x + U h + b),  g = tanh(W x + U h + b),  c = f⊙c + i⊙g,  h = o⊙tanh(c)
/// Each sentence is read over its real length alone. Dropout on the embeddings, between layers and on the states.
class Encoder : public torch::nn::Module {
  public:
    Encoder(const Settings& settings, std::int64_t vocabulary);
    /// `source` B×S, `lengths` B on the CPU, each at least 1.
    Memory forward(const torch::Tensor& source, const torch::Tensor& lengths);
    std::int64_t outputSize() const { return outputSize_; }

  private:
    std::int64_t outputSize_;
    torch::nn::Embedding embedding_{nullptr};
    std::vector<torch::nn::LSTM> layers_;
    Dropout embeddingDropout_;
    std::vector<Dropout> layerDropouts_;
};

} // namespace zhuyi
