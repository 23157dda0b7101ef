#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/decoding/Translator.h"
#include "engine/session/Command.h"
#include "engine/session/Reports.h"

namespace zhuyi {

/// Scores the model on every pair of a corpus file: loss and token accuracy with the references forced, BLEU and chrF
/// of greedy translations, and the alignment error rate where true alignments are given. Throws what readCorpus and
/// readAlignments throw, and what `progress` throws.
EvaluationReport evaluate(const Translator& translator, const Evaluate& command, const ProgressFunction& progress);

} // namespace zhuyi
