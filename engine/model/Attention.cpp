#include "engine/model/AdditiveAttention.h"
#include "engine/model/DotAttention.h"
#include "engine/model/GeneralAttention.h"
#include "engine/model/NoAttention.h"
#include "engine/model/ScaledDotAttention.h"

#include <limits>

namespace zhuyi {

Attention::Result Attention::forward(const torch::Tensor& query, const Memory& memory, const torch::Tensor& given,
                                     const torch::Tensor& coverage) {
    const auto masked =
        scores(query, memory, coverage).masked_fill(memory.padding, -std::numeric_limits<double>::infinity());
    auto weights = torch::softmax(masked, 1);
    if (given.defined())
        weights = torch::where(given.sum(1, true) > 0, given, weights);
    return {torch::bmm(weights.unsqueeze(1), memory.values).squeeze(1), weights};
}

std::shared_ptr<Attention> makeAttention(const Settings& settings, std::int64_t memorySize) {
    const auto query = settings.hidden_size;
    if (settings.attention == "scaled_dot")
        return std::make_shared<ScaledDotAttention>(query, memorySize, settings.attention_size);
    if (settings.attention == "dot")
        return std::make_shared<DotAttention>(query, memorySize);
    if (settings.attention == "general")
        return std::make_shared<GeneralAttention>(query, memorySize);
    if (settings.attention == "none")
        return std::make_shared<NoAttention>(memorySize);
    return std::make_shared<AdditiveAttention>(query, memorySize, settings.attention_size, settings.coverage);
}

} // namespace zhuyi
