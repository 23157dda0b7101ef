#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"
#include "engine/training/AttentionGuide.h"
#include "engine/training/Loss.h"
#include "engine/training/Trainer.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

namespace {

/// Each target is its source read backwards, so that all links cross.
std::shared_ptr<const PreparedCorpus> reversedCorpus() {
    auto corpus = std::make_shared<PreparedCorpus>();
    std::vector<std::string> words;
    for (char c = 'a'; c <= 'p'; ++c)
        words.emplace_back(1, c);
    corpus->source = corpus->target = Vocabulary(words);
    for (std::int32_t i = 0; i < 120; ++i) {
        std::vector<std::int32_t> source;
        for (std::int32_t k = 0; k < 3 + i % 3; ++k)
            source.push_back(4 + (i * 7 + k * k * 5 + i / 16) % 16);
        auto& part = i % 6 == 5 ? corpus->dev : corpus->train;
        std::vector<AlignmentLink> links;
        for (std::size_t k = 0; k < source.size(); ++k) {
            part.sourceWords.push_back(static_cast<std::uint16_t>(k));
            part.targetWords.push_back(static_cast<std::uint16_t>(k));
            links.push_back({static_cast<std::uint16_t>(k), static_cast<std::uint16_t>(source.size() - 1 - k)});
        }
        part.source.append(source);
        part.target.append({source.rbegin(), source.rend()});
        part.gold.append(links);
        part.lines.push_back(i + 1);
    }
    corpus->summary.path = "reversed.tsv";
    return corpus;
}

/// The alignment error rate after a short run.
double errorRate(const std::shared_ptr<const PreparedCorpus>& corpus, double strength) {
    Model model;
    auto& settings = model.record.settings;
    settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
    settings.batch_size = 10;
    settings.dropout = 0;
    settings.learning_rate = 0.01;
    settings.epochs = 20;
    settings.guided_attention = strength;
    model.record.source = corpus->source;
    model.record.target = corpus->target;
    torch::manual_seed(3);
    model.network = std::make_shared<Seq2Seq>(settings, corpus->source.size(), corpus->target.size());
    std::shared_ptr<const Alignments> guide;
    if (strength > 0)
        guide = std::make_shared<const Alignments>(
            attentionGuide(corpus->train, corpus->source.size(), corpus->target.size(), [](double) {}));
    Trainer trainer(corpus, model, 0, torch::kCPU, 2, guide);
    double last = 1;
    for (bool finished = false; !finished;) {
        const auto advance = trainer.advance();
        if (advance.validation)
            last = advance.validation->alignment->errorRate;
        finished = advance.finished;
    }
    return last;
}

} // namespace

class GuidedAttentionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void the_guide_spreads_true_links_over_the_tokens_of_their_words() {
        EncodedPairs pairs;
        pairs.source.append({4, 5, 6});
        pairs.target.append({7, 8});
        pairs.sourceWords = {0, 0, 1}; // the first word is two tokens
        pairs.targetWords = {0, 1};
        pairs.gold.append({{0, 1, true}, {1, 0, false}}); // the second link is merely possible
        const auto guide = attentionGuide(pairs, 10, 10, [](double) {});
        QCOMPARE(guide.size(), std::size_t(1));
        const std::vector<AlignmentLink> links(guide.begin(0), guide.end(0));
        QCOMPARE(links, (std::vector<AlignmentLink>{{0, 1, true}, {1, 1, true}}));

        const auto batch = makeBatch(pairs, {0}, torch::kCPU, &guide);
        const auto expected = torch::tensor({{0.f, 0.f, 0.f}, {.5f, .5f, 0.f}, {0.f, 0.f, 0.f}}).unsqueeze(1);
        QVERIFY(batch.guide.equal(expected)); // nothing is said of the first word and of the end
    }

    void guidance_is_the_cross_entropy_of_attention_against_the_guide() {
        const auto weights = torch::tensor({{.7, .2, .1}, {.25, .5, .25}}, torch::kFloat64).unsqueeze(1);
        const auto guide = torch::tensor({{0., 0., 0.}, {.5, .5, 0.}}, torch::kFloat64).unsqueeze(1);
        const double expected = -(.5 * std::log(.25) + .5 * std::log(.5));
        QVERIFY(std::abs(guidance(weights, guide).item<double>() - expected) < 1e-6);
    }

    void pairs_without_true_alignments_are_guided_by_the_word_aligner() {
        const auto corpus = reversedCorpus();
        EncodedPairs pairs = corpus->train;
        pairs.gold = {};
        const auto guide = attentionGuide(pairs, corpus->source.size(), corpus->target.size(), [](double) {});
        QCOMPARE(guide.size(), pairs.size());
        std::size_t right = 0;
        for (std::size_t pair = 0; pair < pairs.size(); ++pair)
            for (auto* link = guide.begin(pair); link != guide.end(pair); ++link)
                right += pairs.source.begin(pair)[link->source] == pairs.target.begin(pair)[link->target];
        QVERIFY(right > guide.links.size() * 3 / 4);
    }

    void guided_attention_finds_the_true_alignment_where_free_attention_has_not_yet() {
        const auto corpus = reversedCorpus();
        const double guided = errorRate(corpus, 1), unguided = errorRate(corpus, 0);
        QVERIFY2(guided < 0.1, qPrintable(QString::number(guided)));
        QVERIFY2(guided < unguided / 2, qPrintable(QString::number(unguided)));
    }
};

QTEST_GUILESS_MAIN(GuidedAttentionTest)

#include "GuidedAttentionTest.moc"
