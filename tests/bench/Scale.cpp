// Scale make PAIRS FILE: writes a corpus of so many pairs, the built-in one again and again, with a number behind one
// of the first words, so that hardly two sentences are the same. Scale FILE [TOKENIZER [SECONDS [VOCABULARY]]]: opens a
// corpus and trains on it for a while with the preset standard, whose vocabularies hold so many words at most. Prints JSON.
//   open_seconds, open_peak_mib       from the file on the disk to ready to train
//   english_vocabulary                words, with the four special tokens; what is written into
//   open_longest_silence              seconds between two reports of its progress
//   tokens_per_second, training_mib   target tokens; how far memory grew beyond what it was when training began
#include "engine/corpus/BuiltInCorpus.h"
#include "engine/session/Message.h"
#include "tests/bench/WaitingSession.h"

#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

using namespace zhuyi;
using Clock = std::chrono::steady_clock;

namespace {

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double peakMib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double residentMib() {
    std::ifstream file("/proc/self/statm");
    double size = 0, resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// The sentence with a number behind its first words.
std::string varied(std::string_view sentence, std::int64_t number, std::int64_t words) {
    std::size_t at = 0;
    for (std::int64_t word = 0; word < words && at < sentence.size(); ++word)
        at = std::min(sentence.find(' ', at + 1), sentence.size());
    return std::string(sentence.substr(0, at)) + ' ' + std::to_string(number) + std::string(sentence.substr(at));
}

int make(std::int64_t pairs, const std::string& path) {
    const auto corpus = makeBuiltInCorpus({}, [](double) {});
    const auto size = static_cast<std::int64_t>(corpus.pairs.size());
    std::ofstream file(path);
    for (std::int64_t i = 0; i < pairs; ++i) {
        const auto pair = static_cast<std::size_t>(i % size);
        const auto round = i / size, number = 1 + i % 999, words = 1 + round % 4;
        if (round == 0)
            file << corpus.chinese(pair) << '\t' << corpus.english(pair) << '\n';
        else
            file << varied(corpus.chinese(pair), number, words) << '\t' << varied(corpus.english(pair), number, words)
                 << '\n';
    }
    return file.flush() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "make")
        return make(std::stoll(argv[2]), argv[3]);
    if (argc < 2) {
        std::cerr << "Scale make PAIRS FILE\nScale FILE [TOKENIZER [SECONDS [VOCABULARY]]]\n";
        return 2;
    }
    auto settings = preset("standard");
    settings.source_tokenizer = settings.target_tokenizer = argc > 2 ? argv[2] : "word";
    if (argc > 4)
        settings.vocabulary_size = std::stoll(argv[4]);
    settings.epochs = 100000;
    settings.validate_every = 1000000;
    const double seconds = argc > 3 ? std::stod(argv[3]) : 15;

    WaitingSession session;
    double silence = 0;
    const auto begin = Clock::now();
    auto last = begin;
    session.onEvent = [&](const Event&) {
        silence = std::max(silence, secondsSince(last));
        last = Clock::now();
    };
    OpenCorpus open;
    open.path = argv[1];
    open.settings = settings;
    session.post(open);
    const auto summary = session.waitFor<CorpusOpened>().summary;
    nlohmann::json report{{"open_seconds", secondsSince(begin)},
                          {"open_peak_mib", peakMib()},
                          {"open_longest_silence", silence},
                          {"train_pairs", summary->trainPairs},
                          {"english_vocabulary", summary->englishVocabulary}};

    Train train;
    train.settings = settings;
    session.post(train);
    session.waitFor<TrainingStarted>();
    const double resident = residentMib();
    std::int64_t tokens = 0;
    double spent = 0, greatest = resident;
    session.onEvent = [&](const Event& event) {
        if (const auto* stepped = std::get_if<Stepped>(&event)) {
            tokens += stepped->report.tokens;
            spent += stepped->report.stepSeconds;
            greatest = std::max(greatest, residentMib());
        }
    };
    session.wait(std::chrono::duration<double>(seconds));
    report["tokens_per_second"] = static_cast<double>(tokens) / spent;
    report["training_mib"] = greatest - resident;
    std::cout << report.dump(2) << '\n';
}
