#include "engine/text/TextForm.h"

#include "engine/session/Settings.h"
#include "engine/text/EnglishText.h"
#include "engine/text/EnglishWordTokenizer.h"
#include "engine/text/SimplifiedChinese.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

/// The words of a text in which the sign for what is unknown may stand, which is none of them.
std::vector<std::string> wordsOf(std::string_view text, const Tokenizer& tokenizer) {
    static const std::string unknown = Vocabulary().token(Vocabulary::Unknown);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(unknown, begin), text.size());
        for (auto& word : tokenizer.tokenize(text.substr(begin, end - begin)))
            words.push_back(std::move(word));
        if (end < text.size())
            words.push_back(unknown);
        begin = end < text.size() ? end + unknown.size() : text.size() + 1;
    }
    return words;
}

} // namespace

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
        return words.detokenize(wordsOf(text, words));
    }
    return kind_ == Kind::SentenceStartsLowered && capitals_->beginSentences() ? raiseSentenceStarts(text) : text;
}

} // namespace zhuyi
