#include "tests/engine/training/PassNetworks.h"

#include "engine/model/Dropout.h"

#include <cmath>

using namespace zhuyi;
using namespace zhuyi::trained;

/// Holds the fast way to compute a network against the plain one.
class FastPassTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void loss_and_every_gradient_are_those_of_the_plain_way_data() { networks(); }
    void loss_and_every_gradient_are_those_of_the_plain_way() {
        const auto settings = settingsOfRow();
        const auto network = networkOf(settings, Bent);
        network->train();
        const auto corpus = pairs();
        const auto guide = links(corpus);
        const auto batch =
            makeBatch(corpus, all(corpus), torch::kCPU, settings.guided_attention > 0 ? &guide : nullptr);
        const auto plain = makePlainPass(network, settings), fast = makeFastPass(network, settings);
        constexpr std::uint64_t seed = 99;
        const double expected = plain->train(batch, 100, seed);
        // Twice: what a step leaves behind must not matter to the next.
        fast->train(makeBatch(corpus, {3, 1, 12}, torch::kCPU, settings.guided_attention > 0 ? &guide : nullptr), 7, 5);
        const double nats = fast->train(batch, 100, seed);
        QVERIFY2(std::abs(nats - expected) < 1e-5 * expected, qPrintable(QString("%1 %2").arg(nats).arg(expected)));
        QVERIFY(std::abs(fast->objective() - plain->objective()) < 1e-5 * std::abs(plain->objective()));
        const auto names = network->named_parameters();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto &mine = fast->gradients()[i], &theirs = plain->gradients()[i];
            const double norm = theirs.values.norm().item<double>();
            const double difference = (mine.values - theirs.values).norm().item<double>();
            QVERIFY(norm > 0);
            QVERIFY2(
                difference < 1e-5 * norm,
                qPrintable(
                    QString("%1: %2 of %3").arg(QString::fromStdString(names[i].key())).arg(difference).arg(norm)));
            if (mine.isOfRows) // what is not among the rows is 0
                QVERIFY(torch::equal(torch::tensor(mine.rows), theirs.values.abs().sum(1).nonzero().flatten()));
        }
    }

    void what_it_does_not_know_is_left_to_the_plain_way_data() { kinds::addPlainRows(); }
    void what_it_does_not_know_is_left_to_the_plain_way() {
        auto settings = kinds::plainSettingsOfRow();
        const auto network = networkOf(settings, Bent);
        network->train();
        QVERIFY(!computesFast(*network));
        const auto corpus = pairs();
        const auto batch = makeBatch(corpus, all(corpus), torch::kCPU);
        const double expected = makePlainPass(network, settings)->train(batch, 100, 99);
        QCOMPARE(makeTrainingPass(network, settings)->train(batch, 100, 99), expected);
        // Of one layer there is nothing that a residual connection could lead past.
        settings = {};
        settings.residual = true;
        QVERIFY(computesFast(*networkOf(settings, 1)));
    }

    void a_sentence_loses_the_same_units_at_each_step() {
        Settings settings;
        settings.dropout = 0.5;
        settings.dropout_kind = "variational";
        Dropout::begin(5);
        const auto lost = [&](DropoutSite site, std::vector<std::int64_t> shape) {
            return Dropout(settings, site)(torch::ones(shape), true, 12) == 0;
        };
        const auto source = lost(DropoutSite::EncoderLayer, {3, 7, 40}),
                   target = lost(DropoutSite::TargetEmbedding, {7, 3, 40});
        QVERIFY(torch::equal(source, source.slice(1, 0, 1).expand_as(source)));
        QVERIFY(torch::equal(target, target.slice(0, 0, 1).expand_as(target)));
        QVERIFY(!torch::equal(source[0], source[1]) && !torch::equal(target[0][0], target[0][1]));
        settings.dropout_kind = "standard";
        const auto each = lost(DropoutSite::EncoderLayer, {3, 7, 40});
        QVERIFY(!torch::equal(each[0][0], each[0][1]));
        QVERIFY(Dropout::ofRecurrence(settings, DropoutSite::DecoderRecurrent).keepsAll());
    }

    void tied_embeddings_get_the_gradients_of_all_uses_data() { tiedNetworks(); }
    void tied_embeddings_get_the_gradients_of_all_uses() {
        const auto settings = tiedSettingsOfRow();
        const auto network = networkOf(settings, Bent);
        network->train();
        QVERIFY(!network->named_parameters().contains("decoder.embedding.weight"));
        QCOMPARE(network->named_parameters().contains("encoder.embedding.weight"), !settings.joint_vocabulary);
        const auto corpus = pairs();
        const auto batch = makeBatch(corpus, all(corpus), torch::kCPU);
        const auto plain = makePlainPass(network, settings), fast = makeFastPass(network, settings);
        const double expected = plain->train(batch, 100, 99);
        fast->train(makeBatch(corpus, {3, 1, 12}, torch::kCPU), 7, 5); // must not matter
        const double nats = fast->train(batch, 100, 99);
        QVERIFY2(std::abs(nats - expected) < 1e-5 * expected, qPrintable(QString("%1 %2").arg(nats).arg(expected)));
        const auto names = network->named_parameters();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto &mine = fast->gradients()[i], &theirs = plain->gradients()[i];
            const double norm = theirs.values.norm().item<double>();
            QVERIFY2((mine.values - theirs.values).norm().item<double>() < 1e-5 * norm, names[i].key().c_str());
        }
        network->eval();
        QVERIFY(std::abs(fast->score(batch, false).nats - plain->score(batch, false).nats) < 1e-5 * expected);
    }

    void scores_and_attention_are_those_of_the_plain_way_data() { networks(); }
    void scores_and_attention_are_those_of_the_plain_way() {
        const auto settings = settingsOfRow();
        const auto network = networkOf(settings, Bent);
        network->eval();
        const auto corpus = pairs();
        const auto batch = makeBatch(corpus, all(corpus), torch::kCPU);
        const auto expected = makePlainPass(network, settings)->score(batch, true);
        const auto score = makeFastPass(network, settings)->score(batch, true);
        QVERIFY(std::abs(score.nats - expected.nats) < 1e-5 * expected.nats);
        QCOMPARE(score.correct, expected.correct);
        // Behind a sentence's end the plain way goes on; nobody looks there.
        const auto areAlike = [](const torch::Tensor& mine, const torch::Tensor& theirs) {
            return (mine - theirs).norm().item<double>() <= 1e-5 * theirs.norm().item<double>();
        };
        const auto real = [&](const torch::Tensor& rows) { return rows.flatten(0, 1).index_select(0, batch.real); };
        QVERIFY(areAlike(real(score.outputs.weights), real(expected.outputs.weights)));
        QVERIFY(areAlike(real(score.outputs.queries), real(expected.outputs.queries)));
        auto values = expected.outputs.values;
        if (settings.attention != "none")
            values = values.masked_fill((batch.source == 0).unsqueeze(2), 0);
        QVERIFY(areAlike(score.outputs.values, values));
        QVERIFY(!score.outputs.logits.defined());
    }

    void a_batch_gives_the_same_gradients_bit_for_bit_whatever_came_before() {
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 32;
        settings.dropout = 0.5;
        const auto network = networkOf(settings, Bent);
        network->train();
        const auto corpus = pairs();
        const auto batch = makeBatch(corpus, all(corpus), torch::kCPU);
        const auto first = makeFastPass(network, settings), second = makeFastPass(network, settings);
        second->train(makeBatch(corpus, {0, 5, 6, 7}, torch::kCPU), 3, 1);
        QCOMPARE(first->train(batch, 10, 2), second->train(batch, 10, 2));
        for (std::size_t i = 0; i < first->gradients().size(); ++i)
            QVERIFY(torch::equal(first->gradients()[i].values, second->gradients()[i].values));
    }

    void other_seeds_drop_other_units_and_the_share_that_was_asked_for() {
        Settings settings;
        settings.dropout = 0.3;
        const DropoutMask mask(0.3, 1, DropoutSite::DecoderOutput), other(0.3, 2, DropoutSite::DecoderOutput);
        std::vector<float> units(1000, 1.0F), kept(1000), elsewhere(1000);
        std::int64_t dropped = 0, alike = 0;
        double sum = 0;
        for (std::int64_t row = 0; row < 200; ++row) {
            mask.apply(units.data(), kept.data(), 1000, row);
            other.apply(units.data(), elsewhere.data(), 1000, row);
            for (std::size_t i = 0; i < kept.size(); ++i) {
                dropped += kept[i] == 0;
                alike += (kept[i] == 0) == (elsewhere[i] == 0);
                sum += kept[i];
            }
        }
        QVERIFY(std::abs(static_cast<double>(dropped) / 200000 - 0.3) < 0.005);
        QVERIFY(std::abs(static_cast<double>(alike) / 200000 - (0.3 * 0.3 + 0.7 * 0.7)) < 0.005);
        QVERIFY(std::abs(sum / 200000 - 1) < 0.01);
    }
};

QTEST_GUILESS_MAIN(FastPassTest)
#include "FastPassTest.moc"
