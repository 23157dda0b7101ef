#include "engine/text/Tokenizer.h"

#include "engine/session/Message.h"
#include "engine/session/Settings.h"
#include "engine/session/TokenizerKind.h"
#include "engine/text/ChineseCharacterTokenizer.h"
#include "engine/text/ChineseWordTokenizer.h"
#include "engine/text/EnglishCharacterTokenizer.h"
#include "engine/text/EnglishWordTokenizer.h"
#include "engine/text/FormedTokenizer.h"
#include "engine/text/SubwordTokenizer.h"
#include "engine/text/Vocabulary.h"
#include "engine/text/WhitespaceTokenizer.h"

namespace zhuyi {

std::unique_ptr<Tokenizer> makeTokenizer(const std::string& kind, Language language) {
    const bool chinese = language == Language::Chinese;
    if (kind == "character" && chinese)
        return std::make_unique<ChineseCharacterTokenizer>();
    if (kind == "character")
        return std::make_unique<EnglishCharacterTokenizer>();
    if (kind == "word" && chinese)
        return std::make_unique<ChineseWordTokenizer>();
    if (kind == "word")
        return std::make_unique<EnglishWordTokenizer>();
    if (kind == "whitespace")
        return std::make_unique<WhitespaceTokenizer>(language);
    throw Failure(MessageCode::SettingNotAChoice, {"tokenizer", kind, "character, word, whitespace"});
}

std::unique_ptr<Tokenizer> makeTokenizer(const Settings& settings, Side side, const Vocabulary& vocabulary) {
    const bool ofSource = side == Side::Source;
    const auto kind = ofSource ? sourceTokenizerKind(settings) : targetTokenizerKind(settings);
    const auto language = settings.sourceIsChinese() == ofSource ? Language::Chinese : Language::English;
    std::unique_ptr<Tokenizer> tokenizer;
    if (kind == "subword")
        tokenizer = std::make_unique<SubwordTokenizer>(vocabulary.subwordModel(), language);
    else if (kind == "word" && language == Language::English)
        tokenizer = std::make_unique<EnglishWordTokenizer>(
            settings.casing == "auto" ? vocabulary.capitals() : nullptr); // else the form does what is to be done
    else
        tokenizer = makeTokenizer(kind, language);
    const TextForm form(settings, language, vocabulary.capitals());
    if (form.changes())
        tokenizer = std::make_unique<FormedTokenizer>(std::move(tokenizer), form);
    return tokenizer;
}

} // namespace zhuyi
