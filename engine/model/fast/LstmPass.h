#pragma once

#include "engine/model/DropoutMask.h"
#include "engine/model/fast/PackedSteps.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"

#include <string>

namespace zhuyi::fast {

/// One direction of one LSTM layer (torch::nn::LSTM's formula and weights) over packed steps, forwards and backwards.
/// The input's part of the gates is one product over all steps, and so is each weight's gradient.
class LstmPass {
  public:
    /// The weights are `prefix`weight_ih_l0`suffix` and so on.
    LstmPass(const Parameters& parameters, const std::string& prefix, const std::string& suffix);

    void pack();
    /// `x` rows×I; answers h, rows×H. Both must live until backward() is done. `recurrent` drops units of the h that
    /// the gates read back, for each sentence the same.
    View forward(const PackedSteps& steps, ConstView x, const DropoutMask& recurrent);
    /// `toHidden` rows×H, `toLast` sentences×H in the order of the steps' places: the gradients of h, and of each
    /// sentence's last h. Gives that of x (rows×I).
    void backward(ConstView toHidden, ConstView toLast, View toX);

  private:
    /// Drops units of the h of one step, in place.
    void drop(View hidden) const;

    Weight input_, recurrent_, inputBias_, recurrentBias_;
    PackedWeight forward_, backward_;
    std::int64_t size_; // H
    DropoutMask mask_;
    const PackedSteps* steps_ = nullptr;
    ConstView x_;
    View gates_, cell_, squashed_, hidden_;
    std::vector<float> bias_; // the sum of both
    Buffer gatesBuffer_, cellBuffer_, squashedBuffer_, hiddenBuffer_, zeroBuffer_, carryBuffer_, toCellBuffer_,
        beforeBuffer_, readBuffer_;
};

} // namespace zhuyi::fast
