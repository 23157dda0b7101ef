#include "engine/model/fast/LstmPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>

namespace zhuyi::fast {

LstmPass::LstmPass(const Parameters& parameters, const std::string& prefix, const std::string& suffix)
    : input_(parameters[prefix + "weight_ih_l0" + suffix]), recurrent_(parameters[prefix + "weight_hh_l0" + suffix]),
      inputBias_(parameters[prefix + "bias_ih_l0" + suffix]),
      recurrentBias_(parameters[prefix + "bias_hh_l0" + suffix]),
      forward_(recurrent_.value, PackedWeight::Use::Forward), backward_(recurrent_.value, PackedWeight::Use::Backward),
      size_(recurrent_.value.columns), mask_(0, 0, DropoutSite::EncoderRecurrent),
      bias_(static_cast<std::size_t>(4 * size_)) {}

void LstmPass::pack() {
    forward_.pack();
    backward_.pack();
    for (std::size_t i = 0; i < bias_.size(); ++i)
        bias_[i] = inputBias_.value.data[i] + recurrentBias_.value.data[i];
}

void LstmPass::drop(View hidden) const {
    for (std::int64_t p = 0; p < hidden.rows && !mask_.keepsAll(); ++p)
        mask_.apply(hidden.row(p), hidden.row(p), size_, steps_->sentence(p));
}

View LstmPass::forward(const PackedSteps& steps, ConstView x, const DropoutMask& recurrent) {
    steps_ = &steps;
    mask_ = recurrent;
    x_ = x;
    const auto rows = steps.rows();
    gates_ = gatesBuffer_.take(rows, 4 * size_);
    cell_ = cellBuffer_.take(rows, size_);
    squashed_ = squashedBuffer_.take(rows, size_);
    hidden_ = hiddenBuffer_.take(rows, size_);
    const auto zero = zeroBuffer_.zeros(1, size_);
    multiplyByTransposed(x, input_.value, gates_);
    for (std::int64_t step = 0; step < steps.steps(); ++step) {
        if (step > 0) {
            auto read = steps.before(hidden_, step);
            if (!mask_.keepsAll()) {
                read = readBuffer_.take(read.rows, size_);
                copyRows(steps.before(hidden_, step), read);
                drop(read);
            }
            forward_.multiply(read, steps.at(gates_, step), true);
        }
        const auto first = steps.offset(step);
        for (std::int64_t p = 0; p < steps.active(step); ++p) {
            const auto row = first + p;
            const float* before = step > 0 ? cell_.row(steps.offset(step - 1) + p) : zero.data;
            lstmCellRow(gates_.row(row), bias_.data(), before, cell_.row(row), squashed_.row(row), hidden_.row(row),
                        size_);
        }
    }
    return hidden_;
}

void LstmPass::backward(ConstView toHidden, ConstView toLast, View toX) {
    const auto& steps = *steps_;
    const auto zero = zeroBuffer_.zeros(1, size_);
    const auto carry = carryBuffer_.take(steps.sentences(), size_); // of h, from the step after
    const auto toCell = toCellBuffer_.zeros(steps.sentences(), size_);
    copyRows(toLast, carry); // a sentence's last step takes it up
    for (std::int64_t step = steps.steps() - 1; step >= 0; --step) {
        const auto first = steps.offset(step);
        for (std::int64_t p = 0; p < steps.active(step); ++p) {
            const auto row = first + p;
            addRow(carry.row(p), toHidden.row(row), size_);
            const float* before = step > 0 ? cell_.row(steps.offset(step - 1) + p) : zero.data;
            lstmCellRowBackward(gates_.row(row), carry.row(p), toCell.row(p), before, squashed_.row(row), size_);
        }
        if (step > 0) {
            const auto toRead = carry.rowsFrom(0, steps.active(step));
            backward_.multiply(steps.at(gates_, step), toRead);
            drop(toRead);
        }
    }
    transposedMultiply(gates_, x_, input_.gradient);
    // Of each step but the first, the hidden states before.
    const auto later = gates_.rowsFrom(steps.active(0), steps.rows() - steps.active(0));
    const auto before = beforeBuffer_.take(later.rows, size_);
    for (std::int64_t step = 1; step < steps.steps(); ++step) {
        const auto read = before.rowsFrom(steps.offset(step) - steps.active(0), steps.active(step));
        copyRows(steps.before(hidden_, step), read);
        drop(read);
    }
    transposedMultiply(later, before, recurrent_.gradient);
    sumRows(gates_, inputBias_.gradient);
    copyRows(inputBias_.gradient, recurrentBias_.gradient);
    multiply(gates_, input_.value, toX);
}

} // namespace zhuyi::fast
