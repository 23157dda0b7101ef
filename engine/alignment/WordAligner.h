#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/EncodedCorpus.h"
#include "engine/corpus/ParallelWork.h"

namespace zhuyi {

/// Which tokens of a pair translate each other, as two hidden Markov models of words say, one a direction, that are trained
/// on the pairs themselves to agree (Liang et al. 2006): what both expect is counted, under a Dirichlet prior against rare
/// words that draw everything to them. Links are those whose posteriors multiply to more than 1/20. Deterministic for
/// any number of `workers`. Throws what `progress` throws.
Alignments alignWords(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                      const ProgressFunction& progress, std::size_t workers = workerCount());

} // namespace zhuyi
