#include "ui/training/RunData.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace zhuyi;

namespace {

constexpr std::int64_t stepsInEpoch = 1000;

/// A million steps of a noisy run, with outliers; the same each time.
const std::vector<StepReport>& longRun() {
    static const std::vector<StepReport> run = [] {
        std::mt19937 random(5);
        const auto noise = [&random] { return static_cast<double>(random() % 10000) / 10000; };
        std::vector<StepReport> steps;
        for (std::int64_t n = 1; n <= 1000000; ++n) {
            StepReport report;
            report.step = n;
            report.epoch = 1 + (n - 1) / stepsInEpoch;
            report.stepInEpoch = 1 + (n - 1) % stepsInEpoch;
            report.stepsInEpoch = stepsInEpoch;
            report.seconds = 0.1 * static_cast<double>(n);
            report.trainLoss = 1.5 + 5 * std::exp(-static_cast<double>(n) / 50000) + noise();
            report.gradientNorm = random() % 5000 == 0 ? 50 : 1 + noise();
            report.learningRate = 1e-3 / std::sqrt(static_cast<double>(n));
            report.tokensPerSecond = 5000 + 100 * noise();
            steps.push_back(report);
        }
        return steps;
    }();
    return run;
}

const RunData& longRunData() {
    static const RunData data = [] {
        RunData data;
        data.begin({}, 0);
        for (const StepReport& report : longRun())
            data.add(report);
        return data;
    }();
    return data;
}

/// The running mean as it is without leaving anything out, by step from 1.
std::vector<double> wholeMean(double smoothing) {
    RunningMean mean(smoothing);
    std::vector<double> means = {0};
    for (const StepReport& report : longRun())
        means.push_back(mean.add(static_cast<double>(report.step), report.trainLoss));
    return means;
}

} // namespace

class RunDataTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aMillionStepsTakeNoMoreRoomThanSixtyThousand() {
        const RunData& data = longRunData();
        QVERIFY2(data.steps().size() <= RunData::mostSteps, qPrintable(QString::number(data.steps().size())));
        QVERIFY(data.steps().size() > RunData::exactSteps);
        for (const Progression progression : {Progression::Steps, Progression::Epochs, Progression::Seconds}) {
            QCOMPARE(data.along(progression).size(), data.steps().size());
            QVERIFY(std::is_sorted(data.along(progression).begin(), data.along(progression).end()));
        }
        for (const StepMetric metric :
             {StepMetric::Loss, StepMetric::LearningRate, StepMetric::GradientNorm, StepMetric::TokensPerSecond}) {
            QCOMPARE(data.column(metric).size(), data.steps().size());
            QCOMPARE(data.mean(metric).size(), data.steps().size());
        }
        QCOMPARE(data.last(Progression::Steps), 1000000.0);
        QCOMPARE(data.epochs().size(), std::size_t(1000));
    }

    void theLastStepsAreAllThere() {
        const std::vector<double>& steps = longRunData().steps();
        const auto exact = static_cast<std::size_t>(RunData::exactSteps);
        for (std::size_t back = 0; back < exact; ++back)
            QCOMPARE(steps[steps.size() - 1 - back], 1000000.0 - static_cast<double>(back));
    }

    void whatIsKeptIsWhatWasMeasured() {
        const RunData& data = longRunData();
        for (std::size_t at = 0; at < data.steps().size(); ++at) {
            const StepReport& report = longRun()[static_cast<std::size_t>(data.steps()[at]) - 1];
            QCOMPARE(data.column(StepMetric::Loss)[at], static_cast<float>(report.trainLoss));
            QCOMPARE(data.column(StepMetric::GradientNorm)[at], static_cast<float>(report.gradientNorm));
            QCOMPARE(data.along(Progression::Seconds)[at], report.seconds);
        }
    }

    /// What a curve looks like: between its least and its greatest value in each stretch of a thousandth of the run.
    void theExtremesOfEachStretchAreKept() {
        const RunData& data = longRunData();
        constexpr std::size_t stretch = 1024;
        for (const auto& [metric, member] : {std::pair(StepMetric::Loss, &StepReport::trainLoss),
                                             std::pair(StepMetric::GradientNorm, &StepReport::gradientNorm),
                                             std::pair(StepMetric::LearningRate, &StepReport::learningRate)})
            for (std::size_t begin = 0; begin + stretch <= longRun().size(); begin += stretch) {
                const auto less = [member = member](const StepReport& a, const StepReport& b) {
                    return a.*member < b.*member;
                };
                const auto from = longRun().begin() + static_cast<std::ptrdiff_t>(begin);
                const auto [least, greatest] = std::minmax_element(from, from + stretch, less);
                const std::vector<double>& steps = data.steps();
                const auto first = std::upper_bound(steps.begin(), steps.end(), static_cast<double>(begin));
                const auto last = std::upper_bound(first, steps.end(), static_cast<double>(begin + stretch));
                const CurveColumn& column = data.column(metric);
                const auto [low, high] = column.extremes(static_cast<std::size_t>(first - steps.begin()),
                                                         static_cast<std::size_t>(last - steps.begin()));
                QCOMPARE(column[low], static_cast<float>((*least).*member));
                QCOMPARE(column[high], static_cast<float>((*greatest).*member));
            }
    }

    void theRunningMeanIsThatOfAllSteps() {
        RunData data = longRunData();
        const std::vector<double> asItCame = wholeMean(data.smoothing());
        for (std::size_t at = 0; at < data.steps().size(); ++at)
            QCOMPARE(data.mean(StepMetric::Loss)[at],
                     static_cast<float>(asItCame[static_cast<std::size_t>(data.steps()[at])]));
        // Another smoothing is found from what is kept.
        data.setSmoothing(2000);
        const std::vector<double> smoother = wholeMean(2000);
        double furthest = 0;
        for (std::size_t at = 100; at < data.steps().size(); ++at)
            furthest = std::max(furthest, std::abs(static_cast<double>(data.mean(StepMetric::Loss)[at]) -
                                                   smoother[static_cast<std::size_t>(data.steps()[at])]));
        QVERIFY2(furthest < 0.1, qPrintable(QString::number(furthest)));
    }

    void aRunThatGoesOnFromAnEarlierStepForgetsTheRest() {
        RunData data = longRunData();
        data.begin({}, 300000);
        QVERIFY(data.steps().back() <= 300000.0 && data.steps().back() > 298000.0);
        for (std::int64_t n = 300001; n <= 400000; ++n)
            data.add(longRun()[static_cast<std::size_t>(n) - 1]);
        QCOMPARE(data.last(Progression::Steps), 400000.0);
        QVERIFY(data.steps().size() <= RunData::mostSteps);
        QVERIFY(std::is_sorted(data.steps().begin(), data.steps().end()));
    }

    void ofVeryManyValidationsTheBestAndTheLastStay() {
        RunData data;
        for (std::int64_t n = 1; n <= 10000; ++n) {
            ValidationReport report;
            report.step = n;
            report.devLoss = n == 777 ? 1 : 2 + static_cast<double>(n % 7);
            report.samples.push_back({"a", "b", "c"});
            data.add(report);
        }
        QVERIFY(data.validations().size() <= RunData::mostValidations);
        QCOMPARE(data.validations().back().step, std::int64_t(10000));
        QCOMPARE(data.nearestValidation(777)->step, std::int64_t(777));
        QVERIFY(data.validations().front().samples.empty()); // they are another panel's
    }
};

QTEST_GUILESS_MAIN(RunDataTest)
#include "RunDataTest.moc"
