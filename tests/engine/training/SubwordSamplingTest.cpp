#include "engine/corpus/BuiltInCorpus.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"
#include "engine/text/Tokenizer.h"
#include "engine/training/SubwordSampling.h"
#include "engine/training/Trainer.h"

#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace zhuyi;
using std::chrono::milliseconds;

namespace {

Settings settings() {
    Settings settings;
    settings.source_tokenizer = "character";
    settings.target_tokenizer = "subword";
    settings.vocabulary_size = 200;
    settings.subword_sampling = 0.2;
    settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
    settings.batch_size = 32;
    return settings;
}

/// One vocabulary, and one embedding, for both sides.
Settings joint() {
    Settings joint = settings();
    joint.source_tokenizer = "subword";
    joint.vocabulary_size = 600;
    joint.joint_vocabulary = joint.tied_embeddings = true;
    return joint;
}

std::shared_ptr<const PreparedCorpus> corpus(const Settings& settings) {
    static const Corpus text = makeBuiltInCorpus({400, 1}, [](double) {});
    return std::make_shared<const PreparedCorpus>(prepareCorpus(text, nullptr, settings, nullptr));
}

bool equal(const EncodedSide& a, const EncodedSide& b) {
    return a.ids == b.ids && a.offsets == b.offsets;
}

std::string textOf(const EncodedSide& side, std::size_t i, const Vocabulary& vocabulary, const Tokenizer& tokenizer) {
    std::vector<std::string> tokens;
    for (std::int32_t k = 0; k < side.length(i); ++k)
        tokens.push_back(vocabulary.token(side.begin(i)[k]));
    return tokenizer.detokenize(tokens);
}

std::unique_ptr<Trainer> trainer(const Settings& settings) {
    const auto data = corpus(settings);
    Model model;
    model.record.settings = settings;
    model.record.source = data->source;
    model.record.target = data->target;
    torch::manual_seed(1);
    model.network = std::make_shared<Seq2Seq>(settings, data->source.size(), data->target.size());
    return std::make_unique<Trainer>(data, model, 0, torch::kCPU, 2);
}

/// Losses of so many steps and validations.
std::vector<double> losses(Trainer& trainer, std::size_t count) {
    std::vector<double> result;
    while (result.size() < count) {
        const auto advance = trainer.advance();
        if (advance.step)
            result.push_back(advance.step->trainLoss);
        if (advance.validation)
            result.push_back(advance.validation->devLoss);
        if (advance.finished)
            break;
    }
    return result;
}

} // namespace

class SubwordSamplingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { at::set_num_threads(1); }

    void each_epoch_has_other_pieces_of_the_same_text() {
        const auto data = corpus(settings());
        QVERIFY(data->trainSource.empty());
        SubwordSampling sampling(data);
        const auto first = sampling.take(1, milliseconds(60000)), second = sampling.take(2, milliseconds(60000));
        QVERIFY(first && second);
        QCOMPARE(first->size(), data->train.size());
        QVERIFY(first->lines == data->train.lines);
        QVERIFY(equal(first->source, data->train.source)); // characters stay
        QVERIFY(!equal(first->target, second->target) && !equal(first->target, data->train.target));
        const auto tokenizer = makeTokenizer(settings(), Side::Target, data->target);
        for (std::size_t i = 0; i < first->size(); ++i) {
            const auto text = textOf(data->train.target, i, data->target, *tokenizer);
            QCOMPARE(textOf(first->target, i, data->target, *tokenizer), text);
            QCOMPARE(textOf(second->target, i, data->target, *tokenizer), text);
        }
        // Whatever was asked for before.
        SubwordSampling another(data);
        another.begin(5);
        QVERIFY(equal(another.take(2, milliseconds(60000))->target, second->target));
        Settings seeded = settings();
        seeded.seed = 1;
        seeded.subword_sampling = 0.9;
        QVERIFY(!equal(SubwordSampling(corpus(seeded)).take(1, milliseconds(60000))->target, first->target));
    }

    void both_sides_of_a_joint_vocabulary_are_cut_anew() {
        const auto data = corpus(joint());
        const auto sampled = SubwordSampling(data).take(1, milliseconds(60000));
        for (const auto& [side, usual, which] : {std::tuple(&sampled->source, &data->train.source, Side::Source),
                                                 std::tuple(&sampled->target, &data->train.target, Side::Target)}) {
            QVERIFY(!equal(*side, *usual));
            const auto tokenizer = makeTokenizer(joint(), which, data->source);
            for (std::size_t i = 0; i < side->size(); ++i)
                QCOMPARE(textOf(*side, i, data->source, *tokenizer), textOf(*usual, i, data->source, *tokenizer));
        }
    }

    void what_would_get_too_long_is_cut_as_usual() {
        Settings brief = settings();
        brief.subword_sampling = 0.01; // nearly any pieces at all
        brief.max_length = 20;
        const auto data = corpus(brief);
        SubwordSampling sampling(data);
        const auto sampled = sampling.take(1, milliseconds(60000));
        std::size_t usual = 0;
        for (std::size_t i = 0; i < sampled->size(); ++i) {
            QVERIFY(sampled->target.length(i) <= 20);
            usual +=
                std::equal(sampled->target.begin(i), sampled->target.begin(i) + sampled->target.length(i),
                           data->train.target.begin(i), data->train.target.begin(i) + data->train.target.length(i));
        }
        QVERIFY(usual > 5 && usual < sampled->size());
    }

    void a_run_resumed_in_any_epoch_goes_on_bit_for_bit() {
        for (const auto& [run, steps] :
             {std::pair(settings(), 3U), {settings(), 17U}, {settings(), 30U}, {joint(), 17U}}) {
            QTemporaryDir folder;
            const auto path = folder.filePath("run.checkpoint").toStdString();
            const auto whole = trainer(run);
            losses(*whole, steps);
            whole->writeCheckpoint(path);
            const auto expected = losses(*whole, 25);
            const auto resumed = trainer(run);
            resumed->resume(path);
            QVERIFY(losses(*resumed, 25) == expected);
        }
    }

    void the_dev_part_stays_as_it_is() {
        Settings usual = settings();
        usual.subword_sampling = 0;
        const auto sampled = corpus(settings()), plain = corpus(usual);
        QVERIFY(plain->trainTarget.empty() && !sampled->trainTarget.empty());
        QVERIFY(equal(sampled->dev.target, plain->dev.target) && equal(sampled->test.target, plain->test.target));
        QVERIFY(equal(sampled->train.target, plain->train.target));
    }
};

QTEST_GUILESS_MAIN(SubwordSamplingTest)
#include "SubwordSamplingTest.moc"
