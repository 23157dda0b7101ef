#pragma once

#include "engine/decoding/GreedySearch.h"
#include "engine/model/Model.h"
#include "engine/session/Event.h"
#include "engine/text/Tokenizer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// From text to translation with one model: normalising, tokens, search, text again. The network is put in evaluation
/// mode for the time of a call.
class Translator {
  public:
    explicit Translator(Model model);

    Translation translate(const std::string& text) const;
    /// One translation a text, in their order; searched together.
    std::vector<Translation> translate(const std::vector<std::string>& texts) const;
    Translation force(const std::string& source, const std::string& target) const;

    /// Word alignments of pairs (source, target), words being what white space separates, from the attention of forced
    /// decoding. Throws Failure (AttentionMissing).
    std::vector<WordAlignment> align(const std::vector<std::pair<std::string, std::string>>& texts) const;

    const Model& model() const { return model_; }
    /// Training moves the model on under the translator.
    ModelRecord& record() { return model_.record; }

  private:
    struct Source {
        std::vector<std::string> tokens;
        std::vector<std::int32_t> ids;
        std::vector<Message> notices;
    };
    Source encode(std::vector<std::string> tokens, const Vocabulary& vocabulary) const;
    /// As people type it: what the vocabulary lacks is cut into words of it, where that can be done.
    Source encodeSource(const std::string& text) const;
    Source encodeTarget(const std::string& text) const;
    /// What people read of target token ids (End and what follows left out).
    std::string textOf(const std::vector<std::int32_t>& tokens) const;
    Translation present(const std::string& text, const Source& source, const Hypothesis& hypothesis,
                        std::vector<std::string> targetTokens) const;

    Model model_;
    std::unique_ptr<Tokenizer> sourceTokenizer_, targetTokenizer_;
};

} // namespace zhuyi
