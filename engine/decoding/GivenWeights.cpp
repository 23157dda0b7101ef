#include "engine/decoding/GivenWeights.h"

#include "engine/session/Message.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhuyi {

GivenRows givenRows(const std::vector<GivenAttention>& given, std::size_t sourceTokens) {
    GivenRows rows;
    for (const auto& [row, weights] : given) {
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const bool isNegative = std::any_of(weights.begin(), weights.end(), [](float weight) { return weight < 0; });
        if (row < 0 || weights.size() != sourceTokens || isNegative || !std::isfinite(sum) || sum <= 0)
            throw Failure(MessageCode::GivenAttentionUnusable, {std::to_string(row + 1), std::to_string(sourceTokens)});
        auto& scaled = rows[row];
        scaled.clear();
        for (const float weight : weights)
            scaled.push_back(static_cast<float>(weight / sum));
    }
    return rows;
}

} // namespace zhuyi
