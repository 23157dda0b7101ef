#pragma once

#include "engine/text/Tokenizer.h"

namespace zhuyi {

/// Each Chinese character a token; words of other scripts and numbers whole, signs apart.
class ChineseCharacterTokenizer : public Tokenizer {
  public:
    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;
};

} // namespace zhuyi
