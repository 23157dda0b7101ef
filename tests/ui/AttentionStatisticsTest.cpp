#include "ui/attention/AttentionStatistics.h"

#include <QTest>

using namespace zhuyi;

namespace {

AttentionMap mapOf(std::vector<float> weights, std::size_t columns) {
    AttentionMap map;
    map.sourceTokens.assign(columns, "x");
    map.targetTokens.assign(weights.size() / columns, "y");
    map.weights = std::move(weights);
    return map;
}

} // namespace

class AttentionStatisticsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void entropyByHand() {
        const auto entropies = rowEntropies(mapOf({1,    0,    0,    0,    // all on one
                                                   .25f, .25f, .25f, .25f, // even over four: 2 bits
                                                   .5f,  .5f,  0,    0,    // a coin: 1 bit
                                                   .5f,  .25f, .25f, 0,    // ½·1 + 2·¼·2 = 1.5 bits
                                                   0,    0,    0,    0},   // no attention
                                                  4));
        const std::vector<double> expected = {0, 2, 1, 1.5, 0};
        QCOMPARE(entropies.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(qAbs(entropies[i] - expected[i]) < 1e-9, qPrintable(QString::number(entropies[i])));
    }

    void aRowThatDoesNotQuiteSumToOneCountsAsIfItDid() {
        const auto entropies = rowEntropies(mapOf({.1f, .1f, .6f, .6f}, 2));
        QVERIFY(qAbs(entropies[0] - 1) < 1e-9 && qAbs(entropies[1] - 1) < 1e-9);
    }

    void evenAttentionHasTheGreatestEntropy() {
        QCOMPARE(greatestEntropy(0), 0.0);
        QCOMPARE(greatestEntropy(1), 0.0);
        QCOMPARE(greatestEntropy(8), 3.0);
        QVERIFY(qAbs(rowEntropies(mapOf(std::vector<float>(10, .1f), 10))[0] - greatestEntropy(10)) < 1e-6);
    }

    void coverageByHand() {
        const auto sums = coverages(mapOf({.5f, .5f, 0, //
                                           .75f, .25f, 0},
                                          3));
        QCOMPARE(sums, std::vector<double>({1.25, .75, 0}));
    }

    void nothingHasNoStatistics() {
        QVERIFY(rowEntropies({}).empty());
        QVERIFY(coverages({}).empty());
    }
};

QTEST_GUILESS_MAIN(AttentionStatisticsTest)
#include "AttentionStatisticsTest.moc"
