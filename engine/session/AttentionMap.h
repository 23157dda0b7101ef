#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zhuyi {

/// The attention of one decoded sentence: row i is what the model looked at to write target token i, and sums to 1
/// (or to 0 for a model without attention).
struct AttentionMap {
    std::vector<std::string> sourceTokens;
    std::vector<std::string> targetTokens; // the last is "</s>" unless the sentence was cut
    std::vector<float> weights;            // row-major, target × source
    std::int64_t step = 0;                 // training steps that the model had seen
    bool sourceIsChinese = true;

    std::size_t rows() const { return targetTokens.size(); }
    std::size_t columns() const { return sourceTokens.size(); }
    float at(std::size_t row, std::size_t column) const { return weights[row * columns() + column]; }
};

using AttentionMapPtr = std::shared_ptr<const AttentionMap>;

} // namespace zhuyi
