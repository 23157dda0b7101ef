#include "engine/text/ChineseWordTokenizer.h"

#include "engine/session/Message.h"
#include "engine/text/ChineseText.h"

#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

namespace zhuyi {

ChineseWordTokenizer::ChineseWordTokenizer() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    if (U_FAILURE(status))
        throw Failure(MessageCode::Internal, {std::string("ICU has no word dictionary: ") + u_errorName(status)});
}

std::vector<std::string> ChineseWordTokenizer::tokenize(std::string_view text) const {
    const std::string folded = foldChinese(text);
    std::vector<std::string> tokens;
    for (const ChineseRun& run : chineseRuns(folded)) {
        if (run.kind == ChineseRun::Kind::Han)
            appendWords(run.text, tokens);
        else
            tokens.emplace_back(run.text);
    }
    return tokens;
}

void ChineseWordTokenizer::appendWords(std::string_view run, std::vector<std::string>& tokens) const {
    const auto characters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(run.data(), static_cast<std::int32_t>(run.size())));
    words_->setText(characters);
    std::int32_t start = words_->first();
    for (std::int32_t end = words_->next(); end != icu::BreakIterator::DONE; start = end, end = words_->next()) {
        std::string word;
        characters.tempSubStringBetween(start, end).toUTF8String(word);
        tokens.push_back(std::move(word));
    }
}

std::string ChineseWordTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    return joinChinese(tokens);
}

std::unique_ptr<Tokenizer> ChineseWordTokenizer::clone() const {
    return std::unique_ptr<Tokenizer>(new ChineseWordTokenizer(std::unique_ptr<icu::BreakIterator>(words_->clone())));
}

} // namespace zhuyi
