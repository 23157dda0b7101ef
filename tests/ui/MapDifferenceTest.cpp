#include "ui/attention/MapDifference.h"
#include "tests/ui/FakeSession.h"

#include <QTest>

using namespace zhuyi;

class MapDifferenceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cellsAreTheLaterWeightLessTheEarlier() {
        const auto before = FakeEngine::attention(0, 100), after = FakeEngine::attention(0.8, 900);
        const auto difference = MapDifference::of(*before, *after);
        QVERIFY(difference);
        QCOMPARE(difference->step, std::int64_t(900));
        QCOMPARE(difference->sourceTokens, after->sourceTokens);
        QCOMPARE(difference->targetTokens, after->targetTokens);
        QCOMPARE(difference->at(0, 0), 0.85f - 0.25f);
        QCOMPARE(difference->at(0, 1), 0.05f - 0.25f);
        for (std::size_t row = 0; row < difference->rows(); ++row) {
            double sum = 0;
            for (std::size_t column = 0; column < difference->columns(); ++column)
                sum += static_cast<double>(difference->at(row, column));
            QVERIFY(qAbs(sum) < 1e-6);
        }
    }

    void otherWordsCannotBeCompared() {
        AttentionMap before = *FakeEngine::attention();
        const AttentionMap after = before;
        before.targetTokens[2] = "monday";
        QCOMPARE(MapDifference::comparable(before, after), MapDifference::Comparable::OtherTarget);
        QVERIFY(!MapDifference::of(before, after));
        // One token fewer, so that the weights would not even have the same shape.
        before = after;
        before.targetTokens.pop_back();
        before.weights.resize(before.rows() * before.columns());
        QVERIFY(!MapDifference::of(before, after));
        QVERIFY(!MapDifference::of(after, before));
        before = after;
        before.sourceTokens[0] = "明天";
        QCOMPARE(MapDifference::comparable(before, after), MapDifference::Comparable::OtherSource);
        QVERIFY(!MapDifference::of(before, after));
    }

    void theObstacleIsSaid() {
        using Comparable = MapDifference::Comparable;
        QVERIFY(MapDifference::obstacle(Comparable::Yes).isEmpty());
        QVERIFY(MapDifference::obstacle(Comparable::OtherSource).contains("different sentences"));
        QVERIFY(MapDifference::obstacle(Comparable::OtherTarget).contains("different words"));
    }
};

QTEST_GUILESS_MAIN(MapDifferenceTest)
#include "MapDifferenceTest.moc"
