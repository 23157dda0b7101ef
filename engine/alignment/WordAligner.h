#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/EncodedCorpus.h"

namespace zhuyi {

/// Which tokens of a pair translate each other, as a statistical model of words says that is trained on the pairs
/// themselves, in both directions; the links that both directions name. Deterministic for any number of threads.
Alignments alignWords(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                      const ProgressFunction& progress);

} // namespace zhuyi
