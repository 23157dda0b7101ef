#include "engine/training/DevTranslation.h"

#include "engine/metrics/Bleu.h"
#include "engine/text/Tokenizer.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t batchOfWorker = 16; // sentences: commands wait no longer than for a training step
constexpr std::size_t shownSamples = 6;

} // namespace

DevTranslation::DevTranslation(const std::vector<SentencePair>& pairs, const Model& model, int threads)
    : toChinese_(!model.record.settings.sourceIsChinese()), translator_(model, threads) {
    const auto source = toChinese_ ? &SentencePair::english : &SentencePair::chinese;
    const auto target = toChinese_ ? &SentencePair::chinese : &SentencePair::english;
    auto sorted = pairs;
    std::stable_sort(sorted.begin(), sorted.end(), [source](const SentencePair& a, const SentencePair& b) {
        return (a.*source).size() < (b.*source).size();
    });
    const bool cutAtSpaces = model.record.settings.target_tokenizer == "whitespace";
    const auto tokenizer = makeTokenizer(model.record.settings, Side::Target, model.record.target);
    for (auto& pair : sorted) {
        sources_.push_back(std::move(pair.*source));
        references_.push_back(std::move(pair.*target));
        if (cutAtSpaces) // what people read of it is normal text, as of a translation
            references_.back() = tokenizer->detokenize(tokenizer->tokenize(references_.back()));
    }
}

void DevTranslation::advance(Workers& workers) {
    const auto begin = translations_.size();
    const auto end = std::min(sources_.size(), begin + batchOfWorker * static_cast<std::size_t>(workers.size()));
    const auto texts =
        translator_.translate(std::vector<std::string>(sources_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                       sources_.begin() + static_cast<std::ptrdiff_t>(end)),
                              workers);
    translations_.insert(translations_.end(), texts.begin(), texts.end());
}

std::optional<double> DevTranslation::bleu() const {
    if (sources_.empty())
        return std::nullopt;
    return corpusBleu(translations_, references_, toChinese_).value;
}

std::vector<DevSample> DevTranslation::samples() const {
    std::vector<DevSample> samples;
    const auto count = std::min(shownSamples, sources_.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = (2 * i + 1) * sources_.size() / (2 * count); // the middle of each sixth
        samples.push_back({sources_[at], references_[at], translations_[at]});
    }
    return samples;
}

} // namespace zhuyi
