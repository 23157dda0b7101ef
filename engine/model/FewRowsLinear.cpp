#include "engine/model/FewRowsLinear.h"

#include <algorithm>

namespace zhuyi {

torch::Tensor fewRowsLinear(const torch::Tensor& input, const torch::Tensor& weight, const torch::Tensor& bias) {
    constexpr std::int64_t few = 8;
    constexpr std::int64_t small = 900'000; // multiplications; OpenBLAS takes up to a million as they are
    const auto rows = input.size(0), outputs = weight.size(0);
    if (torch::GradMode::is_enabled() || !input.is_cpu() || rows > few)
        return torch::linear(input, weight, bias);
    if (rows == 1)
        return torch::addmv(bias, weight, input.select(0, 0)).unsqueeze(0);
    const auto piece = std::max<std::int64_t>(1, small / (rows * weight.size(1)));
    auto product = torch::empty({rows, outputs}, input.options());
    for (std::int64_t begin = 0; begin < outputs; begin += piece) {
        const auto end = std::min(begin + piece, outputs);
        auto place = product.slice(1, begin, end);
        torch::addmm_out(place, bias.slice(0, begin, end), input, weight.slice(0, begin, end).t());
    }
    return product;
}

} // namespace zhuyi
