#include "engine/text/SubwordTokenizer.h"

#include "engine/session/Message.h"
#include "engine/text/ChineseText.h"
#include "engine/text/EnglishText.h"
#include "engine/text/Utf8.h"

#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t mostSentences = 200000; // more of them change the pieces little and take minutes
const std::string wordBegin = "▁";

std::string folded(std::string_view text, Language language) {
    return language == Language::Chinese ? foldChinese(text) : foldEnglish(text);
}

class Sentences : public sentencepiece::SentenceIterator {
  public:
    explicit Sentences(const std::vector<std::string>& sentences) : sentences_(sentences) {}
    bool done() const override { return next_ == sentences_.size(); }
    void Next() override { ++next_; }
    const std::string& value() const override { return sentences_[next_]; }
    sentencepiece::util::Status status() const override { return {}; }

  private:
    const std::vector<std::string>& sentences_;
    std::size_t next_ = 0;
};

/// How many pieces to learn, and the share of all characters that have one of their own.
struct Room {
    std::int64_t pieces;
    double coverage;
};

/// Single characters take up to half of the pieces, the rarest go without; SentencePiece insists on 98 % of the text.
Room roomFor(const std::vector<std::string>& sentences, std::int64_t size) {
    constexpr double least = 0.98, usual = 0.9995; // the rare rest could not be learnt anyway
    std::unordered_map<char32_t, std::int64_t> counts;
    std::int64_t total = 0;
    for (const auto& sentence : sentences)
        for (std::size_t i = 0; i < sentence.size(); ++total)
            ++counts[nextCodePoint(sentence, i)];
    std::vector<std::int64_t> sorted;
    for (const auto& [character, count] : counts)
        sorted.push_back(count);
    std::sort(sorted.rbegin(), sorted.rend());
    std::int64_t characters = 0;
    double covered = 0;
    for (const auto count : sorted) {
        if (covered >= usual || (covered >= least && characters >= size / 2))
            break;
        covered += static_cast<double>(count) / static_cast<double>(total);
        ++characters;
    }
    return {std::max(size, 2 * characters), std::clamp(covered, least, usual)};
}

} // namespace

SubwordTokenizer::SubwordTokenizer(const std::string& model, Language language) : language_(language) {
    auto processor = std::make_shared<sentencepiece::SentencePieceProcessor>();
    if (!processor->LoadFromSerializedProto(model).ok())
        throw Failure(MessageCode::Internal, {"the subword model is damaged"});
    processor_ = std::move(processor);
}

SubwordTokenizer::SubwordTokenizer(std::shared_ptr<const sentencepiece::SentencePieceProcessor> processor,
                                   Language language)
    : processor_(std::move(processor)), language_(language) {}

SubwordTokenizer::~SubwordTokenizer() = default;

std::vector<std::string> SubwordTokenizer::tokenize(std::string_view text) const {
    std::vector<std::string> tokens;
    processor_->Encode(folded(text, language_), &tokens);
    return tokens;
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
    return std::unique_ptr<Tokenizer>(new SubwordTokenizer(processor_, language_)); // its const functions share safely
}

std::vector<std::string> SubwordTokenizer::pieces() const {
    std::vector<std::string> pieces;
    for (int id = 0; id < processor_->GetPieceSize(); ++id)
        if (!processor_->IsUnknown(id) && !processor_->IsControl(id))
            pieces.push_back(processor_->IdToPiece(id));
    return pieces;
}

std::string SubwordTokenizer::train(Language language, std::int64_t size, std::size_t count,
                                    const std::function<std::string_view(std::size_t)>& sentence) {
    std::vector<std::string> sentences;
    const std::size_t taken = std::min(count, mostSentences);
    for (std::size_t i = 0; i < taken; ++i)
        sentences.push_back(folded(sentence(i * count / taken), language));
    const Room room = roomFor(sentences, size);
    Sentences iterator(sentences);
    std::string model;
    const auto status = sentencepiece::SentencePieceTrainer::Train(
        {{"model_type", "unigram"},
         {"vocab_size", std::to_string(room.pieces)},
         {"hard_vocab_limit", "false"}, // of a small corpus, as many as there are
         {"character_coverage", std::to_string(room.coverage)},
         {"normalization_rule_name", "identity"}, // normalise() came before
         {"unk_id", "0"},
         {"bos_id", "-1"},
         {"eos_id", "-1"},
         {"pad_id", "-1"},
         {"num_threads", "2"}, // fixed: sums over other numbers of threads round otherwise
         {"minloglevel", "2"}},
        &iterator, &model);
    if (!status.ok())
        throw Failure(MessageCode::Internal, {"no subwords could be learnt: " + status.ToString()});
    return model;
}

} // namespace zhuyi
