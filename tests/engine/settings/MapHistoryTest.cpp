#include "engine/session/MapHistory.h"

#include <QTest>

#include <random>

using namespace zhuyi;

namespace {

const Probe probe{"今天是星期日。", ""};

AttentionMap square(std::size_t size, std::int64_t step = 0) {
    AttentionMap map;
    map.sourceTokens.assign(size, "词");
    map.targetTokens.assign(size, "word");
    map.weights.assign(size * size, 1.0f / static_cast<float>(size));
    map.step = step;
    return map;
}

/// Even at 0, a diagonal at 1.
AttentionMap seen(float sharpness, std::int64_t step) {
    AttentionMap map = square(4, step);
    for (std::size_t i = 0; i < map.weights.size(); ++i)
        map.weights[i] = map.weights[i] * (1 - sharpness) + (i / 4 == i % 4 ? sharpness : 0);
    return map;
}

} // namespace

class MapHistoryTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void mapsComeBackAsTheyWere() {
        MapHistory history;
        AttentionMap map = seen(0.77f, 40);
        map.gold = {{0, 0, true}, {2, 2, false}};
        QVERIFY(history.add(probe, map));
        const AttentionMapPtr back = history.nearest(probe, 40);
        QCOMPARE(back->step, std::int64_t(40));
        QCOMPARE(back->sourceTokens, map.sourceTokens);
        QCOMPARE(back->targetTokens, map.targetTokens);
        QCOMPARE(back->sourceIsChinese, map.sourceIsChinese);
        QCOMPARE(back->gold->size(), std::size_t(2));
        QVERIFY(!back->gold->at(1).sure);
        QCOMPARE(back->weights.size(), map.weights.size());
        for (std::size_t i = 0; i < map.weights.size(); ++i)
            QVERIFY(qAbs(back->weights[i] - map.weights[i]) <= 1 / 131070.0f + 1e-7f);
    }

    void theNearestMomentIsFound() {
        MapHistory history;
        QVERIFY(!history.nearest(probe, 5));
        for (const int step : {10, 20, 40})
            history.add(probe, seen(0.5f, step));
        QCOMPARE(history.steps(probe), std::vector<std::int64_t>({10, 20, 40}));
        for (const auto& [asked, found] : std::vector<std::pair<int, int>>{
                 {-3, 10}, {10, 10}, {14, 10}, {15, 10}, {16, 20}, {29, 20}, {30, 20}, {31, 40}, {99, 40}})
            QCOMPARE(history.nearest(probe, asked)->step, std::int64_t(found));
        QVERIFY(history.steps({"其他", ""}).empty());
        QVERIFY(!history.nearest({probe.source, "forced"}, 5)); // another target is another probe
    }

    void wordsThatChangeStayWithTheirMoments() {
        MapHistory history;
        AttentionMap map = seen(0.5f, 1);
        history.add(probe, map);
        map.step = 2;
        map.targetTokens = {"the", "</s>"};
        map.weights.resize(8);
        history.add(probe, map);
        history.add(probe, seen(0.5f, 3));
        QCOMPARE(history.nearest(probe, 1)->rows(), std::size_t(4));
        QCOMPARE(history.nearest(probe, 2)->targetTokens, map.targetTokens);
        QCOMPARE(history.nearest(probe, 2)->weights.size(), std::size_t(8));
        QCOMPARE(history.nearest(probe, 3)->targetTokens.front(), std::string("word"));
    }

    void theNewestStepIsReplacedAndAnOlderOneIsNoNews() {
        MapHistory history;
        history.add(probe, seen(0, 10));
        history.add(probe, seen(0, 20));
        QVERIFY(history.add(probe, seen(0.8f, 20)));
        QCOMPARE(history.steps(probe).size(), std::size_t(2));
        QVERIFY(history.nearest(probe, 20)->at(0, 0) > 0.8f);
        QVERIFY(!history.add(probe, seen(0, 15)));
        QCOMPARE(history.steps(probe), std::vector<std::int64_t>({10, 20}));
    }

    void aMillionMapsStayWithinTheBoundEvenlySpaced_data() {
        QTest::addColumn<int>("shortest");
        QTest::addColumn<int>("longest");
        QTest::newRow("every step") << 1 << 1;
        QTest::newRow("every seventh") << 7 << 7;
        QTest::newRow("irregularly") << 1 << 9;
    }

    void aMillionMapsStayWithinTheBoundEvenlySpaced() {
        QFETCH(int, shortest);
        QFETCH(int, longest);
        constexpr std::size_t most = 200;
        MapHistory history(MapHistory::defaultBytes, most);
        std::mt19937 random(1);
        std::uniform_int_distribution<int> gap(shortest, longest);
        AttentionMap map = square(2);
        const std::int64_t first = map.step = 3;
        for (int i = 0; i < 1000000; ++i) {
            history.add(probe, map);
            map.step += gap(random);
        }
        const std::int64_t last = history.nearest(probe, map.step)->step;
        QVERIFY(last >= map.step - longest);
        const auto steps = history.steps(probe);
        QVERIFY(steps.size() <= most && steps.size() >= most / 2);
        QCOMPARE(steps.front(), first);
        QCOMPARE(steps.back(), last);
        // Between the first moments of equal stretches: no gap strays from the stretch by more than a report's.
        const double even = static_cast<double>(last) / static_cast<double>(steps.size());
        for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
            const auto between = static_cast<double>(steps[i] - steps[i - 1]);
            QVERIFY2(between > 0.9 * even && between < 1.1 * even,
                     qPrintable(QStringLiteral("%1: %2, mean %3").arg(i).arg(between).arg(even)));
        }
        QVERIFY(history.bytes() <= MapHistory::defaultBytes);
    }

    void whatIsKeptDoesNotDependOnWhenItWasThinned() {
        // As if the last stride had held from the start: the first moment of each stretch, and the newest.
        MapHistory history(MapHistory::defaultBytes, 10);
        for (int step = 0; step <= 100; ++step)
            history.add(probe, square(2, step));
        QCOMPARE(history.steps(probe), std::vector<std::int64_t>({0, 16, 32, 48, 64, 80, 96, 100}));
    }

    void manyLargeMapsStayWithinTheBytes() {
        constexpr std::size_t most = 1 << 20;
        MapHistory history(most);
        for (int step = 0; step < 300; ++step)
            for (int i = 0; i < 12; ++i) {
                // The twelfth is small: it need not suffer for the others.
                history.add({"sentence " + std::to_string(i), ""}, square(i == 11 ? 4 : 50, step));
                QVERIFY(history.bytes() <= most);
            }
        for (int i = 0; i < 12; ++i) {
            const auto steps = history.steps({"sentence " + std::to_string(i), ""});
            QCOMPARE(steps.front(), std::int64_t(0));
            QCOMPARE(steps.back(), std::int64_t(299));
            QVERIFY2(steps.size() >= 8, qPrintable(QString::number(steps.size())));
            if (i == 11)
                QCOMPARE(steps.size(), std::size_t(300));
        }
    }

    void sentencesThatAreWatchedNoLongerMakeRoom() {
        MapHistory history;
        for (std::size_t i = 0; i <= MapHistory::mostProbes; ++i)
            history.add({std::to_string(i), ""}, square(3, 1));
        QVERIFY(history.steps({"0", ""}).empty());
        QVERIFY(!history.steps({"1", ""}).empty());
        // Where even the first and last maps of all are too much, the oldest sentence goes.
        MapHistory tiny(10000);
        for (int step = 0; step < 5; ++step)
            tiny.add({"old", ""}, square(30, step));
        for (int step = 0; step < 5; ++step)
            tiny.add({"new", ""}, square(30, step));
        QVERIFY(tiny.steps({"old", ""}).empty());
        QCOMPARE(tiny.steps({"new", ""}), std::vector<std::int64_t>({0, 2, 4}));
    }

    void allOfItMakesTheSameHistoryAnew() {
        MapHistory history;
        for (int step = 10; step <= 30; step += 10) {
            history.add({"一", "one"}, seen(0.5f, step));
            history.add({"二", ""}, seen(0.1f, step));
        }
        history.add({"一", "one"}, seen(0.7f, 40)); // the last to be added to
        QVERIFY(!history.isEmpty());
        MapHistory anew;
        QVERIFY(anew.isEmpty());
        for (const auto& [probe, map] : history.moments())
            QVERIFY(anew.add(probe, *map));
        const auto before = history.moments(), after = anew.moments();
        QCOMPARE(before.size(), std::size_t(7));
        QCOMPARE(before.front().probe.source, std::string("二"));
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(after[i].probe.source, before[i].probe.source);
            QCOMPARE(after[i].probe.target, before[i].probe.target);
            QCOMPARE(after[i].map->step, before[i].map->step);
            QCOMPARE(after[i].map->weights, before[i].map->weights);
        }
    }

    void aRunThatBeginsAgainForgetsWhatCameAfter() {
        MapHistory history;
        for (int step = 10; step <= 50; step += 10)
            history.add(probe, square(3, step));
        history.add({"late", ""}, square(3, 50));
        const std::size_t before = history.bytes();
        history.forgetFrom(30);
        QCOMPARE(history.steps(probe), std::vector<std::int64_t>({10, 20}));
        QVERIFY(history.steps({"late", ""}).empty());
        QVERIFY(history.bytes() < before);
        QVERIFY(history.add(probe, square(3, 30)));
        history.clear();
        QVERIFY(history.steps(probe).empty());
        QCOMPARE(history.bytes(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(MapHistoryTest)
#include "MapHistoryTest.moc"
