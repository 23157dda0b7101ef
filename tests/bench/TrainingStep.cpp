// How long a step of training takes with a network of the size of `standard` and batches such as cmn.txt's. Processor
// time is that of all threads together: it tells on a busy machine too what a change is worth.
#include "engine/corpus/EncodedCorpus.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/session/Settings.h"
#include "engine/text/Vocabulary.h"
#include "engine/training/TrainingPass.h"
#include "engine/training/Workers.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

using namespace zhuyi;

namespace {

constexpr std::int64_t SourceWords = 6083, TargetWords = 4319;
constexpr std::int64_t Batches = 4; // in turn, since other words lie elsewhere in memory

/// Sentences of seven or eight target words; those of the source vary more.
EncodedPairs pairs(std::int64_t count) {
    std::mt19937 random(1);
    const auto sentence = [&](std::int64_t words, std::uint32_t length) {
        std::vector<std::int32_t> made;
        for (std::uint32_t i = 0; i < length; ++i)
            made.push_back(static_cast<std::int32_t>(
                Vocabulary::Specials + random() % static_cast<std::uint32_t>(words - Vocabulary::Specials)));
        return made;
    };
    EncodedPairs pairs;
    for (std::int64_t i = 0; i < count; ++i) {
        pairs.source.append(sentence(SourceWords, 4 + random() % 8));
        pairs.target.append(sentence(TargetWords, 7 + random() % 2));
    }
    return pairs;
}

/// Arguments: threads, hidden size, batch size.
void step(benchmark::State& state) {
    at::set_num_threads(1);
    torch::manual_seed(1);
    auto settings = preset("standard");
    settings.embedding_size = settings.hidden_size = settings.attention_size = state.range(1);
    const auto network = std::make_shared<Seq2Seq>(settings, SourceWords, TargetWords);
    network->train();
    Workers workers(static_cast<int>(state.range(0)));
    auto passes = makeTrainingPasses(network, settings, workers.size());
    std::vector<Adam::Gradients*> gradients;
    for (auto& pass : passes)
        gradients.push_back(&pass->gradients());
    Adam adam(network->parameters());
    const auto corpus = pairs(Batches * state.range(2));
    std::uint64_t steps = 0;
    std::int64_t all = 0;
    for (auto each : state) {
        static_cast<void>(each);
        const auto first = static_cast<std::uint32_t>(static_cast<std::int64_t>(steps) % Batches * state.range(2));
        std::vector<std::vector<std::uint32_t>> parts(passes.size());
        std::int64_t tokens = 0;
        for (std::uint32_t i = 0; i < state.range(2); ++i) {
            parts[i % parts.size()].push_back(first + i);
            tokens += corpus.target.length(first + i) + 1;
        }
        ++steps;
        workers.run([&](int worker) {
            const auto part = static_cast<std::size_t>(worker);
            passes[part]->train(makeBatch(corpus, parts[part], torch::kCPU), tokens, steps);
        });
        adam.step(gradients, settings.learning_rate, settings.clip_norm, workers);
        all += tokens;
    }
    state.counters["tokens"] = benchmark::Counter(static_cast<double>(all), benchmark::Counter::kIsRate);
}

double least(const std::vector<double>& times) {
    return *std::min_element(times.begin(), times.end());
}

BENCHMARK(step)
    ->Args({1, 256, 64})
    ->Args({2, 256, 64})
    ->Args({2, 512, 64})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Repetitions(7)
    ->MinTime(0.7)
    ->ComputeStatistics("least", least)
    ->ReportAggregatesOnly();

} // namespace

BENCHMARK_MAIN();
