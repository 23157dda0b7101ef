#pragma once

#include "engine/text/Tokenizer.h"

#include <unicode/brkiter.h>

namespace zhuyi {

/// Chinese cut into words by ICU's dictionary; words of other scripts and numbers whole, signs apart.
class ChineseWordTokenizer : public Tokenizer {
  public:
    ChineseWordTokenizer();
    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;

  private:
    explicit ChineseWordTokenizer(std::unique_ptr<icu::BreakIterator> words) : words_(std::move(words)) {}
    void appendWords(std::string_view run, std::vector<std::string>& tokens) const;

    std::unique_ptr<icu::BreakIterator> words_;
};

} // namespace zhuyi
