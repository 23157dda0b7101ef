#include "engine/text/SubwordTokenizer.h"

#include "engine/session/Message.h"
#include "engine/text/ChineseText.h"
#include "engine/text/EnglishText.h"
#include "engine/text/Utf8.h"
#include "engine/text/subwords/Pieces.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t mostSentences = 200000; // more of them change the pieces little and take minutes
const std::string wordBegin = "▁";

/// Single characters take up to half of the pieces, the rarest go without; SentencePiece insists on 98 % of the text. An
/// alphabet stays whole: its rarest digits and letters are needed for what has no piece of its own.
PiecesRequest roomFor(const std::vector<std::vector<std::string>>& texts, std::int64_t size) {
    constexpr double least = 0.98, usual = 0.9995, whole = 1; // the rare rest could not be learnt anyway
    const auto isAlphabet = [&](const auto& characters) {
        return static_cast<std::int64_t>(characters.size()) <= size / 8;
    };
    std::unordered_map<char32_t, std::int64_t> counts;
    std::int64_t total = 0;
    std::u32string alphabets;
    for (const auto& text : texts) {
        std::unordered_map<char32_t, std::int64_t> own;
        for (const auto& sentence : text)
            for (std::size_t i = 0; i < sentence.size(); ++total)
                ++own[nextCodePoint(sentence, i)];
        for (const auto& [character, count] : own) {
            counts[character] += count;
            if (isAlphabet(own) && character != U' ' && character != U'▅') // these two mean something to SentencePiece
                alphabets += character;
        }
    }
    std::vector<std::int64_t> sorted;
    for (const auto& [character, count] : counts)
        sorted.push_back(count);
    std::sort(sorted.rbegin(), sorted.rend());
    const auto most = isAlphabet(counts) ? whole : usual;
    std::int64_t characters = 0;
    double covered = 0;
    for (const auto count : sorted) {
        if (covered >= most || (covered >= least && characters >= size / 2))
            break;
        covered += static_cast<double>(count) / static_cast<double>(total);
        ++characters;
    }
    PiecesRequest request;
    request.pieces = std::max(size, 2 * characters);
    request.coverage = std::clamp(covered, least, most);
    std::sort(alphabets.begin(), alphabets.end());
    for (const auto character : alphabets)
        if (most < whole)
            appendCodePoint(request.characters, character);
    return request;
}

} // namespace

SubwordTokenizer::SubwordTokenizer(const std::string& model, Language language)
    : pieces_(piecesLibrary().open(model)), language_(language) {
    if (!pieces_)
        throw Failure(MessageCode::Internal, {"the subword model is damaged"});
}

SubwordTokenizer::SubwordTokenizer(std::shared_ptr<const Pieces> pieces, Language language)
    : pieces_(std::move(pieces)), language_(language) {}

SubwordTokenizer::~SubwordTokenizer() = default;

std::vector<std::string> SubwordTokenizer::tokenize(std::string_view text) const {
    return pieces_->encode(folded(text, language_));
}

std::string SubwordTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    std::string text;
    for (const auto& token : tokens)
        text += token;
    for (std::size_t i = 0; (i = text.find(wordBegin, i)) != std::string::npos;)
        text.replace(i, wordBegin.size(), " ");
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::unique_ptr<Tokenizer> SubwordTokenizer::clone() const {
    return std::unique_ptr<Tokenizer>(new SubwordTokenizer(pieces_, language_));
}

std::vector<std::string> SubwordTokenizer::pieces() const {
    return pieces_->all();
}

std::string SubwordTokenizer::folded(std::string_view text, Language language) {
    return language == Language::Chinese ? foldChinese(text) : foldEnglish(text);
}

std::vector<std::vector<std::string>> SubwordTokenizer::sample(const std::vector<std::string>& texts, double strength,
                                                               std::uint32_t seed) const {
    return pieces_->sample(texts, strength, seed);
}

std::string SubwordTokenizer::train(const std::vector<Text>& texts, const std::string& kind, std::int64_t size) {
    std::vector<std::vector<std::string>> taken;
    for (const auto& text : texts) {
        taken.emplace_back();
        const auto count = std::min(text.count, mostSentences / texts.size());
        for (std::size_t i = 0; i < count; ++i)
            taken.back().push_back(folded(text.sentence(i * text.count / count), text.language));
    }
    auto request = roomFor(taken, size);
    request.kind = kind;
    std::vector<std::string> sentences;
    for (auto& text : taken)
        std::move(text.begin(), text.end(), std::back_inserter(sentences));
    std::string error;
    auto model = piecesLibrary().train(sentences, request, error);
    if (!error.empty())
        throw Failure(MessageCode::Internal, {"no subwords could be learnt: " + error});
    return model;
}

} // namespace zhuyi
