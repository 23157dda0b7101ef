#pragma once

#include "engine/text/Capitals.h"
#include "engine/text/Tokenizer.h"

#include <memory>
#include <string>
#include <string_view>

namespace zhuyi {

/// The form in which text is cut into tokens, by the settings `simplify` (of Chinese) and `casing` (of English).
class TextForm {
  public:
    TextForm() = default; // as it is
    /// `capitals` are for English that is written.
    TextForm(const Settings& settings, Language language,
             std::shared_ptr<const Capitals> capitals = std::make_shared<const Capitals>());

    /// Whether there is anything to do.
    bool changes() const { return kind_ != Kind::AsItIs; }
    /// What to cut into tokens.
    std::string read(std::string_view text) const;
    /// What people read, of what tokens were joined to.
    std::string write(std::string text) const;

  private:
    enum class Kind { AsItIs, Simplified, Lowered, SentenceStartsLowered };
    Kind kind_ = Kind::AsItIs;
    std::shared_ptr<const Capitals> capitals_;
};

} // namespace zhuyi
