#pragma once

#include "engine/corpus/Corpus.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// The pairs that stand in these lines, with their true alignments, in the order of the corpus.
Corpus partOfCorpus(const Corpus& corpus, const std::vector<std::int64_t>& lines);

} // namespace zhuyi
