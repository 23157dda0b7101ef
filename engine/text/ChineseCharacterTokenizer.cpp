#include "engine/text/ChineseCharacterTokenizer.h"

#include "engine/text/ChineseText.h"
#include "engine/text/Utf8.h"

namespace zhuyi {

std::vector<std::string> ChineseCharacterTokenizer::tokenize(std::string_view text) const {
    const std::string folded = foldChinese(text);
    std::vector<std::string> tokens;
    for (const ChineseRun& run : chineseRuns(folded)) {
        if (run.kind != ChineseRun::Kind::Han) {
            tokens.emplace_back(run.text);
            continue;
        }
        for (std::size_t i = 0; i < run.text.size();) {
            const std::size_t start = i;
            nextCodePoint(run.text, i);
            tokens.emplace_back(run.text.substr(start, i - start));
        }
    }
    return tokens;
}

std::string ChineseCharacterTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    return joinChinese(tokens);
}

std::unique_ptr<Tokenizer> ChineseCharacterTokenizer::clone() const {
    return std::make_unique<ChineseCharacterTokenizer>();
}

} // namespace zhuyi
