#pragma once

#include "engine/text/TextForm.h"
#include "engine/text/Tokenizer.h"

#include <memory>

namespace zhuyi {

/// Another tokenizer, given text in a form.
class FormedTokenizer : public Tokenizer {
  public:
    FormedTokenizer(std::unique_ptr<Tokenizer> tokenizer, TextForm form);

    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;

  private:
    std::unique_ptr<Tokenizer> tokenizer_;
    TextForm form_;
};

} // namespace zhuyi
