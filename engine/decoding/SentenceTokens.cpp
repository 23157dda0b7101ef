#include "engine/decoding/SentenceTokens.h"

#include "engine/session/TokenizerKind.h"

#include "engine/text/Normalise.h"
#include "engine/text/VocabularyCut.h"

#include <algorithm>

namespace zhuyi {

SentenceTokens::SentenceTokens(const ModelRecord& record)
    : record_(record), sourceTokenizer_(makeTokenizer(record.settings, Side::Source, record.source)),
      targetTokenizer_(makeTokenizer(record.settings, Side::Target, record.target)) {}

TokenisedSentence SentenceTokens::source(const std::string& text) const {
    const auto& settings = record_.settings;
    auto tokens = sourceTokenizer_->tokenize(normalise(text));
    const auto kind = sourceTokenizerKind(settings);
    if (kind == "character" || kind == "subword")
        return encode(std::move(tokens), record_.source, settings.max_length);
    std::vector<std::string> words;
    for (auto& token : tokens) {
        std::vector<std::string> cut;
        if (record_.source.id(token) == Vocabulary::Unknown)
            cut = cutByVocabulary(token, record_.source,
                                  settings.sourceIsChinese() ? Language::Chinese : Language::English);
        if (cut.empty())
            cut.push_back(std::move(token));
        words.insert(words.end(), cut.begin(), cut.end());
    }
    return encode(std::move(words), record_.source, settings.max_length);
}

TokenisedSentence SentenceTokens::target(const std::string& text) const {
    return encode(targetTokenizer_->tokenize(normalise(text)), record_.target, record_.settings.max_length);
}

TokenisedSentence SentenceTokens::shown(std::vector<std::string> tokens) const {
    const auto& end = record_.target.token(Vocabulary::End);
    const auto last = std::find(tokens.begin(), tokens.end(), end);
    const bool isEnded = last != tokens.end();
    tokens.erase(last, tokens.end());
    auto sentence = encode(std::move(tokens), record_.target, record_.settings.max_length + (isEnded ? 0 : 1));
    if (isEnded) {
        sentence.tokens.push_back(end);
        sentence.ids.push_back(Vocabulary::End);
    }
    return sentence;
}

TokenisedSentence SentenceTokens::encode(std::vector<std::string> tokens, const Vocabulary& vocabulary,
                                         std::int64_t limit) {
    TokenisedSentence sentence;
    sentence.tokens = std::move(tokens);
    const auto most = static_cast<std::size_t>(limit);
    if (sentence.tokens.size() > most) {
        sentence.tokens.resize(most);
        sentence.notices.push_back({MessageCode::SentenceCut, {std::to_string(limit)}});
    }
    std::string unknown;
    for (const auto& token : sentence.tokens) {
        sentence.ids.push_back(vocabulary.id(token));
        if (sentence.ids.back() == Vocabulary::Unknown && token != vocabulary.token(Vocabulary::Unknown) &&
            (", " + unknown + ", ").find(", " + token + ", ") == std::string::npos)
            unknown += (unknown.empty() ? "" : ", ") + token;
    }
    if (!unknown.empty())
        sentence.notices.push_back({MessageCode::SentenceUnknownWords, {unknown}});
    return sentence;
}

} // namespace zhuyi
