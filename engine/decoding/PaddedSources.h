#pragma once

#include "engine/model/Torch.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Sentences as an encoder takes them.
struct PaddedSources {
    torch::Tensor ids;     // B×S int64, Vocabulary::Pad behind each sentence
    torch::Tensor lengths; // B int64, on the CPU
};

/// None of the sentences may be empty.
PaddedSources padded(const std::vector<std::vector<std::int32_t>>& sentences, torch::Device device);

} // namespace zhuyi
