#pragma once

#include "engine/decoding/BeamSearch.h"
#include "engine/decoding/SentenceTokens.h"
#include "engine/session/Translation.h"

#include <string>
#include <vector>

namespace zhuyi {

/// Makes what people see of what a search or forced decoding wrote.
class Presentation {
  public:
    /// Both must outlive it.
    Presentation(const ModelRecord& record, const SentenceTokens& tokens) : record_(record), tokens_(tokens) {}

    /// `given`: the target's first tokens as they were given, which need not be words of the vocabulary.
    Translation translation(const std::string& text, const TokenisedSentence& source, const ScoredHypothesis& scored,
                            const std::vector<std::string>& given = {}, bool replacesUnknown = false) const;
    std::vector<std::vector<BeamNode>> beam(const BeamTree& tree) const;

  private:
    const ModelRecord& record_;
    const SentenceTokens& tokens_;
};

} // namespace zhuyi
