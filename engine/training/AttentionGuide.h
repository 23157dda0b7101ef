#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/EncodedCorpus.h"

namespace zhuyi {

/// Where attention should lie, for guided attention (Chen et al. 2016): links between the tokens of each pair. They come from
/// the true alignment where it is known, else from alignWords over all pairs. Throws what `progress` throws.
Alignments attentionGuide(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                          const ProgressFunction& progress);

} // namespace zhuyi
