#include "engine/text/TextForm.h"

#include "engine/session/Settings.h"
#include "engine/text/EnglishText.h"
#include "engine/text/EnglishWordTokenizer.h"
#include "engine/text/SimplifiedChinese.h"

namespace zhuyi {

TextForm::TextForm(const Settings& settings, Language language, std::shared_ptr<const Capitals> capitals)
    : capitals_(std::move(capitals)) {
    if (language == Language::Chinese)
        kind_ = settings.simplify ? Kind::Simplified : Kind::AsItIs;
    else if (settings.casing == "lowered")
        kind_ = Kind::Lowered;
    else if (settings.casing == "sentence")
        kind_ = Kind::SentenceStartsLowered;
}

std::string TextForm::read(std::string_view text) const {
    switch (kind_) {
    case Kind::Simplified:
        return simplifiedChinese(text);
    case Kind::Lowered:
        return lowerCase(text);
    case Kind::SentenceStartsLowered:
        return lowerSentenceStarts(text);
    case Kind::AsItIs:
        break;
    }
    return std::string(text);
}

std::string TextForm::write(std::string text) const {
    if (kind_ == Kind::Lowered) {
        const EnglishWordTokenizer words(capitals_); // which puts back those of names and sentences
        return words.detokenize(words.tokenize(text));
    }
    return kind_ == Kind::SentenceStartsLowered && capitals_->beginSentences() ? raiseSentenceStarts(text) : text;
}

} // namespace zhuyi
