#include "tests/engine/decoding/TinyTranslator.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;
using Words = std::vector<std::string>;

/// What a model writes with attention that is given to it.
class SteeringTest : public QObject {
    Q_OBJECT

    static Translate request(const std::string& text, std::int64_t beam = 1) {
        Translate request{0, text};
        request.options.beam_size = beam;
        return request;
    }
    static std::vector<float> row(const AttentionMap& map, std::size_t row) {
        const auto begin = map.weights.begin() + static_cast<std::ptrdiff_t>(row * map.columns());
        return {begin, begin + static_cast<std::ptrdiff_t>(map.columns())};
    }
    static void compareMaps(const AttentionMap& a, const AttentionMap& b) {
        QCOMPARE(a.targetTokens, b.targetTokens);
        QCOMPARE(a.weights.size(), b.weights.size());
        for (std::size_t i = 0; i < a.weights.size(); ++i)
            QVERIFY(std::abs(a.weights[i] - b.weights[i]) < 1e-5);
    }
    template <typename Asked>
    static MessageCode failureOf(const Translator& translator, const Asked& asked) {
        try {
            if constexpr (std::is_same_v<Asked, Force>)
                translator.force(asked);
            else
                translator.translate(asked);
        } catch (const Failure& failure) {
            return failure.message().code;
        }
        return MessageCode::Internal;
    }
    static void addKinds() {
        QTest::addColumn<QString>("attention");
        for (const char* name : {"additive", "scaled_dot", "dot", "general"})
            QTest::newRow(name) << QString(name);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void what_is_looked_at_is_what_is_written_data() { addKinds(); }
    void what_is_looked_at_is_what_is_written() {
        QFETCH(QString, attention);
        const Translator translator(trainedModel(attention.toStdString()));
        const Words english = {"three", "one", "five", "two"};
        const auto plain = translator.translate(request("三 一 五 二"));
        QCOMPARE(plain.text, std::string("three one five two"));
        for (const std::int64_t beam : {1, 3})
            for (std::size_t target = 0; target < 2; ++target) // later, looking back, it may well end
                for (std::size_t source = 0; source < 4; ++source) {
                    auto steered = request("三 一 五 二", beam);
                    steered.attention = {{static_cast<std::int64_t>(target), std::vector<float>(4, 0)}};
                    steered.attention[0].weights[source] = 1;
                    steered.prefix = Words(english.begin(), english.begin() + static_cast<std::ptrdiff_t>(target));
                    const auto answer = translator.translate(steered);
                    QCOMPARE(answer.attention->targetTokens.at(target), english[source]);
                    QCOMPARE(answer.attention->at(target, source), 1.0F);
                }
        // Forced, the word that is looked at becomes the probable one.
        Force forced{0, "三 一 五 二", "three one five two"};
        QVERIFY(translator.force(forced).tokenProbabilities.at(1) > 0.8);
        forced.attention = {{1, {0, 0, 0, 1}}};
        forced.alternatives = 1;
        const auto answer = translator.force(forced);
        QVERIFY(answer.tokenProbabilities.at(1) < 0.2);
        QCOMPARE(answer.alternatives.at(1).at(0).token, std::string("two"));
        QCOMPARE(row(*answer.attention, 1), (std::vector<float>{0, 0, 0, 1}));
    }

    void the_models_own_weights_change_nothing_data() { addKinds(); }
    void the_models_own_weights_change_nothing() {
        QFETCH(QString, attention);
        const Translator translator(decidedModel(attention.toStdString()));
        for (const std::int64_t beam : {1, 4}) {
            auto asked = request("三 一 八 五 二", beam);
            const auto plain = translator.translate(asked);
            for (std::size_t i = 0; i < plain.attention->rows(); ++i)
                asked.attention.push_back({static_cast<std::int64_t>(i), row(*plain.attention, i)});
            // The beam's other hypotheses get these weights too: the best one has to be led along its way.
            if (beam > 1)
                asked.prefix = plain.attention->targetTokens;
            const auto again = translator.translate(asked);
            compareMaps(*again.attention, *plain.attention);
            QVERIFY(std::abs(again.logProbability - plain.logProbability) < 1e-3);
        }
        Force forced{0, "三 一 八 五 二", "two one one eight"};
        const auto plain = translator.force(forced);
        for (std::size_t i = 0; i < plain.attention->rows(); ++i)
            forced.attention.push_back({static_cast<std::int64_t>(i), row(*plain.attention, i)});
        const auto again = translator.force(forced);
        compareMaps(*again.attention, *plain.attention);
        for (std::size_t i = 0; i < plain.tokenProbabilities.size(); ++i)
            QVERIFY(std::abs(again.tokenProbabilities[i] - plain.tokenProbabilities[i]) < 1e-4);
    }

    void what_comes_before_stays_and_what_comes_after_is_computed_from_it() {
        const Translator translator(decidedModel());
        Force forced{0, "三 一 八 五", "two one one eight"};
        const auto plain = translator.force(forced);
        forced.attention = {{2, {0, 0, 3, 1}}};
        const auto steered = translator.force(forced);
        QCOMPARE(row(*steered.attention, 2), (std::vector<float>{0, 0, 0.75F, 0.25F}));
        for (std::size_t i = 0; i < 5; ++i)
            QCOMPARE(std::abs(steered.tokenProbabilities[i] - plain.tokenProbabilities[i]) > 1e-5, i >= 2);
        QVERIFY(row(*steered.attention, 3) != row(*plain.attention, 3)); // the model's own again
        float sum = 0;
        for (const float weight : row(*steered.attention, 3))
            sum += weight;
        QVERIFY(std::abs(sum - 1) < 1e-5);
    }

    void weights_that_are_none_are_refused_data() {
        QTest::addColumn<qlonglong>("row");
        QTest::addColumn<QList<float>>("weights");
        QTest::newRow("too few") << 0LL << QList<float>{1, 0};
        QTest::newRow("too many") << 0LL << QList<float>{1, 0, 0, 0};
        QTest::newRow("none") << 0LL << QList<float>{};
        QTest::newRow("negative") << 0LL << QList<float>{1, -0.5F, 1};
        QTest::newRow("all zero") << 0LL << QList<float>{0, 0, 0};
        QTest::newRow("not a number") << 0LL << QList<float>{1, std::nanf(""), 0};
        QTest::newRow("infinite") << 0LL << QList<float>{1, INFINITY, 0};
        QTest::newRow("no row") << -1LL << QList<float>{1, 0, 0};
    }
    void weights_that_are_none_are_refused() {
        QFETCH(qlonglong, row);
        QFETCH(QList<float>, weights);
        const Translator translator(decidedModel());
        const GivenAttention given{row, {weights.begin(), weights.end()}};
        auto asked = request("三 一 八");
        asked.attention = {given};
        QCOMPARE(failureOf(translator, asked), MessageCode::GivenAttentionUnusable);
        Force forced{0, "三 一 八", "one"};
        forced.attention = {given};
        QCOMPARE(failureOf(translator, forced), MessageCode::GivenAttentionUnusable);
    }

    void a_model_without_attention_is_not_steered() {
        const Translator translator(decidedModel("none"));
        auto asked = request("三 一 八");
        QVERIFY(!translator.translate(asked).text.empty());
        asked.attention = {{0, {1, 0, 0}}};
        QCOMPARE(failureOf(translator, asked), MessageCode::NothingToSteer);
    }

    void a_row_that_is_never_written_changes_nothing() {
        const Translator translator(decidedModel());
        auto asked = request("三 一 八");
        const auto plain = translator.translate(asked);
        asked.attention = {{1000, {1, 0, 0}}};
        QCOMPARE(translator.translate(asked).text, plain.text);
    }
};

QTEST_GUILESS_MAIN(SteeringTest)
#include "SteeringTest.moc"
