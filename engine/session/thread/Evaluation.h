#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/decoding/Translator.h"
#include "engine/session/Reports.h"

namespace zhuyi {

/// Scores the model on every pair of a corpus, over all and by the length of the source: loss and token accuracy with
/// the references forced, BLEU and chrF of translations, and the alignment error rate where true alignments are
/// known. Throws what `progress` throws.
EvaluationReport evaluate(const Translator& translator, const Corpus& corpus, const DecodingOptions& options,
                          int threads, const ProgressFunction& progress);

} // namespace zhuyi
