#pragma once

#include "engine/metrics/Bleu.h"

namespace zhuyi {

/// Corpus chrF2 (Popović 2015) as sacrebleu 2 computes it: character n-grams up to 6, no word n-grams, white space
/// removed, effective order on. Throws std::invalid_argument where the sizes differ.
Score corpusChrf(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references);

} // namespace zhuyi
