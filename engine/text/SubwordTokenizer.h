#pragma once

#include "engine/text/Tokenizer.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace zhuyi {

class Pieces;

/// Pieces of words, the frequent words whole: SentencePiece's unigram model (Kudo 2018, "Subword Regularization") or
/// its byte-pair encoding (Sennrich et al. 2016). A piece that begins a word begins with "▁". English keeps its case.
class SubwordTokenizer : public Tokenizer {
  public:
    /// `model` as train() made it; throws Failure (Internal) where it is not one.
    SubwordTokenizer(const std::string& model, Language language);
    ~SubwordTokenizer() override;

    std::vector<std::string> tokenize(std::string_view text) const override;
    std::string detokenize(const std::vector<std::string>& tokens) const override;
    std::unique_ptr<Tokenizer> clone() const override;

    /// All pieces of the model, the likely ones first.
    std::vector<std::string> pieces() const;

    /// What tokenize() cuts, for sample().
    static std::string folded(std::string_view text, Language language);
    /// Each of these texts (folded) cut at random, the same for the same seed; see Pieces::sample.
    std::vector<std::vector<std::string>> sample(const std::vector<std::string>& texts, double strength,
                                                 std::uint32_t seed) const;

    /// Sentences (normalised) of one language.
    struct Text {
        Language language;
        std::size_t count;
        std::function<std::string(std::size_t)> sentence;
    };
    /// Learns up to `size` pieces of a `kind` (a value of the setting subword_kind) from texts of one or both
    /// languages, the same from the same sentences; of very many, from 200,000 of them, as many of each text. More than
    /// `size` only where so many are needed for the characters that make up 98 % of the text. Answers SentencePiece's
    /// serialized model. Throws Failure (Internal).
    static std::string train(const std::vector<Text>& texts, const std::string& kind, std::int64_t size);

  private:
    SubwordTokenizer(std::shared_ptr<const Pieces> pieces, Language language);

    std::shared_ptr<const Pieces> pieces_;
    Language language_;
};

} // namespace zhuyi
