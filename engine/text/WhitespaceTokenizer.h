#pragma once

#include "engine/text/Tokenizer.h"

namespace zhuyi {

/// For text that comes tokenized: its tokens exactly, between its spaces.
class WhitespaceTokenizer : public Tokenizer {
  public:
    explicit WhitespaceTokenizer(Language language) : language_(language) {}
    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;

  private:
    Language language_;
};

} // namespace zhuyi
