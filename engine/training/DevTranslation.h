#pragma once

#include "engine/model/Model.h"
#include "engine/session/CorpusSummary.h"
#include "engine/session/Reports.h"
#include "engine/training/ParallelTranslator.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace zhuyi {

/// Translates the same sample of the dev part at each validation, cut into pieces of one batch: for its BLEU, and for a
/// few sentences to read.
class DevTranslation {
  public:
    /// `pairs`: a sample of the dev part, up to a few hundred; may be empty.
    DevTranslation(const std::vector<SentencePair>& pairs, const Model& model, int threads);

    void restart() { translations_.clear(); }
    bool finished() const { return translations_.size() == sources_.size(); }
    /// The next batch, a share a worker; leaves the network in evaluation mode.
    void advance(Workers& workers);

    // Once it has finished:
    std::optional<double> bleu() const; // 0–100; of no pair, nothing
    std::vector<DevSample> samples() const;

  private:
    std::vector<std::string> sources_, references_, translations_; // from short to long
    bool toChinese_;
    ParallelTranslator translator_;
};

} // namespace zhuyi
