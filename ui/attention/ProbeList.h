#pragma once

#include "engine/session/Command.h"
#include "engine/session/CorpusSummary.h"

#include <string>
#include <vector>

namespace zhuyi {

/// The sentences whose attention is watched. They are kept by language rather than as source and target, so that they
/// outlive a change of direction.
class ProbeList {
  public:
    static constexpr int most = 12; // each costs the engine a forward pass a report

    void setSentences(std::vector<SentencePair> sentences) { sentences_ = std::move(sentences); }
    const std::vector<SentencePair>& sentences() const { return sentences_; }

    /// A few dev pairs of moderate length, spread over those shown.
    void chooseFrom(const CorpusSummary& corpus, bool sourceIsChinese);

    /// Those that can be watched in this direction: the others lack the source.
    std::vector<SentencePair> watchable(bool sourceIsChinese) const;

    static const std::string& source(const SentencePair& pair, bool sourceIsChinese) {
        return sourceIsChinese ? pair.chinese : pair.english;
    }
    static const std::string& target(const SentencePair& pair, bool sourceIsChinese) {
        return sourceIsChinese ? pair.english : pair.chinese;
    }

  private:
    std::vector<SentencePair> sentences_;
};

} // namespace zhuyi
