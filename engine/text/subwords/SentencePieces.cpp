#include "engine/text/subwords/Pieces.h"

#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <cstddef>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace {

using namespace zhuyi;

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

class SentencePieces : public Pieces {
  public:
    bool load(const std::string& model) { return processor_.LoadFromSerializedProto(model).ok(); }

    std::vector<std::string> encode(std::string_view text) const override {
        std::vector<std::string> tokens;
        processor_.Encode(text, &tokens);
        return tokens;
    }

    std::vector<std::string> all() const override {
        std::vector<std::string> pieces;
        for (int id = 0; id < processor_.GetPieceSize(); ++id)
            if (!processor_.IsUnknown(id) && !processor_.IsControl(id))
                pieces.push_back(processor_.IdToPiece(id));
        return pieces;
    }

    std::vector<std::vector<std::string>> sample(const std::vector<std::string>& texts, double strength,
                                                 std::uint32_t seed) const override {
        std::vector<std::vector<std::string>> tokens(texts.size());
        // SentencePiece draws from a generator of each thread's own, which is seeded when the thread first draws.
        std::thread([&] {
            static std::mutex seeding;
            const std::lock_guard<std::mutex> lock(seeding);
            sentencepiece::SetRandomGeneratorSeed(seed);
            for (std::size_t i = 0; i < texts.size(); ++i)
                processor_.SampleEncode(texts[i], -1, static_cast<float>(strength), &tokens[i]);
        }).join();
        return tokens;
    }

  private:
    sentencepiece::SentencePieceProcessor processor_;
};

std::unique_ptr<Pieces> open(const std::string& model) {
    auto pieces = std::make_unique<SentencePieces>();
    if (!pieces->load(model))
        return nullptr;
    return pieces;
}

std::string train(const std::vector<std::string>& sentences, const PiecesRequest& request, std::string& error) {
    Sentences iterator(sentences);
    std::string model;
    std::unordered_map<std::string, std::string> options = {
        {"model_type", request.kind},
        {"vocab_size", std::to_string(request.pieces)},
        {"hard_vocab_limit", "false"}, // of a small corpus, as many as there are
        {"character_coverage", std::to_string(request.coverage)},
        {"normalization_rule_name", "identity"}, // normalise() came before
        {"unk_id", "0"},
        {"bos_id", "-1"},
        {"eos_id", "-1"},
        {"pad_id", "-1"},
        {"num_threads", "2"}, // fixed: sums over other numbers of threads round otherwise
        {"minloglevel", "2"}};
    if (!request.characters.empty())
        options["required_chars"] = request.characters;
    const auto status = sentencepiece::SentencePieceTrainer::Train(options, &iterator, &model);
    if (!status.ok())
        error = status.ToString();
    return model;
}

} // namespace

extern "C" __attribute__((visibility("default"))) const zhuyi::PiecesLibrary zhuyiPieces = {open, train};
