#pragma once

#include "engine/model/Torch.h"
#include "engine/session/Settings.h"

namespace zhuyi {

/// What a recurrent layer makes of the sums of its gates, step by step: an LSTM (Hochreiter & Schmidhuber 1997, see
/// lstmCell) or a GRU (Cho et al. 2014) in LibTorch's form,
///   r, z = σ(W x + U h),  n = tanh(W x + r⊙(U h)),  h = (1 − z)⊙n + z⊙h
/// With layer normalisation (Ba et al. 2016) W x and U h are normalised each by itself, and so is an LSTM's c where h
/// is made of it.
class CellStep : public torch::nn::Module {
  public:
    explicit CellStep(const Settings& settings);

    /// How many times H the sums are wide.
    static std::int64_t gatesOf(const Settings& settings) { return settings.cell == "gru" ? 3 : 4; }
    /// Whether it tells both kinds of sums apart; else any share of them will do.
    static bool tellsApart(const Settings& settings) { return settings.cell == "gru" || settings.layer_normalisation; }

    /// `input` W x and `recurrent` U h, B×gates·H with their biases. Moves `hidden` on and, of an LSTM, `cell`.
    void operator()(const torch::Tensor& input, const torch::Tensor& recurrent, torch::Tensor& hidden,
                    torch::Tensor& cell);

  private:
    bool isGru_;
    torch::nn::LayerNorm inputNorm_{nullptr}, recurrentNorm_{nullptr}, cellNorm_{nullptr};
};

} // namespace zhuyi
