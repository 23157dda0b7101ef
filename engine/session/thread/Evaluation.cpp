#include "engine/session/thread/Evaluation.h"

#include "engine/corpus/PharaohFile.h"
#include "engine/corpus/PreparedCorpus.h"
#include "engine/metrics/Bleu.h"
#include "engine/metrics/Chrf.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/Validation.h"

#include <chrono>
#include <cmath>

namespace zhuyi {

EvaluationReport evaluate(const Translator& translator, const Evaluate& command, const ProgressFunction& progress) {
    const auto begin = std::chrono::steady_clock::now();
    const auto& record = translator.model().record;
    auto& network = *translator.model().network;
    Corpus corpus = readCorpus(
        command.corpusPath, [&](double share) { progress(0.05 * share); }, true);
    if (!command.alignmentsPath.empty())
        readAlignments(command.alignmentsPath, command.oneBased, corpus, [&](double) { progress(0.05); });
    const auto pairs = encodeCorpus(corpus, record.settings, record.source, record.target,
                                    [&](double share) { progress(0.05 + 0.05 * share); });
    const bool fromChinese = record.settings.sourceIsChinese();
    std::vector<std::string> hypotheses(pairs.size()), references(pairs.size());
    const bool tokenised = record.settings.target_tokenizer == "whitespace";
    const auto targetTokenizer = makeTokenizer(record.settings, Side::Target, record.target);
    Workers alone(1);
    Validation validation(pairs, 64, record.settings.attention != "none",
                          AlignmentSigns(record.source, record.target));
    const auto& plan = validation.plan();
    for (std::int64_t i = 0; i < plan.size(); ++i) {
        progress(0.1 + 0.9 * static_cast<double>(i) / static_cast<double>(plan.size()));
        const auto indices = plan.batch(i);
        validation.advance(network, alone);
        std::vector<std::string> texts;
        for (const auto pair : indices) {
            texts.emplace_back(fromChinese ? corpus.chinese(pair) : corpus.english(pair));
            references[pair] = fromChinese ? corpus.english(pair) : corpus.chinese(pair);
            if (tokenised) // what people read of it is normal text, as of a translation
                references[pair] = targetTokenizer->detokenize(targetTokenizer->tokenize(references[pair]));
        }
        const auto translations = translator.translate(texts, command.options);
        for (std::size_t b = 0; b < indices.size(); ++b)
            hypotheses[indices[b]] = translations[b].text;
    }
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
    report.bleuSignature = bleu.signature;
    report.chrfSignature = chrf.signature;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

} // namespace zhuyi
