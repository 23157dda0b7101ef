#pragma once

#include <string>
#include <vector>

namespace zhuyi {

struct Score {
    double value = 0;       // 0–100
    std::string signature;  // as sacrebleu writes it
    double lengthRatio = 0; // BLEU's tokens of the hypotheses by those of the references; of BLEU alone
};

/// Corpus BLEU (Papineni et al. 2002) as sacrebleu 2 computes it: exponential smoothing, effective order off,
/// tokenisation "13a" for English and "zh" for Chinese, case kept. Throws std::invalid_argument where the sizes differ.
Score corpusBleu(const std::vector<std::string>& hypotheses, const std::vector<std::string>& references, bool chinese);
/// The same against one or more references a hypothesis: an n-gram counts as often as it stands in any of them, and the
/// reference of the closest length counts for the length, of two the shorter one.
Score corpusBleuOfSeveral(const std::vector<std::string>& hypotheses,
                          const std::vector<std::vector<std::string>>& references, bool chinese);

} // namespace zhuyi
