// Heartbeat CORPUS [SECONDS [RUNS]]: how the real window feels while the real engine works. Opens the corpus, presses
// Start, and while it trains with the preset at hand beats a 10 ms timer on the GUI thread; prints JSON. RUNS other
// runs of 100,000 steps each are drawn over the one at hand.
//   ready_seconds            from choosing the corpus to ready to train
//   first_heatmap_seconds    from Start to the first attention map of the sentences watched
//   longest_gap_ms, p99_ms   between two beats while training
//   curves_frame_ms          drawing the curves once: median and p95
//   idle_ms, training_ms     translating a sentence of 10 tokens, from asking to the answer's signal: median and p95
#undef QT_NO_KEYWORDS // QCustomPlot's header is written with them

#include "ui/client/EngineClient.h"
#include "ui/shell/MainWindow.h"
#include "ui/training/CurvePlot.h"
#include "ui/training/TrainingCurves.h"
#include "ui/training/TrainingPanel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTextStream>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace zhuyi;

namespace {

double milliseconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values.empty() ? 0 : values[std::max<std::size_t>(rank, 1) - 1];
}

QJsonObject medianAndP95(const std::vector<double>& values) {
    return {{QStringLiteral("median"), quantile(values, 0.5)},
            {QStringLiteral("p95"), quantile(values, 0.95)},
            {QStringLiteral("count"), static_cast<int>(values.size())}};
}

/// Runs the event loop until the signal comes; ends the program where the engine fails instead.
template <typename Signal>
void waitFor(EngineClient& client, Signal signal) {
    QEventLoop loop;
    QObject::connect(&client, signal, &loop, &QEventLoop::quit);
    QObject::connect(&client, &EngineClient::failed, &loop,
                     [](const Failed& failure) { qFatal("%s", englishText(failure.message).c_str()); });
    loop.exec();
}

void waitFor(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

double translate(EngineClient& client) {
    QEventLoop loop;
    QElapsedTimer clock;
    std::uint64_t id = 0;
    QObject::connect(&client, &EngineClient::translated, &loop, [&](std::uint64_t answered) {
        if (answered == id)
            loop.quit();
    });
    clock.start();
    id = client.translate(QStringLiteral("我们今天晚上想去朋友家吃饭。")); // 我们 今天 晚上 想 去 朋友 家 吃 饭 。
    loop.exec();
    return milliseconds(clock);
}

/// Steps and validations as a long run has them, noisy ones.
RunSeries longRun(int number) {
    constexpr std::int64_t steps = 100000;
    RunSeries run;
    run.name = QStringLiteral("run %1").arg(number);
    for (std::int64_t n = 1; n <= steps; ++n) {
        const double x = static_cast<double>(n);
        StepReport report;
        report.step = n;
        report.epoch = 1 + (n - 1) / 1000;
        report.stepInEpoch = 1 + (n - 1) % 1000;
        report.stepsInEpoch = 1000;
        report.trainLoss = 1.5 + 0.2 * number + 6 * std::exp(-x / 8000) + 0.4 * std::sin(x * 12.9898 + number);
        report.gradientNorm = 1 + 0.5 * std::sin(x * 78.233);
        report.learningRate = 1e-3;
        report.tokensPerSecond = 5000 + 100 * std::sin(x);
        report.seconds = 0.1 * x;
        run.steps.push_back(report);
        if (n % 1000 == 0) {
            ValidationReport validation;
            validation.step = n;
            validation.devLoss = 1.8 + 0.2 * number + 6 * std::exp(-x / 8000);
            validation.tokenAccuracy = 0.6 * (1 - std::exp(-x / 8000));
            run.validations.push_back(validation);
        }
    }
    return run;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi-heartbeat"));
    QStandardPaths::setTestModeEnabled(true);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("Heartbeat CORPUS [SECONDS [RUNS]]");
    const int seconds = arguments.size() > 2 ? arguments[2].toInt() : 60;
    const int runs = arguments.size() > 3 ? arguments[3].toInt() : 0;

    EngineClient client;
    MainWindow window(&client);
    window.resize(1280, 800);
    window.show();
    waitFor(client, &EngineClient::ready);
    QJsonObject report;

    QElapsedTimer clock;
    clock.start();
    window.openFile(arguments[1]);
    waitFor(client, &EngineClient::corpusOpened);
    report.insert(QStringLiteral("ready_seconds"), milliseconds(clock) / 1000);

    waitFor(500); // a person takes longer
    auto* start = window.findChild<QToolButton*>(QStringLiteral("startButton"));
    bool isHeatmapSeen = false;
    QObject::connect(&client, &EngineClient::probesWatched, &window, [&](const ProbeReport& probes) {
        const bool any =
            std::any_of(probes.maps.begin(), probes.maps.end(), [](const auto& map) { return map != nullptr; });
        if (any && !isHeatmapSeen)
            report.insert(QStringLiteral("first_heatmap_seconds"), milliseconds(clock) / 1000);
        isHeatmapSeen = isHeatmapSeen || any;
    });
    clock.restart();
    start->click();
    waitFor(client, &EngineClient::trainingStarted);

    auto* panel = window.findChild<TrainingPanel*>();
    if (runs > 0) {
        std::vector<RunSeries> others;
        for (int i = 1; i <= runs; ++i)
            others.push_back(longRun(i));
        panel->setCompared(others);
        waitFor(1000);
    }
    std::vector<double> gaps;
    double speed = 0;
    QObject::connect(&client, &EngineClient::stepped, &window,
                     [&](const std::vector<StepReport>& steps) { speed = steps.back().tokensPerSecond; });
    QElapsedTimer beat;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, &window, [&] {
        gaps.push_back(milliseconds(beat));
        beat.restart();
    });
    beat.start();
    heart.start(10);
    waitFor(seconds * 1000);
    heart.stop();
    report.insert(QStringLiteral("longest_gap_ms"), quantile(gaps, 1));
    report.insert(QStringLiteral("p99_ms"), quantile(gaps, 0.99));
    report.insert(QStringLiteral("beats"), static_cast<int>(gaps.size()));
    report.insert(QStringLiteral("tokens_per_second"), std::round(speed));

    std::vector<double> frames;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer frame;
        frame.start();
        panel->curves()->plot()->replot(QCustomPlot::rpImmediateRefresh);
        frames.push_back(milliseconds(frame));
        waitFor(20);
    }
    report.insert(QStringLiteral("curves_frame_ms"), medianAndP95(frames));

    std::vector<double> training, idle;
    for (int i = 0; i < 100; ++i) {
        training.push_back(translate(client));
        waitFor(37); // no multiple of anything in the program
    }
    start->click();
    waitFor(client, &EngineClient::trainingPaused);
    for (int i = 0; i < 100; ++i) {
        idle.push_back(translate(client));
        waitFor(37);
    }
    report.insert(QStringLiteral("training_ms"), medianAndP95(training));
    report.insert(QStringLiteral("idle_ms"), medianAndP95(idle));
    QTextStream(stdout) << QJsonDocument(report).toJson();
    return 0;
}
