#include "engine/text/EnglishWordTokenizer.h"

#include "engine/text/Characters.h"
#include "engine/text/EnglishText.h"
#include "engine/text/Utf8.h"

namespace zhuyi {

namespace {

/// Length of the clitic at the end of a word, 0 where there is none.
std::size_t cliticLength(std::string_view word) {
    for (const std::string_view clitic : {"'s", "'m", "'d", "'re", "'ve", "'ll", "'S", "'M", "'D", "'RE", "'VE", "'LL"})
        if (word.size() > clitic.size() && word.substr(word.size() - clitic.size()) == clitic)
            return clitic.size();
    return 0;
}

void appendWord(std::string_view word, std::vector<std::string>& tokens) {
    if (const std::size_t length = cliticLength(word)) {
        appendWord(word.substr(0, word.size() - length), tokens);
        word.remove_prefix(word.size() - length);
    }
    tokens.emplace_back(word);
}

} // namespace

std::vector<std::string> EnglishWordTokenizer::tokenize(std::string_view text) const {
    const std::string folded = capitals_ ? lowerCase(foldEnglish(text)) : foldEnglish(text);
    const std::string_view view = folded;
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < view.size();) {
        std::size_t end = i;
        const char32_t c = nextCodePoint(view, end);
        if (isWordCharacter(c)) {
            end = wordEnd(view, i);
            appendWord(view.substr(i, end - i), tokens);
        } else if (c != U' ') {
            end = signEnd(view, i);
            tokens.emplace_back(view.substr(i, end - i));
        }
        i = end;
    }
    return tokens;
}

std::string EnglishWordTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    return joinEnglish(tokens, capitals_.get());
}

std::unique_ptr<Tokenizer> EnglishWordTokenizer::clone() const {
    return std::make_unique<EnglishWordTokenizer>(capitals_);
}

} // namespace zhuyi
