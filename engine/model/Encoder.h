#pragma once

#include "engine/model/Batch.h"
#include "engine/model/CellStep.h"
#include "engine/model/Dropout.h"
#include "engine/model/Memory.h"
#include "engine/session/Settings.h"

#include <utility>
#include <vector>

namespace zhuyi {

/// Stacked LSTM (Hochreiter & Schmidhuber 1997, with forget gates) over the source's embeddings, one- or bidirectional:
///   i, f, o = σ(W x + U h + b),  g = tanh(W x + U h + b),  c = f⊙c + i⊙g,  h = o⊙tanh(c)
/// or a GRU (see CellStep). Each sentence is read over its real length alone. Dropout on the embeddings, between layers
/// and on the states; residual connections lead past the layers above the first.
class Encoder : public torch::nn::Module {
  public:
    /// `tied`: the output layer's weights (V×E), which serve as the embedding; undefined for an embedding of its own.
    Encoder(const Settings& settings, std::int64_t vocabulary, torch::Tensor tied = {});
    /// `source` B×S, `lengths` B on the CPU, each at least 1.
    Memory forward(const torch::Tensor& source, const torch::Tensor& lengths);
    std::int64_t outputSize() const { return outputSize_; }

  private:
    using Read = std::pair<torch::Tensor, torch::Tensor>; // B×S×D, and the last states, B×D
    struct Layer {
        explicit Layer(Dropout dropout) : dropout(dropout) {}

        torch::nn::LSTM lstm{nullptr};
        torch::nn::GRU gru{nullptr}; // one of both
        std::vector<std::shared_ptr<CellStep>> steps;
        std::vector<Dropout> recurrentDropouts; // of each direction
        Dropout dropout;
    };
    torch::Tensor embedded(const torch::Tensor& source);
    /// By LibTorch's own loop.
    Read readWhole(Layer& layer, const torch::Tensor& input, const torch::Tensor& lengths);
    /// Step by step, where that loop knows nothing of what is asked for.
    Read readStepByStep(Layer& layer, const torch::Tensor& input, const torch::Tensor& lengths);

    std::int64_t hidden_, outputSize_;
    bool normalises_, residual_;
    torch::nn::Embedding embedding_{nullptr}; // none where it is tied
    torch::Tensor tied_;
    std::vector<Layer> layers_;
    Dropout embeddingDropout_;
};

} // namespace zhuyi
