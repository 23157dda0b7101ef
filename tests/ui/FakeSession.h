#pragma once

#include "ui/client/EngineClient.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace zhuyi {

/// What a test sees of a FakeSession: the commands that came, and a way to send events back, from any thread.
class FakeEngine {
  public:
    EngineClient::SessionFactory factory();

    void send(Event event) { sink_(std::move(event)); }

    std::vector<Command> commands() const {
        const std::lock_guard<std::mutex> lock(mutex_);
        return commands_;
    }
    template <class T>
    int count() const {
        const auto all = commands();
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [](const Command& c) { return std::holds_alternative<T>(c); }));
    }
    /// The newest command of this kind; a default one where none came.
    template <class T>
    T last() const {
        const auto all = commands();
        for (auto it = all.rbegin(); it != all.rend(); ++it)
            if (const T* command = std::get_if<T>(&*it))
                return *command;
        return {};
    }
    void forgetCommands() {
        const std::lock_guard<std::mutex> lock(mutex_);
        commands_.clear();
    }

    // Plausible values to send.
    static EngineReady ready() {
        EngineInfo info;
        info.torchVersion = "1.13.1";
        info.blas = "/usr/lib/libopenblas.so.0";
        info.threads = 2;
        info.device = "cpu";
        return {info};
    }
    static std::shared_ptr<const CorpusSummary> summary(const std::string& path = "/corpora/pairs.txt") {
        CorpusSummary s;
        s.path = path;
        s.columns = 3;
        s.chineseColumn = 1;
        s.englishColumn = 0;
        s.lines = 29155;
        s.pairs = 27155;
        s.dropped = {{DropReason::Duplicate, 1904}, {DropReason::EmptySide, 12}, {DropReason::TooLong, 84}};
        s.firstDroppedLine = {{DropReason::Duplicate, 31}, {DropReason::EmptySide, 702}, {DropReason::TooLong, 28004}};
        s.trainPairs = 25155;
        s.devPairs = 1000;
        s.testPairs = 1000;
        s.chineseVocabulary = 8000;
        s.englishVocabulary = 6120;
        s.chineseUnknown = 0.034;
        s.englishUnknown = 0.011;
        s.chineseLengths.assign(51, 0);
        s.englishLengths.assign(51, 0);
        for (int n = 1; n <= 50; ++n) {
            s.chineseLengths[static_cast<std::size_t>(n)] = std::llround(2600 * n * std::exp(-n / 5.5));
            s.englishLengths[static_cast<std::size_t>(n)] = std::llround(2000 * n * std::exp(-n / 6.5));
        }
        s.examples = {{"今天是星期日。", "Today is Sunday.", 3},
                      {"我昨天在图书馆看了两本书。", "I read two books at the library yesterday.", 8012},
                      {"他把门关上了。", "He closed the door.", 20417}};
        s.devPairsShown = s.examples;
        s.seconds = 1.4;
        return std::make_shared<const CorpusSummary>(s);
    }
    static ModelSummary model(const std::string& path = "") {
        ModelSummary m;
        m.path = path;
        m.parameters = 8123456;
        m.sourceVocabulary = 8000;
        m.targetVocabulary = 6120;
        m.step = 1240;
        m.metrics = {{"dev_loss", 2.64}, {"perplexity", 14.0}};
        return m;
    }
    static StepReport step(std::int64_t n, std::int64_t stepsInEpoch = 390, std::int64_t epochs = 5) {
        StepReport r;
        r.step = n;
        r.epochs = epochs;
        r.stepsInEpoch = stepsInEpoch;
        r.epoch = 1 + (n - 1) / stepsInEpoch;
        r.stepInEpoch = 1 + (n - 1) % stepsInEpoch;
        r.trainLoss = 1.5 + 6.5 * std::exp(-static_cast<double>(n) / 300) + 0.15 * std::sin(static_cast<double>(n) * 7);
        r.gradientNorm = 1.2;
        r.learningRate = 1e-3;
        r.tokensPerSecond = 5230;
        r.seconds = static_cast<double>(n) * 0.11;
        r.secondsLeft = static_cast<double>(stepsInEpoch * epochs - n) * 0.11;
        r.progress = static_cast<double>(n) / static_cast<double>(stepsInEpoch * epochs);
        return r;
    }
    static ValidationReport validation(std::int64_t n, std::int64_t stepsInEpoch = 390) {
        ValidationReport r;
        r.step = n;
        r.epoch = 1 + (n - 1) / stepsInEpoch;
        r.seconds = static_cast<double>(n) * 0.11;
        r.trainLoss = 1.5 + 6.5 * std::exp(-static_cast<double>(n) / 300);
        r.devLoss = r.trainLoss + 0.3;
        r.perplexity = std::exp(r.devLoss);
        r.tokenAccuracy = 0.6 * (1 - std::exp(-static_cast<double>(n) / 300));
        r.learningRate = 1e-3;
        r.tokensPerSecond = 5230;
        r.best = true;
        r.endOfEpoch = n % stepsInEpoch == 0;
        return r;
    }
    /// "today is Sunday ." from "今天 是 星期日 。"; sharpness 0 is uniform, 1 nearly one-hot.
    static AttentionMapPtr attention(double sharpness = 0.8, std::int64_t step = 1240) {
        AttentionMap map;
        map.sourceTokens = {"今天", "是", "星期日", "。"};
        map.targetTokens = {"today", "is", "sunday", ".", "</s>"};
        map.step = step;
        for (std::size_t row = 0; row < map.rows(); ++row)
            for (std::size_t column = 0; column < map.columns(); ++column) {
                const double even = 1.0 / static_cast<double>(map.columns());
                const bool hit = std::min(row, map.columns() - 1) == column;
                map.weights.push_back(static_cast<float>(even * (1 - sharpness) + (hit ? sharpness : 0)));
            }
        return std::make_shared<const AttentionMap>(map);
    }
    /// The same with its true alignment: each word with its translation, and "is" possibly with 今天 too.
    static AttentionMapPtr alignedAttention(double sharpness = 0.8, std::int64_t step = 1240) {
        AttentionMap map = *attention(sharpness, step);
        map.gold = {{0, 0, true}, {1, 1, true}, {1, 0, false}, {2, 2, true}, {3, 3, true}};
        return std::make_shared<const AttentionMap>(map);
    }
    static std::shared_ptr<const CorpusSummary> builtInSummary() {
        CorpusSummary s = *summary("");
        s.builtIn = true;
        s.lines = s.pairs = s.alignedPairs = 110000;
        s.dropped.clear();
        s.firstDroppedLine.clear();
        return std::make_shared<const CorpusSummary>(s);
    }
    static TranslationPtr translation(const std::string& source = "今天是星期日。") {
        Translation t;
        t.source = source;
        t.text = "Today is Sunday.";
        t.attention = attention();
        t.tokenProbabilities = {0.9f, 0.95f, 0.7f, 0.99f, 0.99f};
        for (float p : t.tokenProbabilities)
            t.logProbability += std::log(p);
        t.milliseconds = 12;
        return std::make_shared<const Translation>(t);
    }

  private:
    friend class FakeSession;
    mutable std::mutex mutex_;
    std::vector<Command> commands_;
    EventSink sink_;
};

/// A session without an engine. The FakeEngine must outlive it.
class FakeSession : public Session {
  public:
    FakeSession(FakeEngine& engine, EventSink sink) : engine_(engine) { engine.sink_ = std::move(sink); }
    void post(Command command) override {
        const std::lock_guard<std::mutex> lock(engine_.mutex_);
        engine_.commands_.push_back(std::move(command));
    }

  private:
    FakeEngine& engine_;
};

inline EngineClient::SessionFactory FakeEngine::factory() {
    return [this](EventSink sink) { return std::make_unique<FakeSession>(*this, std::move(sink)); };
}

} // namespace zhuyi
