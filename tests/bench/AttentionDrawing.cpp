// How long the attention takes to draw: `AttentionDrawing [TOKENS]` prints milliseconds a frame, median and worst, of a
// heatmap and of ribbons of so many words by as many (50 unless given), and of scrubbing through 1,000 stored moments.

#include "engine/session/MapHistory.h"
#include "tests/ui/FakeSession.h"
#include "ui/attention/AttentionPanel.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/RibbonView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

using namespace zhuyi;

namespace {

/// Sharpness 0: even; 1: as sharp as attention gets.
AttentionMapPtr mapOf(int tokens, double sharpness, std::int64_t step) {
    AttentionMap map;
    map.step = step;
    for (int i = 0; i < tokens; ++i) {
        map.sourceTokens.push_back(i % 3 == 0 ? "图书馆" : i % 3 == 1 ? "的" : "昨天");
        map.targetTokens.push_back("word" + std::to_string(i));
    }
    for (int row = 0; row < tokens; ++row) {
        double sum = 0;
        std::vector<double> weights;
        for (int column = 0; column < tokens; ++column) {
            const int to = (row * 7 + static_cast<int>(step % 5)) % tokens;
            weights.push_back(std::exp(-sharpness * std::abs(column - to)));
            sum += weights.back();
        }
        for (const double weight : weights)
            map.weights.push_back(static_cast<float>(weight / sum));
    }
    return std::make_shared<const AttentionMap>(map);
}

void report(const char* what, std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%-44s median %6.2f ms  99 %% %6.2f ms  worst %6.2f ms\n", what, milliseconds[milliseconds.size() / 2],
                milliseconds[milliseconds.size() * 99 / 100], milliseconds.back());
}

/// What is not exposed draws nothing.
void showExposed(QWidget& widget) {
    widget.show();
    for (int i = 0; i < 1000 && !widget.windowHandle()->isExposed(); ++i)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
    if (!widget.windowHandle()->isExposed()) {
        std::fputs("no window came up\n", stderr);
        std::exit(1);
    }
}

void measure(const char* what, AttentionView& view, int frames, const std::function<AttentionMapPtr(int)>& map) {
    view.resize(620, 400);
    showExposed(view);
    view.setMap(map(0));
    view.viewport()->repaint();
    std::vector<double> milliseconds;
    for (int i = 1; i <= frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        view.setMap(map(i));
        view.viewport()->repaint();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report(what, milliseconds);
}

/// The whole panel, with its timeline and lines of text, over the same moments.
void measurePanel() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    AttentionPanel panel(&client);
    panel.resize(620, 560);
    showExposed(panel);
    panel.setSentences({{"今天是星期日。", "Today is Sunday.", 0, 0}});
    ProbeReport seen;
    seen.id = engine.last<WatchProbes>().id;
    seen.translations = {"Today is Sunday."};
    for (int step = 1; step <= 1000; ++step) {
        seen.step = step;
        seen.maps = {mapOf(20, step / 500.0, step)};
        Q_EMIT client.probesWatched(seen);
    }
    std::vector<double> milliseconds;
    for (int step = 1; step <= 1000; ++step) {
        QElapsedTimer timer;
        timer.start();
        panel.showMoment(step);
        QApplication::processEvents(); // repaints
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report("scrubbing the panel", milliseconds);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const int tokens = argc > 1 ? std::max(2, std::atoi(argv[1])) : 50;
    std::vector<AttentionMapPtr> sharp, even;
    for (int i = 0; i < 20; ++i) {
        sharp.push_back(mapOf(tokens, 1.5, i));
        even.push_back(mapOf(tokens, 0.01, i));
    }
    const auto among = [](const std::vector<AttentionMapPtr>& maps) {
        return [&maps](int i) { return maps[static_cast<std::size_t>(i) % maps.size()]; };
    };
    std::printf("%d x %d words in 620 x 400 pixels\n", tokens, tokens);
    HeatmapView heatmap;
    measure("heatmap", heatmap, 300, among(sharp));
    HeatmapView numbers;
    numbers.setValuesShown(true);
    numbers.setZoom(3);
    measure("heatmap with values, zoomed", numbers, 300, among(sharp));
    RibbonView ribbons;
    measure("ribbons, sharp attention", ribbons, 300, among(sharp));
    RibbonView all;
    measure("ribbons, even attention (all are drawn)", all, 300, among(even));

    MapHistory history;
    const Probe probe{"source", "target"};
    for (int step = 1; step <= 1000; ++step)
        history.add(probe, *mapOf(20, step / 500.0, step));
    std::printf("%zu moments of 20 x 20 words, %.1f MB\n", history.steps(probe).size(),
                static_cast<double>(history.bytes()) / 1e6);
    HeatmapView scrubbed;
    measure("scrubbing the heatmap", scrubbed, 1000, [&](int i) { return history.nearest(probe, i); });
    RibbonView scrubbedRibbons;
    measure("scrubbing the ribbons", scrubbedRibbons, 1000, [&](int i) { return history.nearest(probe, i); });
    measurePanel();
    return 0;
}
