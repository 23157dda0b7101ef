// How long one sentence takes with a network of the size of `standard`, on one thread: what a person waits for who types, clicks
// a word or asks what moved it.
#include "engine/decoding/BeamSearch.h"
#include "engine/decoding/GreedySearch.h"
#include "engine/decoding/Influence.h"
#include "engine/decoding/PaddedSources.h"
#include "engine/model/Seq2Seq.h"
#include "engine/text/Vocabulary.h"

#include <benchmark/benchmark.h>

using namespace zhuyi;

namespace {

constexpr std::int64_t Words = 8000;

/// It has learnt nothing, and never ends a sentence before its limit.
Seq2Seq& network() {
    static const auto standard = [] {
        at::set_num_threads(1);
        torch::manual_seed(1);
        auto made = std::make_shared<Seq2Seq>(preset("standard"), Words, Words);
        const torch::NoGradGuard noGradient;
        made->named_parameters()["output.bias"][Vocabulary::End] -= 1000;
        made->eval();
        return made;
    }();
    return *standard;
}

std::vector<std::int32_t> sentence(std::int64_t length) {
    std::vector<std::int32_t> words;
    for (std::int64_t i = 0; i < length; ++i)
        words.push_back(static_cast<std::int32_t>(Vocabulary::Specials + i * 397 % (Words - Vocabulary::Specials)));
    return words;
}

/// Arguments: tokens read and written, beam.
void search(benchmark::State& state) {
    const auto length = state.range(0);
    const auto source = padded({sentence(length)}, torch::kCPU);
    DecodingOptions options;
    options.beam_size = state.range(1);
    network();
    for (auto each : state) {
        static_cast<void>(each);
        if (options.beam_size == 1)
            benchmark::DoNotOptimize(greedySearch(network(), source.ids, source.lengths, {length}));
        else
            benchmark::DoNotOptimize(beamSearch(network(), source.ids, source.lengths, {length}, options));
    }
}

template <auto Influence>
void explain(benchmark::State& state) {
    const auto words = sentence(state.range(0));
    network();
    for (auto each : state) {
        static_cast<void>(each);
        benchmark::DoNotOptimize(Influence(network(), words, words));
    }
}

BENCHMARK(search)->Args({10, 1})->Args({20, 5})->Unit(benchmark::kMillisecond);
BENCHMARK(explain<leaveOut>)->Name("leaveOut")->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(explain<gradientTimesInput>)->Name("gradientTimesInput")->Arg(20)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
