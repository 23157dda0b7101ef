#pragma once

#include "engine/corpus/EncodedCorpus.h"
#include "engine/model/Batch.h"

#include <vector>

namespace zhuyi {

/// The padded tensors of these pairs, on `device`. An empty source counts as one Unknown, since an encoder reads at least
/// one token. `guide`: links between the tokens of each pair, which become Batch::guide.
Batch makeBatch(const EncodedPairs& pairs, const std::vector<std::uint32_t>& indices, torch::Device device,
                const Alignments* guide = nullptr);

} // namespace zhuyi
