#include "app/DemoCommand.h"

#include "app/DemoPictures.h"
#include "app/DemoReport.h"
#include "app/DemoSentences.h"
#include "app/Engine.h"
#include "app/ExitCode.h"
#include "app/FileSet.h"
#include "app/ProgressLine.h"
#include "app/TrainingLog.h"
#ifdef ZHUYI_WINDOW
#include "app/Picture.h"
#endif

#include <cstdlib>
#include <iostream>

namespace zhuyi {

namespace {

constexpr std::int64_t ValidateEvery = 100; // steps: a point of the curve every few seconds
constexpr double EnoughAccuracy = 0.995;
constexpr int Patience = 8; // validations without a better one

/// Of the environment, as programs of the command line take it.
Language language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value != '\0')
            return std::string(value).rfind("zh", 0) == 0 ? Language::Chinese : Language::English;
    return Language::English;
}

/// Whether to go on brings nothing any more.
class EnoughLearnt {
  public:
    bool after(const ValidationReport& report) {
        sinceBest_ = report.best ? 0 : sinceBest_ + 1;
        return report.tokenAccuracy >= EnoughAccuracy || sinceBest_ >= Patience;
    }

  private:
    int sinceBest_ = 0;
};

std::vector<Probe> probesOf(const std::vector<SentencePair>& pairs) {
    std::vector<Probe> probes;
    for (const auto& pair : pairs)
        probes.push_back({pair.chinese, pair.english});
    return probes;
}

/// Trains and gathers what the report tells; false where it was interrupted. Leaves the best model at hand.
bool train(Engine& engine, const DemoOptions& options, DemoRun& run) {
    constexpr std::uint64_t whileTraining = 1, afterwards = 2;
    Train command;
    command.settings = preset("small");
    command.settings.epochs = static_cast<std::int64_t>(findSetting("epochs")->greatest);
    command.settings.validate_every = ValidateEvery;
    command.minutes = options.minutes;
    command.startPaused = true; // what it looks at before the first step is to be seen too
    std::cerr << "zhuyi: making the built-in corpus" << std::endl;
    engine.post(OpenCorpus{{}, {}, command.settings, {}, false, true});
    ProgressLine line;
    EnoughLearnt enough;
    bool posted = false;
    while (true) {
        const Event event = engine.next();
        if (Engine::wasInterrupted()) // there is nothing to keep
            return false;
        if (const auto* ready = std::get_if<EngineReady>(&event)) {
            run.engine = ready->info;
        } else if (const auto* opened = std::get_if<CorpusOpened>(&event)) {
            run.corpus = *opened->summary;
            if (!posted) {
                std::cerr << "zhuyi: " << run.corpus.trainPairs << " pairs to train on, for at most " << options.minutes
                          << " minutes" << std::endl;
                engine.post(command);
            }
            posted = true;
        } else if (std::holds_alternative<TrainingStarted>(event)) {
            engine.post(WatchProbes{probesOf(pairsToWatch(run.corpus.devPairsShown)), whileTraining});
            engine.post(Resume{});
        } else if (const auto* stepped = std::get_if<Stepped>(&event)) {
            line.show(stepped->report);
            run.reports.emplace_back(stepped->report);
        } else if (const auto* validated = std::get_if<Validated>(&event)) {
            line.show(validated->report);
            run.reports.emplace_back(validated->report);
            if (!run.stoppedEarly && enough.after(validated->report)) {
                run.stoppedEarly = true;
                engine.post(Stop{});
            }
        } else if (const auto* finished = std::get_if<TrainingFinished>(&event)) {
            run.model = finished->model;
            run.stoppedEarly = finished->end == TrainingEnd::Stopped;
            engine.post(WatchProbes{probesOf(run.corpus.devPairsShown), afterwards});
        } else if (const auto* watched = std::get_if<ProbesWatched>(&event)) {
            if (watched->report.id == whileTraining) {
                run.watched.push_back(watched->report);
                continue;
            }
            for (std::size_t i = 0; i < watched->report.maps.size(); ++i)
                if (watched->report.maps[i])
                    run.sentences.push_back(
                        {run.corpus.devPairsShown[i], watched->report.translations[i], watched->report.maps[i]});
            return true;
        }
    }
}

void writeLog(const DemoRun& run, const std::string& path) {
    TrainingLog log(path, false);
    log.open();
    for (const auto& report : run.reports)
        std::visit([&](const auto& each) { log.add(each); }, report);
}

void writePictures(const DemoRun& run, FileSet& files) {
#ifdef ZHUYI_WINDOW
    const Picture picture;
    const auto write = [&](const std::string& name, const std::string& svg) {
        files.write(name + ".png", picture.png(svg));
    };
#else
    const auto write = [&](const std::string& name, const std::string& svg) { files.write(name + ".svg", svg); };
#endif
    write("loss", curvesSvg(run, language()));
    int number = 0;
    for (const auto& example : chooseExamples(run.sentences))
        write("attention-" + std::to_string(++number), heatmapSvg(*example.sentence->attention, language()));
}

void saveModel(Engine& engine, const std::string& path) {
    engine.post(SaveModel{path});
    while (!std::holds_alternative<ModelSaved>(engine.next())) {
    }
}

} // namespace

int demo(const DemoOptions& options) {
    FileSet files(options.folder);
    Engine engine(Engine::OnSignal::Interrupt);
    DemoRun run;
    if (!train(engine, options, run) || Engine::wasInterrupted())
        return ExitInterrupted;
    std::cerr << "zhuyi: writing the report" << std::endl;
    files.create();
    saveModel(engine, files.place("model.zhuyi"));
    writeLog(run, files.place("training.jsonl"));
    writePictures(run, files);
    files.write("report.html", demoReport(run, language(), files.pathOf("model.zhuyi")));
    if (Engine::wasInterrupted())
        return ExitInterrupted;
    files.keep();
    std::cerr << "zhuyi: open this page in a browser:" << std::endl;
    std::cout << files.pathOf("report.html") << std::endl;
    return ExitSuccess;
}

} // namespace zhuyi
