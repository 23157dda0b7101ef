#include "engine/decoding/TokenChoice.h"

#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <limits>

namespace zhuyi {

void blockSpecials(const torch::Tensor& scores, const DecodingOptions& options) {
    const auto block = [&scores](std::int64_t token) {
        scores.select(1, token).fill_(-std::numeric_limits<double>::infinity());
    };
    block(Vocabulary::Pad);
    block(Vocabulary::Begin);
    if (options.block_unknown)
        block(Vocabulary::Unknown);
}

std::vector<std::int32_t> repeatsAfter(const std::vector<std::int32_t>& tokens, std::int64_t length) {
    std::vector<std::int32_t> repeats;
    const auto size = static_cast<std::int64_t>(tokens.size());
    if (length <= 0)
        return repeats;
    const auto tail = tokens.end() - std::min(length - 1, size);
    for (std::int64_t end = length - 1; end < size; ++end)
        if (std::equal(tail, tokens.end(), tokens.begin() + (end - length + 1)))
            repeats.push_back(tokens[static_cast<std::size_t>(end)]);
    return repeats;
}

} // namespace zhuyi
