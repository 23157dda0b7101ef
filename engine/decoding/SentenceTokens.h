#pragma once

#include "engine/model/Model.h"
#include "engine/session/Message.h"
#include "engine/text/Tokenizer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zhuyi {

/// A sentence as a model sees it.
struct TokenisedSentence {
    std::vector<std::string> tokens;
    std::vector<std::int32_t> ids; // one a token
    std::vector<Message> notices;  // what people should know of it: cut, unknown words
};

/// Cuts what people type into the tokens of one model, and makes text of its tokens again.
class SentenceTokens {
  public:
    /// `record` must outlive it.
    explicit SentenceTokens(const ModelRecord& record);

    /// As people type it: what the vocabulary lacks is cut into words of it, where that can be done.
    TokenisedSentence source(const std::string& text) const;
    TokenisedSentence target(const std::string& text) const;
    /// Of target tokens as an AttentionMap shows them; "</s>" becomes End, and what follows it is left out.
    TokenisedSentence shown(std::vector<std::string> tokens) const;
    /// Of tokens as a tokenizer has cut them, at most `limit` of them.
    static TokenisedSentence encode(std::vector<std::string> tokens, const Vocabulary& vocabulary, std::int64_t limit);

    /// What people read of target tokens.
    std::string text(const std::vector<std::string>& tokens) const { return targetTokenizer_->detokenize(tokens); }

    const Tokenizer& sourceTokenizer() const { return *sourceTokenizer_; }
    const Tokenizer& targetTokenizer() const { return *targetTokenizer_; }

  private:
    const ModelRecord& record_;
    std::unique_ptr<Tokenizer> sourceTokenizer_, targetTokenizer_;
};

} // namespace zhuyi
