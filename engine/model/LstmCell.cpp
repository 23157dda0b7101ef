#include "engine/model/LstmCell.h"

namespace zhuyi {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Cell : torch::autograd::Function<Cell> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& gates, const torch::Tensor& before) {
        const auto size = before.size(1);
        const auto active = torch::sigmoid(gates); // of all four; g's place is written over
        auto g = active.slice(1, 2 * size, 3 * size);
        torch::tanh_out(g, gates.slice(1, 2 * size, 3 * size));
        const auto cell = torch::addcmul(active.slice(1, size, 2 * size) * before, active.slice(1, 0, size), g);
        const auto squashed = torch::tanh(cell);
        const auto hidden = active.slice(1, 3 * size) * squashed;
        context->save_for_backward({active, before, squashed});
        return {hidden, cell};
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto &active = saved[0], &before = saved[1], &squashed = saved[2];
        const auto size = before.size(1);
        const auto i = active.slice(1, 0, size), f = active.slice(1, size, 2 * size),
                   g = active.slice(1, 2 * size, 3 * size), o = active.slice(1, 3 * size);
        const auto& toHidden = gradients[0];
        // d tanh(x) = 1 − tanh²(x), d σ(x) = σ(x) (1 − σ(x))
        const auto toCell = torch::tanh_backward(toHidden * o, squashed).add_(gradients[1]);
        auto toGates = torch::empty_like(active);
        auto toI = toGates.slice(1, 0, size), toF = toGates.slice(1, size, 2 * size),
             toG = toGates.slice(1, 2 * size, 3 * size), toO = toGates.slice(1, 3 * size);
        torch::sigmoid_backward_out(toI, toCell * g, i);
        torch::sigmoid_backward_out(toF, toCell * before, f);
        torch::tanh_backward_out(toG, toCell * i, g);
        torch::sigmoid_backward_out(toO, toHidden * squashed, o);
        return {toGates, toCell * f};
    }
};

} // namespace

std::pair<torch::Tensor, torch::Tensor> lstmCell(const torch::Tensor& gates, const torch::Tensor& cell) {
    const auto outputs = Cell::apply(gates, cell);
    return {outputs[0], outputs[1]};
}

} // namespace zhuyi
