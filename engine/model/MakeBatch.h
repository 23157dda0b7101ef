#pragma once

#include "engine/corpus/EncodedCorpus.h"
#include "engine/model/Batch.h"

#include <vector>

namespace zhuyi {

/// The padded tensors of these pairs, on `device`. An empty source counts as one Unknown, since an encoder reads at least
/// one token.
Batch makeBatch(const EncodedPairs& pairs, const std::vector<std::uint32_t>& indices, torch::Device device);

} // namespace zhuyi
