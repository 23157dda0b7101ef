#include "app/TrainCommand.h"

#include "app/Engine.h"
#include "app/ExitCode.h"
#include "app/ProgressLine.h"
#include "app/RunRecord.h"
#include "app/TrainingLog.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <memory>

namespace zhuyi {

namespace {

void describe(const CorpusSummary& summary) {
    std::int64_t dropped = 0;
    for (const auto& entry : summary.dropped)
        dropped += entry.second;
    std::cerr << "zhuyi: " << summary.pairs << " pairs (" << dropped << " lines dropped): " << summary.trainPairs
              << " to train, " << summary.devPairs << " dev, " << summary.testPairs << " test";
    if (summary.alignedPairs > 0)
        std::cerr << "; " << summary.alignedPairs << " with their alignment";
    std::cerr << std::endl;
}

/// A slip of the keyboard must not write over what is to be read.
void refuseOwnInput(const std::string& output, const TrainOptions& options) {
    std::error_code ignored;
    for (const auto& input : {options.corpus, options.dev, options.alignments, options.devAlignments})
        if (!input.empty() && std::filesystem::equivalent(output, input, ignored))
            throw Failure(MessageCode::FileUnwritable, {output, "this run reads it"});
}

} // namespace

int train(const TrainOptions& options) {
    const std::string checkpoint = options.model + ".checkpoint";
    refuseOwnInput(options.model, options);
    if (!options.log.empty())
        refuseOwnInput(options.log, options);
    if (!options.resume && std::filesystem::exists(checkpoint))
        std::cerr << "zhuyi: " << checkpoint << " of an earlier run will be replaced; --resume would go on from it"
                  << std::endl;
    TrainingLog log(options.log, options.resume);
    std::unique_ptr<RunRecord> record;
    if (options.record)
        record = std::make_unique<RunRecord>(options);
    Engine engine(Engine::OnSignal::Interrupt);
    OpenCorpus open;
    open.path = options.corpus;
    open.devPath = options.dev;
    open.settings = options.settings;
    open.alignmentsPath = options.alignments;
    open.devAlignmentsPath = options.devAlignments;
    open.oneBased = options.oneBased;
    engine.post(open);
    Train command;
    command.settings = options.settings;
    command.minutes = options.minutes;
    command.modelPath = options.model;
    command.checkpointPath = checkpoint;
    command.resume = options.resume;
    bool posted = false;
    ProgressLine line;
    std::shared_ptr<const CorpusSummary> corpus;
    const auto next = [&] {
        try {
            return engine.next();
        } catch (const Failure& failure) {
            if (record)
                record->fail(failure.what());
            throw;
        }
    };
    bool recording = true;
    const auto keep = [&](const auto& report) {
        line.show(report);
        try {
            log.add(report);
        } catch (const Failure& failure) { // what was asked for by name fails as a whole
            if (record)
                record->fail(failure.what());
            throw;
        }
        try {
            if (record && recording)
                record->add(report);
        } catch (const Failure& failure) { // the run matters more than its copy
            recording = false;
            std::cerr << "zhuyi: " << failure.what() << std::endl;
        }
    };
    while (true) {
        const Event event = next();
        if (const auto* opened = std::get_if<CorpusOpened>(&event)) {
            corpus = opened->summary;
            describe(*corpus);
            if (Engine::wasInterrupted())
                return ExitInterrupted;
            if (!posted) // not before: a corpus that cannot be opened is one failure, not two
                engine.post(command);
            posted = true;
        } else if (const auto* started = std::get_if<TrainingStarted>(&event)) {
            log.open();
            if (record)
                record->begin(*corpus, started->model);
            std::cerr << "zhuyi: " << started->model.parameters << " parameters, vocabularies of "
                      << started->model.sourceVocabulary << " and " << started->model.targetVocabulary << std::endl;
        } else if (const auto* stepped = std::get_if<Stepped>(&event)) {
            keep(stepped->report);
        } else if (const auto* validated = std::get_if<Validated>(&event)) {
            keep(validated->report);
        } else if (const auto* finished = std::get_if<TrainingFinished>(&event)) {
            if (record) {
                try {
                    record->end(*finished);
                    std::cerr << "zhuyi: the run is recorded in " << record->folder() << std::endl;
                } catch (const Failure& failure) { // the model itself is safe
                    std::cerr << "zhuyi: " << failure.what() << std::endl;
                }
            }
            if (finished->end == TrainingEnd::Interrupted) {
                std::cerr << "zhuyi: interrupted; --resume goes on from " << checkpoint << std::endl;
                return ExitInterrupted;
            }
            std::error_code ignored;
            std::filesystem::remove(checkpoint, ignored);
            nlohmann::json result = {{"model", options.model}, {"step", finished->model.step}};
            for (const auto& [name, value] : finished->model.metrics)
                result[name] = value;
            std::cout << result.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
            return ExitSuccess;
        }
    }
}

} // namespace zhuyi
