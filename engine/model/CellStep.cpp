#include "engine/model/CellStep.h"

#include "engine/model/LstmCell.h"

namespace zhuyi {

CellStep::CellStep(const Settings& settings) : isGru_(settings.cell == "gru") {
    if (!settings.layer_normalisation)
        return;
    const auto norm = [&](const char* name, std::int64_t size) {
        return register_module(name, torch::nn::LayerNorm(torch::nn::LayerNormOptions({size})));
    };
    const auto sums = gatesOf(settings) * settings.hidden_size;
    inputNorm_ = norm("input", sums);
    recurrentNorm_ = norm("recurrent", sums);
    if (!isGru_)
        cellNorm_ = norm("cell", settings.hidden_size);
}

void CellStep::operator()(const torch::Tensor& input, const torch::Tensor& recurrent, torch::Tensor& hidden,
                          torch::Tensor& cell) {
    const auto fromInput = inputNorm_ ? inputNorm_(input) : input;
    const auto fromState = recurrentNorm_ ? recurrentNorm_(recurrent) : recurrent;
    if (isGru_) {
        const auto x = fromInput.chunk(3, 1), h = fromState.chunk(3, 1);
        const auto reset = torch::sigmoid(x[0] + h[0]), update = torch::sigmoid(x[1] + h[1]);
        const auto fresh = torch::tanh(x[2] + reset * h[2]);
        hidden = fresh + update * (hidden - fresh);
    } else if (cellNorm_) {
        const auto gates = (fromInput + fromState).chunk(4, 1); // i, f, g, o
        cell = torch::sigmoid(gates[1]) * cell + torch::sigmoid(gates[0]) * torch::tanh(gates[2]);
        hidden = torch::sigmoid(gates[3]) * torch::tanh(cellNorm_(cell));
    } else {
        std::tie(hidden, cell) = lstmCell(fromInput + fromState, cell);
    }
}

} // namespace zhuyi
