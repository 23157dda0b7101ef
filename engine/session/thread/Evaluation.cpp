#include "engine/session/thread/Evaluation.h"

#include "engine/corpus/PreparedCorpus.h"
#include "engine/metrics/Bleu.h"
#include "engine/metrics/Chrf.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/BatchPlan.h"
#include "engine/training/Loss.h"

#include <chrono>
#include <cmath>

namespace zhuyi {

EvaluationReport evaluate(const Translator& translator, const Evaluate& command,
                          const ProgressFunction& progress) {
    const auto begin = std::chrono::steady_clock::now();
    const auto& record = translator.model().record;
    auto& network = *translator.model().network;
    const Corpus corpus = readCorpus(
        command.corpusPath, [&](double share) { progress(0.05 * share); }, true);
    const auto pairs = encodeCorpus(corpus, record.settings, record.source, record.target,
                                    [&](double share) { progress(0.05 + 0.05 * share); });
    const bool fromChinese = record.settings.sourceIsChinese();
    std::vector<std::string> hypotheses(pairs.size()), references(pairs.size());
    const bool tokenised = record.settings.target_tokenizer == "whitespace";
    const auto targetTokenizer = makeTokenizer(record.settings, Side::Target);
    const BatchPlan plan(pairs, 64);
    double nats = 0;
    std::int64_t tokens = 0, correct = 0;
    for (std::int64_t i = 0; i < plan.size(); ++i) {
        progress(0.1 + 0.9 * static_cast<double>(i) / static_cast<double>(plan.size()));
        const auto indices = plan.batch(i);
        {
            const torch::NoGradGuard noGradient;
            network.eval();
            const auto batch = makeBatch(pairs, indices, network.device());
            const auto logits = network.forward(batch).logits;
            nats += crossEntropy(logits, batch.targets, 0).nats.item<double>();
            correct += logits.argmax(1).eq(batch.targets).sum().item<std::int64_t>();
            tokens += batch.tokens;
        }
        std::vector<std::string> texts;
        for (const auto pair : indices) {
            texts.emplace_back(fromChinese ? corpus.chinese(pair) : corpus.english(pair));
            references[pair] = fromChinese ? corpus.english(pair) : corpus.chinese(pair);
            if (tokenised) // what people read of it is normal text, as of a translation
                references[pair] = targetTokenizer->detokenize(targetTokenizer->tokenize(references[pair]));
        }
        const auto translations = translator.translate(texts);
        for (std::size_t b = 0; b < indices.size(); ++b)
            hypotheses[indices[b]] = translations[b].text;
    }
    const auto bleu = corpusBleu(hypotheses, references, !fromChinese);
    const auto chrf = corpusChrf(hypotheses, references);
    EvaluationReport report;
    report.pairs = static_cast<std::int64_t>(pairs.size());
    report.loss = nats / static_cast<double>(tokens);
    report.perplexity = std::exp(report.loss);
    report.tokenAccuracy = static_cast<double>(correct) / static_cast<double>(tokens);
    report.bleu = bleu.value;
    report.chrf = chrf.value;
    report.bleuSignature = bleu.signature;
    report.chrfSignature = chrf.signature;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

} // namespace zhuyi
