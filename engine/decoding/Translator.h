#pragma once

#include "engine/decoding/GreedySearch.h"
#include "engine/model/Model.h"
#include "engine/session/Event.h"
#include "engine/text/Tokenizer.h"

#include <memory>
#include <string>
#include <vector>

namespace zhuyi {

/// From text to translation with one model: normalising, tokens, search, text again. The network is put in evaluation mode
/// for the time of a call.
class Translator {
  public:
    explicit Translator(Model model);

    Translation translate(const std::string& text) const;
    /// One translation a text, in their order; searched together.
    std::vector<Translation> translate(const std::vector<std::string>& texts) const;
    Translation force(const std::string& source, const std::string& target) const;

    /// Word alignments of a pair whose words are separated by white space, from the attention of forced decoding.
    Aligned align(std::uint64_t id, const std::string& source, const std::string& target) const;

    const Model& model() const { return model_; }
    /// Training moves the model on under the translator.
    ModelRecord& record() { return model_.record; }
  private:
    struct Source {
        std::vector<std::string> tokens;
        std::vector<std::int32_t> ids;
        std::vector<Message> notices;
    };
    Source encode(const std::string& text, const Tokenizer& tokenizer, const Vocabulary& vocabulary) const;
    /// What people read of target token ids (End and what follows left out).
    std::string textOf(const std::vector<std::int32_t>& tokens) const;
    Translation present(const std::string& text, const Source& source, const Hypothesis& hypothesis,
                        std::vector<std::string> targetTokens) const;

    Model model_;
    std::unique_ptr<Tokenizer> sourceTokenizer_, targetTokenizer_;
};

} // namespace zhuyi
