#include "engine/text/WhitespaceTokenizer.h"

#include "engine/text/ChineseText.h"
#include "engine/text/EnglishText.h"

#include <algorithm>

namespace zhuyi {

std::vector<std::string> WhitespaceTokenizer::tokenize(std::string_view text) const {
    std::vector<std::string> tokens;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start)
            tokens.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return tokens;
}

std::string WhitespaceTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    return language_ == Language::Chinese ? joinChinese(tokens) : joinEnglish(tokens);
}

std::unique_ptr<Tokenizer> WhitespaceTokenizer::clone() const {
    return std::make_unique<WhitespaceTokenizer>(language_);
}

} // namespace zhuyi
