#include "engine/training/Validation.h"

#include "engine/decoding/AttentionAlignment.h"
#include "engine/decoding/ForcedDecoding.h"
#include "engine/model/MakeBatch.h"
#include "engine/text/Vocabulary.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

class ValidationTest : public QObject {
    Q_OBJECT

    Settings settings_;
    std::shared_ptr<Seq2Seq> network_;
    EncodedPairs pairs_;
    AlignmentSigns signs_;

    Validation validated(const EncodedPairs& pairs, int threads, bool hasAttention = true) const {
        Validation validation(pairs, 4, hasAttention, signs_);
        Workers workers(threads);
        const auto passes = makeTrainingPasses(network_, settings_, threads);
        while (!validation.finished())
            validation.advance(*network_, passes, workers);
        return validation;
    }

  private Q_SLOTS:
    void initTestCase() {
        at::set_num_threads(1);
        settings_.embedding_size = settings_.hidden_size = settings_.attention_size = 8;
        torch::manual_seed(5);
        network_ = std::make_shared<Seq2Seq>(settings_, 20, 20);
        signs_.source.assign(20, false);
        signs_.target.assign(20, false);
        signs_.source[5] = signs_.target[6] = true;
        for (std::int32_t i = 0; i < 11; ++i) {
            std::vector<std::int32_t> source, target;
            for (std::int32_t k = 0; k < 1 + i % 5; ++k)
                source.push_back(4 + (i * 7 + k) % 16);
            for (std::int32_t k = 0; k < 1 + i % 4; ++k)
                target.push_back(4 + (i * 5 + k) % 16);
            for (std::size_t k = 0; k < source.size(); ++k)
                pairs_.sourceWords.push_back(static_cast<std::uint16_t>(k));
            for (std::size_t k = 0; k < target.size(); ++k)
                pairs_.targetWords.push_back(static_cast<std::uint16_t>(k));
            pairs_.source.append(source);
            pairs_.target.append(target);
            pairs_.gold.append(i % 3 == 2 ? std::vector<AlignmentLink>() : std::vector<AlignmentLink>{{0, 0}});
        }
    }

    void loss_accuracy_and_alignment_are_those_of_forced_decoding_pair_by_pair_data() {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("three threads") << 3;
    }
    void loss_accuracy_and_alignment_are_those_of_forced_decoding_pair_by_pair() {
        QFETCH(int, threads);
        double nats = 0, tokens = 0;
        std::size_t links = 0;
        AlignmentErrorRate rate;
        network_->eval();
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const std::vector<std::int32_t> source(pairs_.source.begin(i),
                                                   pairs_.source.begin(i) + pairs_.source.length(i));
            const std::vector<std::int32_t> target(pairs_.target.begin(i),
                                                   pairs_.target.begin(i) + pairs_.target.length(i));
            const auto forced = forcedDecoding(*network_, source, target);
            const torch::NoGradGuard noGradient;
            const auto outputs =
                network_->forward(makeBatch(pairs_, {static_cast<std::uint32_t>(i)}, torch::kCPU), true);
            for (const auto logProbability : forced.logProbabilities)
                nats -= logProbability;
            tokens += static_cast<double>(forced.tokens.size());
            const auto found = attentionAlignments(pairs_, {static_cast<std::uint32_t>(i)}, outputs.weights, signs_);
            links += found.at(0).size();
            rate.add(found.at(0), pairs_.gold.begin(i), pairs_.gold.end(i));
        }
        QVERIFY(links > 0);
        const auto validation = validated(pairs_, threads);
        QVERIFY(std::abs(validation.loss() - nats / tokens) < 1e-5);
        const auto score = validation.alignment();
        QVERIFY(score);
        QCOMPARE(score->errorRate, rate.score()->errorRate);
        QCOMPARE(score->precision, rate.score()->precision);
        QCOMPARE(score->recall, rate.score()->recall);
    }

    void nothing_is_said_of_alignments_that_are_not_known_or_without_attention() {
        EncodedPairs plain = pairs_;
        plain.gold = {};
        plain.sourceWords = plain.targetWords = {};
        QVERIFY(!validated(plain, 1).alignment());
        QCOMPARE(validated(plain, 1).loss(), validated(pairs_, 1).loss());
        QVERIFY(!validated(pairs_, 1, false).alignment());
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "ValidationTest.moc"
