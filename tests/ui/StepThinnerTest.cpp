#include "ui/history/StepThinner.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

class StepThinnerTest : public QObject {
    Q_OBJECT

    static StepReport report(std::int64_t step) {
        StepReport report;
        report.step = step;
        report.epoch = 1 + step / 1000;
        report.trainLoss = static_cast<double>(step);
        report.learningRate = 1e-3;
        return report;
    }

  private Q_SLOTS:
    void a_short_run_keeps_every_step() {
        StepThinner thinner(100);
        for (std::int64_t step = 1; step <= 99; ++step)
            thinner.add(report(step));
        QCOMPARE(thinner.points().size(), 99U);
        QCOMPARE(thinner.rounds(), 0);
        QCOMPARE(thinner.points()[41].trainLoss, 42.0);
    }

    void a_run_of_any_length_is_bounded_and_each_point_is_the_mean_of_its_steps() {
        StepThinner thinner(100);
        for (std::int64_t step = 1; step <= 100000; ++step)
            thinner.add(report(step));
        const auto& points = thinner.points();
        QVERIFY(points.size() >= 49 && points.size() <= 100);
        const auto stride = points[1].step - points[0].step;
        for (std::size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(points[i].step, static_cast<std::int64_t>(i + 1) * stride);
            const double middle = static_cast<double>(points[i].step) - static_cast<double>(stride - 1) / 2;
            QVERIFY(std::abs(points[i].trainLoss - middle) < 1e-6 * middle + 1e-6);
        }
    }

    void a_run_that_goes_on_keeps_its_points_and_their_distance() {
        StepThinner first(100);
        for (std::int64_t step = 1; step <= 1000; ++step)
            first.add(report(step));
        const auto kept = first.points();
        StepThinner second(100);
        second.restore(kept);
        for (std::int64_t step = kept.back().step + 1; step <= kept.back().step + 64; ++step)
            second.add(report(step));
        const auto stride = kept[1].step - kept[0].step;
        QCOMPARE(second.points().size(), kept.size() + static_cast<std::size_t>(64 / stride));
        QCOMPARE(second.points()[kept.size()].step, kept.back().step + stride);
    }
};

QTEST_GUILESS_MAIN(StepThinnerTest)
#include "StepThinnerTest.moc"
