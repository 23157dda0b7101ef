#pragma once

#include "engine/text/Capitals.h"
#include "engine/text/Tokenizer.h"

namespace zhuyi {

/// Words, in lower case unless asked otherwise, and signs. "'s", "'m", "'re", "'ve", "'ll" and "'d" are tokens of their
/// own, so that a name and its genitive share a word; "don't", "o'clock" and "e-mail" stay whole.
class EnglishWordTokenizer : public Tokenizer {
  public:
    /// `capitals` are put back in what is joined; null: words stay as they are written.
    explicit EnglishWordTokenizer(std::shared_ptr<const Capitals> capitals = std::make_shared<const Capitals>())
        : capitals_(std::move(capitals)) {}
    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;

  private:
    std::shared_ptr<const Capitals> capitals_;
};

} // namespace zhuyi
