#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zhuyi {

/// A target token and a source token that translate each other, by hand or by grammar.
struct GoldCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool sure = true; // else only possible (Och & Ney 2003)
};

/// The attention of one decoded sentence: row i is what the model looked at to write target token i, and sums to 1
/// (or to 0 for a model without attention).
struct AttentionMap {
    std::vector<std::string> sourceTokens;
    std::vector<std::string> targetTokens; // the last is "</s>" unless the sentence was cut
    std::vector<float> weights;            // row-major, target × source
    std::int64_t step = 0;                 // training steps that the model had seen
    bool sourceIsChinese = true;
    std::optional<std::vector<GoldCell>> gold; // where the true alignment of this very pair is known

    std::size_t rows() const { return targetTokens.size(); }
    std::size_t columns() const { return sourceTokens.size(); }
    float at(std::size_t row, std::size_t column) const { return weights[row * columns() + column]; }
};

using AttentionMapPtr = std::shared_ptr<const AttentionMap>;

} // namespace zhuyi
