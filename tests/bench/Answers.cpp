// Answers CORPUS [SECONDS [ROUNDS [PRESET]]]: what a person who asks while a model trains gets, and what that costs the
// training. Trains at full speed, in turn left alone and asked a sentence of 10 tokens again and again, SECONDS each;
// then asks the model when the run is paused. Prints JSON.
//   alone, asked          target tokens trained a second of wall time
//   loss                  the share of the speed that the answers take
//   training_ms, idle_ms  from asking to the answer: median, 95th percentile, greatest
#include "engine/session/Message.h"
#include "tests/bench/WaitingSession.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace zhuyi;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::duration<double> Typing(0.25);        // of a person who types, between two changes of the text
const std::string Sentence = "我们今天晚上想去朋友家吃饭。"; // 我们 今天 晚上 想 去 朋友 家 吃 饭 。

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values.empty() ? 0 : values[std::max<std::size_t>(rank, 1) - 1];
}

nlohmann::json summary(const std::vector<double>& seconds) {
    return {{"median", 1000 * quantile(seconds, 0.5)},
            {"p95", 1000 * quantile(seconds, 0.95)},
            {"greatest", 1000 * quantile(seconds, 1)},
            {"count", seconds.size()}};
}

double ask(WaitingSession& session) {
    static std::uint64_t id = 0;
    const auto begin = Clock::now();
    session.post(Translate{++id, Sentence});
    session.waitFor<Translated>();
    return secondsSince(begin);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "Answers CORPUS [SECONDS [ROUNDS [PRESET]]]\n";
        return 2;
    }
    const double seconds = argc > 2 ? std::stod(argv[2]) : 10;
    const int rounds = argc > 3 ? std::stoi(argv[3]) : 3;
    auto settings = preset(argc > 4 ? argv[4] : "standard");
    settings.epochs = 100000;
    settings.validate_every = 1000000;

    WaitingSession session;
    OpenCorpus open;
    open.path = argv[1];
    open.settings = settings;
    session.post(open);
    session.waitFor<CorpusOpened>();
    Train train;
    train.settings = settings;
    session.post(train);
    session.waitFor<TrainingStarted>();
    std::int64_t tokens = 0;
    session.onEvent = [&](const Event& event) {
        if (const auto* stepped = std::get_if<Stepped>(&event))
            tokens += stepped->report.tokens;
    };
    session.wait(std::chrono::duration<double>(2)); // warm

    std::vector<double> alone, asked, training, idle;
    const auto speedDuring = [&](const auto& work) {
        tokens = 0;
        const auto begin = Clock::now();
        while (secondsSince(begin) < seconds)
            work();
        return static_cast<double>(tokens) / secondsSince(begin);
    };
    for (int round = 0; round < rounds; ++round) {
        alone.push_back(speedDuring([&] { session.wait(Typing); }));
        asked.push_back(speedDuring([&] {
            training.push_back(ask(session));
            session.wait(Typing);
        }));
    }
    session.post(Pause{});
    session.waitFor<TrainingPaused>();
    for (int i = 0; i < 50; ++i)
        idle.push_back(ask(session));
    const double aloneMedian = quantile(alone, 0.5), askedMedian = quantile(asked, 0.5);
    std::cout << nlohmann::json({{"alone", aloneMedian},
                                 {"asked", askedMedian},
                                 {"loss", 1 - askedMedian / aloneMedian},
                                 {"training_ms", summary(training)},
                                 {"idle_ms", summary(idle)}})
                     .dump(2)
              << '\n';
}
