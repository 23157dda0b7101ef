#pragma once

#include "engine/text/Tokenizer.h"

namespace zhuyi {

/// Each character as a reader sees it (with its marks) a token, the space written "▁".
class EnglishCharacterTokenizer : public Tokenizer {
  public:
    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;
};

} // namespace zhuyi
