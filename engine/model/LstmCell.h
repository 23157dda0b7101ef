#pragma once

#include "engine/model/Torch.h"

#include <utility>

namespace zhuyi {

/// The elementwise part of an LSTM step (Hochreiter & Schmidhuber 1997, with forget gates) as one operation:
///   c = σ(f)⊙c' + σ(i)⊙tanh(g),  h = σ(o)⊙tanh(c)
/// `gates` B×4H holds i, f, g, o side by side, as LibTorch's own cells do; `cell` B×H is c'. Answers h and c.
std::pair<torch::Tensor, torch::Tensor> lstmCell(const torch::Tensor& gates, const torch::Tensor& cell);

} // namespace zhuyi
