#include "engine/session/thread/Evaluation.h"

#include "engine/corpus/PreparedCorpus.h"
#include "engine/metrics/Bleu.h"
#include "engine/metrics/Chrf.h"
#include "engine/metrics/LengthBuckets.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/Validation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::int64_t batchOfWorker = 32; // pairs

/// Each length's BLEU and token accuracy.
std::vector<LengthScore> scoresByLength(const EncodedPairs& pairs, const std::vector<std::int32_t>& correct,
                                        const std::vector<std::string>& hypotheses,
                                        const std::vector<std::string>& references, bool toChinese) {
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        lengths.push_back(pairs.source.length(i));
    std::vector<LengthScore> scores;
    for (const auto& bucket : lengthBuckets(lengths)) {
        std::vector<std::string> written, expected;
        std::int64_t right = 0, tokens = 0;
        for (const auto pair : bucket.sentences) {
            written.push_back(hypotheses[pair]);
            expected.push_back(references[pair]);
            right += correct[pair];
            tokens += pairs.target.length(pair) + 1;
        }
        scores.push_back({bucket.shortest, bucket.longest, static_cast<std::int64_t>(bucket.sentences.size()),
                          corpusBleu(written, expected, toChinese).value,
                          static_cast<double>(right) / static_cast<double>(tokens)});
    }
    return scores;
}

/// Each source once, with all the references that it has; nothing where none has several.
std::optional<Score> bleuOfAllReferences(const std::vector<std::string>& sources,
                                         const std::vector<std::string>& hypotheses,
                                         const std::vector<std::string>& references, bool toChinese) {
    std::map<std::string, std::size_t> places;
    std::vector<std::string> once;
    std::vector<std::vector<std::string>> all;
    for (std::size_t pair = 0; pair < sources.size(); ++pair) {
        const auto [place, isNew] = places.insert({sources[pair], once.size()});
        if (isNew) {
            once.push_back(hypotheses[pair]);
            all.emplace_back();
        }
        auto& known = all[place->second];
        if (std::find(known.begin(), known.end(), references[pair]) == known.end())
            known.push_back(references[pair]);
    }
    const bool several = std::any_of(all.begin(), all.end(), [](const auto& known) { return known.size() > 1; });
    return several ? std::optional<Score>(corpusBleuOfSeveral(once, all, toChinese)) : std::nullopt;
}

double unknownShare(const EncodedSide& side) {
    const auto unknown = std::count(side.ids.begin(), side.ids.end(), Vocabulary::Unknown);
    return side.ids.empty() ? 0 : static_cast<double>(unknown) / static_cast<double>(side.ids.size());
}

} // namespace

EvaluationReport evaluate(const Translator& translator, const Corpus& corpus, const DecodingOptions& options,
                          int threads, const ProgressFunction& progress) {
    const auto begin = std::chrono::steady_clock::now();
    const auto& model = translator.model();
    const auto& record = model.record;
    const auto pairs = encodeCorpus(corpus, record.settings, record.source, record.target,
                                    [&](double share) { progress(0.05 * share); });
    Workers workers(model.network->device().is_cpu() ? threads : 1);
    Validation validation(pairs, batchOfWorker * workers.size(), record.settings.attention != "none",
                          AlignmentSigns(record.source, record.target), Validation::Links::OfPosterior);
    const auto networks = translator.networks();
    TrainingPasses passes;
    if (networks.size() == 1)
        passes = makeTrainingPasses(model.network, record.settings, workers.size());
    while (passes.size() < static_cast<std::size_t>(workers.size()))
        passes.push_back(makeEnsemblePass(networks));
    for (std::int64_t i = 0; i < validation.plan().size(); ++i) {
        progress(0.05 + 0.25 * static_cast<double>(i) / static_cast<double>(validation.plan().size()));
        validation.advance(*model.network, passes, workers);
    }
    const bool fromChinese = record.settings.sourceIsChinese();
    const bool tokenised = record.settings.target_tokenizer == "whitespace";
    const auto targetTokenizer = makeTokenizer(record.settings, Side::Target, record.target);
    std::vector<std::string> sources, references, hypotheses;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        sources.emplace_back(fromChinese ? corpus.chinese(pair) : corpus.english(pair));
        references.emplace_back(fromChinese ? corpus.english(pair) : corpus.chinese(pair));
        if (tokenised) // what people read of it is normal text, as of a translation
            references.back() = targetTokenizer->detokenize(targetTokenizer->tokenize(references.back()));
    }
    for (auto& translation : translator.translate(sources, options, [&](double share) { progress(0.3 + 0.7 * share); }))
        hypotheses.push_back(std::move(translation.text));
    const auto bleu = corpusBleu(hypotheses, references, !fromChinese);
    const auto chrf = corpusChrf(hypotheses, references);
    EvaluationReport report;
    report.pairs = static_cast<std::int64_t>(pairs.size());
    report.loss = validation.loss();
    report.perplexity = std::exp(report.loss);
    report.tokenAccuracy = validation.tokenAccuracy();
    report.alignment = validation.alignment();
    report.bleu = bleu.value;
    report.chrf = chrf.value;
    if (const auto all = bleuOfAllReferences(sources, hypotheses, references, !fromChinese)) {
        report.bleuAllReferences = all->value;
        report.bleuAllReferencesSignature = all->signature;
    }
    report.lengthRatio = bleu.lengthRatio;
    report.unknownShare = unknownShare(pairs.source);
    report.bleuSignature = bleu.signature;
    report.chrfSignature = chrf.signature;
    report.byLength = scoresByLength(pairs, validation.correctOfPair(), hypotheses, references, !fromChinese);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

} // namespace zhuyi
