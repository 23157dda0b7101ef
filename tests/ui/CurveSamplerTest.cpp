#include "ui/training/CurveSampler.h"
#include "ui/training/RunningMean.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace zhuyi;

class CurveSamplerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void extremesAreThoseOfALookAtEachValue() {
        std::mt19937 random(7);
        CurveColumn column;
        for (int i = 0; i < 1000; ++i)
            column.append(i % 97 == 5 ? std::nanf("") : static_cast<float>(random() % 100000));
        for (int trial = 0; trial < 500; ++trial) {
            const std::size_t first = random() % 999, last = first + 1 + random() % (1000 - first);
            float least = INFINITY, greatest = -INFINITY;
            for (std::size_t i = first; i < last; ++i)
                if (!std::isnan(column[i])) {
                    least = std::min(least, column[i]);
                    greatest = std::max(greatest, column[i]);
                }
            const auto [low, high] = column.extremes(first, last);
            QVERIFY(low >= first && low < last && high >= first && high < last);
            if (least <= greatest) {
                QCOMPARE(column[low], least);
                QCOMPARE(column[high], greatest);
            }
        }
    }

    void aColumnThatWasCutGoesOnAsIfItHadNotBeenLonger() {
        CurveColumn column;
        for (int i = 0; i < 300; ++i)
            column.append(static_cast<float>(i == 150 ? 1e6 : i));
        column.truncate(140);
        for (int i = 140; i < 300; ++i)
            column.append(1);
        QCOMPARE(column.size(), std::size_t(300));
        QCOMPARE(column.extremes(0, 300).second, std::size_t(139));
    }

    void fewValuesAreAllDrawnAndOneBeyondEachSide() {
        CurveColumn column;
        std::vector<double> places;
        for (int i = 0; i < 20; ++i) {
            column.append(static_cast<float>(i));
            places.push_back(i);
        }
        const std::vector<std::size_t> wanted = {4, 5, 6, 7, 8, 9, 10, 11};
        QVERIFY(sampledIndices(places, column, {4.5, 7, 10}) == wanted);
        QVERIFY(sampledIndices(places, column, {-3, 0, 5, 10, 20, 30}).size() == 20);
        QVERIFY(sampledIndices({}, {}, {0, 1}).empty());
    }

    void ofAMillionValuesThePeaksRemain() {
        CurveColumn column;
        std::vector<double> places;
        constexpr std::size_t count = 1000000, peak = 654321, dip = 123456;
        for (std::size_t i = 0; i < count; ++i) {
            column.append(i == peak ? 99.f : i == dip ? -9.f : static_cast<float>(i % 13));
            places.push_back(static_cast<double>(i));
        }
        std::vector<double> edges;
        for (int pixel = 0; pixel <= 600; ++pixel)
            edges.push_back(pixel * static_cast<double>(count) / 600);
        const std::vector<std::size_t> indices = sampledIndices(places, column, edges);
        QVERIFY(indices.size() <= 1202);
        QVERIFY(std::is_sorted(indices.begin(), indices.end()));
        QVERIFY(std::binary_search(indices.begin(), indices.end(), dip));
        QVERIFY(std::binary_search(indices.begin(), indices.end(), peak));
        // Each pixel has its least and its greatest.
        QCOMPARE(indices.size(), std::size_t(1200));
    }

    void theRunningMeanBeginsAtTheFirstValueAndSettles() {
        RunningMean mean(50);
        QCOMPARE(mean.add(1, 8.0), 8.0);
        for (int step = 2; step < 2000; ++step)
            mean.add(step, step % 2 ? 3 : 1);
        QVERIFY(std::abs(mean.mean() - 2) < 0.05);
        const double before = mean.mean();
        QCOMPARE(mean.add(2000, std::nan("")), before);
        // Of a series that was thinned each value counts for the steps that it stands for.
        RunningMean thinned(50), whole(50);
        thinned.add(1, 0);
        whole.add(1, 0);
        for (int step = 2; step <= 4001; ++step)
            whole.add(step, step > 3951 ? 1 : 0);
        for (int step = 11; step <= 4001; step += 10)
            thinned.add(step, step > 3951 ? 1 : 0);
        QVERIFY2(std::abs(thinned.mean() - whole.mean()) < 0.02,
                 qPrintable(QString("%1 %2").arg(thinned.mean()).arg(whole.mean())));
    }
};

QTEST_GUILESS_MAIN(CurveSamplerTest)
#include "CurveSamplerTest.moc"
