#pragma once

#include "engine/decoding/Presentation.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/decoding/SentenceTokens.h"
#include "engine/model/Model.h"
#include "engine/session/Event.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// From text to translation with one model: normalising, tokens, search, text again. The network is put in evaluation
/// mode for the time of a call.
class Translator {
  public:
    /// `others` translate together with it (an ensemble); what a model is asked for beside translations is the first's.
    /// Throws Failure (EnsembleDiffers) where they do not read and write the same tokens in the same direction.
    explicit Translator(Model model, std::vector<Model> others = {});
    Translator(const Translator&) = delete;
    Translator& operator=(const Translator&) = delete;

    /// Throws Failure (SettingOutOfRange, NothingToSteer, GivenAttentionUnusable).
    Translation translate(const Translate& request) const;
    Translation translate(const std::string& text) const;
    /// One translation a text, in their order. Many are sorted by length and shared out among the processor's cores;
    /// meanwhile `tick` hears on this thread which share (0–1) is done, and ends it all by throwing.
    std::vector<Translation> translate(
        const std::vector<std::string>& texts, const DecodingOptions& options = {},
        const std::function<void(double)>& tick = [](double) {}) const;

    /// Throws as translate does.
    Translation force(const Force& request) const;
    Translation force(const std::string& source, const std::string& target) const;

    /// How much each source token moved each target token, in nats: a map of the translation's shape.
    AttentionMapPtr explain(const Explain& request) const;

    /// Word alignments of pairs (source, target), words being what white space separates, from the attention of forced
    /// decoding. Throws Failure (AttentionMissing).
    std::vector<WordAlignment> align(const std::vector<std::pair<std::string, std::string>>& texts) const;

    const Model& model() const { return model_; }
    /// Of the model and the others.
    std::vector<std::shared_ptr<Seq2Seq>> networks() const;
    /// Training moves the model on under the translator.
    ModelRecord& record() { return model_.record; }

  private:
    Translation present(const std::string& text, const TokenisedSentence& source, const BeamResult& result,
                        const TokenisedSentence& prefix, const DecodingOptions& options) const;
    GivenRows steering(const std::vector<GivenAttention>& given, const TokenisedSentence& source) const;
    /// No good translation is longer than this; a weak model would repeat itself for ever.
    std::int64_t limitOf(const TokenisedSentence& source, std::size_t prefix = 0) const;

    SearchNetworks searched() const;

    Model model_;
    std::vector<Model> others_; // always in evaluation mode
    SentenceTokens tokens_;
    Presentation presentation_;
};

} // namespace zhuyi
