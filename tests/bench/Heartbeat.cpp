// Heartbeat CORPUS [SECONDS]: how the real window feels while the real engine works. Opens the corpus, presses Start,
// and while it trains with the preset at hand beats a 10 ms timer on the GUI thread; prints JSON.
//   ready_seconds            from choosing the corpus to ready to train
//   first_heatmap_seconds    from Start to the first attention map of the sentences watched
//   longest_gap_ms, p99_ms   between two beats while training
//   idle_ms, training_ms     translating a sentence of 10 tokens, from asking to the answer's signal: median and p95
#include "ui/client/EngineClient.h"
#include "ui/shell/MainWindow.h"

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

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi-heartbeat"));
    QStandardPaths::setTestModeEnabled(true);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("Heartbeat CORPUS [SECONDS]");
    const int seconds = arguments.size() > 2 ? arguments[2].toInt() : 60;

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
