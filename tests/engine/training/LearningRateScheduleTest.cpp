#include "engine/training/LearningRateSchedule.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

class LearningRateScheduleTest : public QObject {
    Q_OBJECT

    static LearningRateSchedule schedule(const char* kind, std::int64_t warmUp = 0) {
        Settings settings;
        settings.schedule = kind;
        settings.warmup_steps = warmUp;
        settings.decay_factor = 0.5;
        settings.decay_patience = 2;
        return LearningRateSchedule(settings);
    }

  private Q_SLOTS:
    void warmUpRisesInEqualStepsToTheWholeRate() {
        const auto warm = schedule("constant", 4);
        QCOMPARE(warm.warmUp(1), 0.25);
        QCOMPARE(warm.warmUp(3), 0.75);
        QCOMPARE(warm.warmUp(4), 1.0);
        QCOMPARE(warm.warmUp(400), 1.0);
        QCOMPARE(schedule("constant").warmUp(1), 1.0);
    }

    void valuesAtTheBeginningAmidAndAtTheEnd_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("quarter");
        QTest::addColumn<double>("last");
        QTest::newRow("constant") << QByteArray("constant") << 1.0 << 1.0 << 1.0;
        QTest::newRow("linear") << QByteArray("linear") << 1.0 << 0.75 << 0.0;
        QTest::newRow("cosine") << QByteArray("cosine") << 1.0 << (1 + std::sqrt(0.5)) / 2 << 0.0;
        QTest::newRow("inverse_sqrt") << QByteArray("inverse_sqrt") << 1.0 << 0.2 << 0.1; // steps 1, 25, 100
        QTest::newRow("plateau") << QByteArray("plateau") << 1.0 << 1.0 << 1.0;
    }
    void valuesAtTheBeginningAmidAndAtTheEnd() {
        QFETCH(QByteArray, kind);
        QFETCH(double, first);
        QFETCH(double, quarter);
        QFETCH(double, last);
        const auto run = schedule(kind.constData());
        QVERIFY(std::abs(run.decay(1, 0) - first) < 1e-12);
        QVERIFY(std::abs(run.decay(25, 0.25) - quarter) < 1e-12);
        QVERIFY(std::abs(run.decay(100, 1) - last) < 1e-12);
    }

    void theInverseRootBeginsToFallAfterTheWarmUp() {
        const auto run = schedule("inverse_sqrt", 16);
        QCOMPARE(run.decay(3, 0), 1.0);
        QCOMPARE(run.decay(16, 0), 1.0);
        QCOMPARE(run.decay(64, 0), 0.5);
    }

    void thePlateauFallsWhenTheLossStandsStillForSoManyEpochs() {
        auto run = schedule("plateau");
        for (const double loss : {3.0, 2.0, 2.1})
            run.validated(loss);
        QCOMPARE(run.decay(1, 0), 1.0);
        run.validated(2.0); // no lower than the lowest
        QCOMPARE(run.decay(1, 0), 0.5);
        run.validated(2.2); // the count began anew
        QCOMPARE(run.decay(1, 0), 0.5);
        auto resumed = schedule("plateau");
        resumed.fromJson(run.toJson());
        for (auto* each : {&run, &resumed})
            each->validated(2.2);
        QCOMPARE(run.decay(1, 0), 0.25);
        QCOMPARE(resumed.decay(1, 0), 0.25);
    }
};

QTEST_GUILESS_MAIN(LearningRateScheduleTest)
#include "LearningRateScheduleTest.moc"
