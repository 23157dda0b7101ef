#include "tests/engine/decoding/TinyTranslator.h"

#include "engine/decoding/ForcedDecoding.h"
#include "engine/decoding/Influence.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;
using Words = std::vector<std::string>;

/// How much source words moved target words.
class InfluenceTest : public QObject {
    Q_OBJECT

    const Words source_ = {"三", "一", "八", "五"};
    const Words target_ = {"two", "one", "seven", "</s>"};

    static std::string joined(const Words& words) {
        std::string text;
        for (const auto& word : words)
            text += word + ' ';
        return text;
    }
    AttentionMapPtr explain(const Translator& translator, ExplainMethod method, const Words& target) const {
        return translator.explain({0, joined(source_), target, method});
    }
    static void addKinds() {
        QTest::addColumn<QString>("attention");
        for (const char* name : {"additive", "scaled_dot", "dot", "general", "none"})
            QTest::newRow(name) << QString(name);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void leaving_out_is_forced_decoding_without_the_word_data() { addKinds(); }
    void leaving_out_is_forced_decoding_without_the_word() {
        QFETCH(QString, attention);
        const Translator translator(decidedModel(attention.toStdString()));
        const auto map = explain(translator, ExplainMethod::LeaveOut, target_);
        QCOMPARE(map->sourceTokens, source_);
        QCOMPARE(map->targetTokens, target_);
        QCOMPARE(map->weights.size(), std::size_t(16));
        const auto whole = translator.force(joined(source_), "two one seven");
        bool isNegative = false;
        for (std::size_t s = 0; s < source_.size(); ++s) {
            auto left = source_;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(s));
            const auto without = translator.force(joined(left), "two one seven");
            for (std::size_t t = 0; t < target_.size(); ++t) {
                const double moved = std::log(whole.tokenProbabilities[t]) - std::log(without.tokenProbabilities[t]);
                QVERIFY(std::abs(map->at(t, s) - moved) < 1e-3);
                isNegative = isNegative || moved < -0.01;
            }
        }
        QVERIFY(isNegative); // words speak against others, too
    }

    void gradients_are_finite_differences_data() { addKinds(); }
    void gradients_are_finite_differences() {
        QFETCH(QString, attention);
        const auto model = decidedModel(attention.toStdString());
        auto& network = *model.network;
        network.to(torch::kFloat64);
        network.eval();
        const std::vector<std::int32_t> source = {6, 4, 11, 8}, target = {5, 4, 10, Vocabulary::End};
        const auto influence = gradientTimesInput(network, source, target);
        auto embedding = network.named_parameters()["encoder.embedding.weight"];
        const torch::NoGradGuard noGradient;
        const auto scaled = [&](std::int32_t token, double by) {
            auto row = embedding[token];
            const auto kept = row.clone();
            row.mul_(by);
            const auto logs = forcedDecoding(network, source, {5, 4, 10}).logProbabilities;
            row.copy_(kept);
            return logs;
        };
        constexpr double h = 1e-2;
        double greatest = 0;
        for (std::size_t s = 0; s < source.size(); ++s) {
            const auto more = scaled(source[s], 1 + h), less = scaled(source[s], 1 - h);
            for (std::size_t t = 0; t < target.size(); ++t) {
                const double expected = (static_cast<double>(more[t]) - less[t]) / (2 * h);
                QVERIFY2(std::abs(influence[t * 4 + s] - expected) < 2e-3 * std::max(1.0, std::abs(expected)),
                         qPrintable(QString("%1 for %2").arg(influence[t * 4 + s]).arg(expected)));
                greatest = std::max(greatest, std::abs(expected));
            }
        }
        QVERIFY(greatest > 0.05); // there was something to see
    }

    void a_model_that_translates_word_by_word_is_moved_by_each_words_own() {
        const Translator translator(trainedModel());
        const auto map = explain(translator, ExplainMethod::LeaveOut, {"three", "one", "eight", "five"});
        QCOMPARE(map->rows(), std::size_t(4)); // no end was asked about
        for (std::size_t t = 0; t < 4; ++t)
            QVERIFY(map->at(t, t) > 1);
    }

    void a_network_in_training_is_left_as_it_was() {
        for (const bool training : {true, false}) {
            const auto model = decidedModel();
            auto& network = *model.network;
            network.train(training);
            std::vector<torch::Tensor> gradients;
            for (auto& parameter : network.parameters()) {
                parameter.mutable_grad() = torch::randn_like(parameter);
                gradients.push_back(parameter.grad().clone());
            }
            const Translator translator(model);
            for (const auto method : {ExplainMethod::LeaveOut, ExplainMethod::GradientTimesInput})
                explain(translator, method, target_);
            QCOMPARE(network.is_training(), training);
            const auto parameters = network.parameters();
            for (std::size_t i = 0; i < parameters.size(); ++i) {
                QVERIFY(torch::equal(parameters[i].grad(), gradients[i]));
                QVERIFY(parameters[i].requires_grad());
            }
        }
    }

    void one_word_and_no_word_are_answered() {
        const Translator translator(decidedModel());
        for (const auto method : {ExplainMethod::LeaveOut, ExplainMethod::GradientTimesInput}) {
            QCOMPARE(translator.explain({0, "三", {"one"}, method})->weights.size(), std::size_t(1));
            QCOMPARE(translator.explain({0, "", {"one"}, method})->columns(), std::size_t(0));
            QCOMPARE(translator.explain({0, "三", {}, method})->rows(), std::size_t(0));
            QCOMPARE(translator.explain({0, "火星", {"martians", "</s>"}, method})->targetTokens,
                     (Words{"martians", "</s>"}));
        }
    }
};

QTEST_GUILESS_MAIN(InfluenceTest)
#include "InfluenceTest.moc"
