#include "engine/decoding/SearchDemands.h"

#include <algorithm>

namespace zhuyi {

std::optional<std::int32_t> SearchDemands::forced(std::size_t sentence, std::int64_t row) const {
    if (constraints.empty() || row >= static_cast<std::int64_t>(constraints[sentence].prefix.size()))
        return std::nullopt;
    return constraints[sentence].prefix[static_cast<std::size_t>(row)];
}

torch::Tensor SearchDemands::given(const std::vector<std::size_t>& sentences, std::int64_t row,
                                   const torch::Tensor& states) const {
    torch::Tensor weights;
    if (constraints.empty())
        return weights;
    for (std::size_t b = 0; b < sentences.size(); ++b) {
        const auto& rows = constraints[sentences[b]].attention;
        const auto entry = rows.find(row);
        if (entry == rows.end())
            continue;
        if (!weights.defined())
            weights = torch::zeros({static_cast<std::int64_t>(sentences.size()), states.size(1)}, torch::kFloat32);
        std::copy(entry->second.begin(), entry->second.end(),
                  weights.data_ptr<float>() + static_cast<std::int64_t>(b) * weights.size(1));
    }
    return weights.defined() ? weights.to(states.options()) : weights;
}

} // namespace zhuyi
