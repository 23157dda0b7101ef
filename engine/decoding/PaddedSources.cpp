#include "engine/decoding/PaddedSources.h"

#include "engine/text/Vocabulary.h"

#include <algorithm>

namespace zhuyi {

PaddedSources padded(const std::vector<std::vector<std::int32_t>>& sentences, torch::Device device) {
    std::size_t longest = 0;
    for (const auto& sentence : sentences)
        longest = std::max(longest, sentence.size());
    const auto size = static_cast<std::int64_t>(sentences.size());
    auto ids = torch::full({size, static_cast<std::int64_t>(longest)}, static_cast<std::int64_t>(Vocabulary::Pad),
                           torch::kInt64);
    auto lengths = torch::empty({size}, torch::kInt64);
    auto* row = ids.data_ptr<std::int64_t>();
    for (std::int64_t b = 0; b < size; ++b, row += longest) {
        const auto& sentence = sentences[static_cast<std::size_t>(b)];
        std::copy(sentence.begin(), sentence.end(), row);
        lengths.data_ptr<std::int64_t>()[b] = static_cast<std::int64_t>(sentence.size());
    }
    return {ids.to(device), lengths};
}

} // namespace zhuyi
