#pragma once

#include <string>
#include <vector>

namespace zhuyi {

struct Score {
    double value = 0;      // 0–100
    std::string signature; // as sacrebleu writes it
};

/// Corpus BLEU (Papineni et al. 2002) as sacrebleu 2 computes it: one reference, exponential smoothing, effective order
/// off, tokenisation "13a" for English and "zh" for Chinese, case kept. Throws std::invalid_argument where the sizes
/// differ.
Score corpusBleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool chinese);

} // namespace zhuyi
