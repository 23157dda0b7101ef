#include "engine/session/thread/EngineThread.h"

#include "engine/corpus/BuiltInCorpus.h"
#include "engine/corpus/CorpusPart.h"
#include "engine/corpus/PharaohFile.h"
#include "engine/model/ModelFile.h"
#include "engine/model/ModelRecordJson.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/TimelineBytes.h"
#include "engine/session/EngineEntry.h"
#include "engine/session/Reason.h"
#include "engine/session/TextNoop.h"
#include "engine/session/TokenizerKind.h"
#include "engine/session/thread/Evaluation.h"
#include "engine/session/thread/InspectCorpus.h"
#include "engine/session/thread/Machine.h"
#include "engine/training/AttentionGuide.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <new>

namespace zhuyi {

using Clock = std::chrono::steady_clock;

namespace {

/// The settings that decide how a corpus is cut and encoded.
bool encodesAlike(const Settings& a, const Settings& b) {
    for (const auto& info : settingInfos())
        if (info.group == SettingGroup::Text && settingText(a, info) != settingText(b, info))
            return false;
    return a.seed == b.seed;
}

/// What a model's record calls the corpus that it was trained on.
std::string recordedName(const CorpusSummary& corpus) {
    return corpus.builtIn ? "built-in" : std::filesystem::path(corpus.path).filename().string();
}

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

class Depth {
  public:
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

  private:
    int& depth_;
};

} // namespace

EngineThread::EngineThread(CommandQueue& queue, EventSink sink) : queue_(queue), sink_(std::move(sink)) {}

void EngineThread::run() {
    at::set_num_threads(1); // Workers share the work out: see there
    const EngineInfo info = engineInfo();
    sink_(EngineReady{info});
    if (info.blasIsSlow)
        sink_(Notice{{MessageCode::SlowBlas, {info.blas}}});
    while (!shutdown_) {
        const bool training = trainer_ && (!paused_ || stepping_);
        const auto command = training ? queue_.tryTake() : std::optional<Command>(queue_.take());
        if (command)
            std::visit([this](const auto& each) { handle(each); }, *command);
        else
            trainOn();
    }
}

bool EngineThread::guarded(Task task, std::uint64_t id, const std::function<void()>& work) {
    Message message;
    try {
        work();
        return true;
    } catch (const Failure& failure) {
        message = failure.message();
    } catch (const std::bad_alloc&) {
        message = {MessageCode::OutOfMemory, {}};
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        const bool memory =
            what.find("not enough memory") != std::string::npos || what.find("out of memory") != std::string::npos;
        message = memory ? Message{MessageCode::OutOfMemory, {}}
                         : Message{MessageCode::Internal, {what.substr(0, what.find('\n'))}};
    } catch (const std::exception& error) {
        message = {MessageCode::Internal, {error.what()}};
    }
    sink_(Failed{task, id, message});
    return false;
}

void EngineThread::serveBetween() {
    const auto urgent = [](const Command& command) {
        return std::holds_alternative<Translate>(command) || std::holds_alternative<Force>(command) ||
               std::holds_alternative<Explain>(command) || std::holds_alternative<WatchProbes>(command) ||
               std::holds_alternative<SaveModel>(command) || std::holds_alternative<CopyModel>(command) ||
               std::holds_alternative<Cancel>(command) || std::holds_alternative<Interrupt>(command) ||
               std::holds_alternative<Shutdown>(command);
    };
    while (const auto command = queue_.tryTake(urgent)) {
        const bool ends = std::holds_alternative<Cancel>(*command) || std::holds_alternative<Interrupt>(*command);
        if (!ends)
            std::visit([this](const auto& each) { handle(each); }, *command);
        if (ends || shutdown_)
            throw Failure(MessageCode::Cancelled);
    }
}

ProgressFunction EngineThread::progressOf(Task task, Phase phase, double from, double to) {
    return [=, reported = Clock::time_point()](double share) mutable {
        serveBetween();
        if (secondsSince(reported) > 0.03) {
            reported = Clock::now();
            sink_(Progress{task, phase, from + (to - from) * share});
        }
    };
}

void EngineThread::refuseWhileTraining() const {
    if (trainer_ || busy_ > 0)
        throw Failure(MessageCode::Busy);
}

std::shared_ptr<const PreparedCorpus> EngineThread::prepared(const Settings& settings) {
    if (!corpus_)
        throw Failure(MessageCode::CorpusMissing);
    if (!prepared_ || !encodesAlike(prepared_->summary.settings, settings)) {
        const auto begin = Clock::now();
        auto fresh =
            prepareCorpus(*corpus_, devCorpus_.get(), settings, progressOf(Task::OpenCorpus, Phase::Segmenting, 0, 1));
        fresh.summary.seconds = secondsSince(begin);
        prepared_ = std::make_shared<const PreparedCorpus>(std::move(fresh));
        sink_(CorpusOpened{std::make_shared<const CorpusSummary>(prepared_->summary)});
    }
    return prepared_;
}

std::shared_ptr<const Alignments> EngineThread::guideOf(const std::shared_ptr<const PreparedCorpus>& corpus) {
    if (guided_ != corpus) {
        guide_ = std::make_shared<const Alignments>(
            attentionGuide(corpus->train, corpus->source.size(), corpus->target.size(),
                           progressOf(Task::OpenCorpus, Phase::Aligning, 0, 1)));
        guided_ = corpus;
    }
    return guide_;
}

void EngineThread::handle(const OpenCorpus& command) {
    guarded(Task::OpenCorpus, 0, [&] {
        refuseWhileTraining();
        const Depth depth(busy_);
        const auto begin = Clock::now();
        auto corpus = std::make_shared<Corpus>(
            command.builtIn ? makeBuiltInCorpus({}, progressOf(Task::OpenCorpus, Phase::Generating, 0, 0.3))
                            : readCorpus(command.path, progressOf(Task::OpenCorpus, Phase::Reading, 0, 0.3)));
        if (!command.alignmentsPath.empty())
            readAlignments(command.alignmentsPath, command.oneBased, *corpus,
                           progressOf(Task::OpenCorpus, Phase::Reading, 0.3, 0.3));
        std::shared_ptr<Corpus> dev;
        if (!command.devPath.empty())
            dev = std::make_shared<Corpus>(
                readCorpus(command.devPath, progressOf(Task::OpenCorpus, Phase::Reading, 0.3, 0.3), true));
        if (dev && !command.devAlignmentsPath.empty())
            readAlignments(command.devAlignmentsPath, command.oneBased, *dev,
                           progressOf(Task::OpenCorpus, Phase::Reading, 0.3, 0.3));
        auto prepared = prepareCorpus(*corpus, dev.get(), command.settings,
                                      progressOf(Task::OpenCorpus, Phase::Segmenting, 0.3, 1));
        prepared.summary.seconds = secondsSince(begin);
        corpus_ = std::move(corpus);
        devCorpus_ = std::move(dev);
        gold_.reset();
        prepared_ = std::make_shared<const PreparedCorpus>(std::move(prepared));
        sink_(CorpusOpened{std::make_shared<const CorpusSummary>(prepared_->summary)});
    });
}

void EngineThread::handle(const Train& command) {
    guarded(Task::Train, 0, [&] {
        refuseWhileTraining();
        const auto device = deviceOf(command.settings.device);
        // Better said now than after an hour of training.
        if (!command.modelPath.empty()) {
            const auto folder = std::filesystem::absolute(command.modelPath).parent_path();
            if (access(folder.c_str(), W_OK) != 0)
                throw Failure(MessageCode::FileUnwritable, {command.modelPath, reason(errno)});
            if (std::filesystem::exists(command.modelPath) && !std::filesystem::is_regular_file(command.modelPath))
                throw Failure(MessageCode::FileUnwritable,
                              {command.modelPath, std::filesystem::is_directory(command.modelPath)
                                                      ? reason(EISDIR)
                                                      : TEXT_NOOP("Messages", "it is not a file")});
        }
        const bool guided = command.settings.guided_attention > 0;
        if (guided && command.settings.attention == "none")
            throw Failure(MessageCode::NothingToGuide);
        if (command.settings.tied_embeddings && command.settings.embedding_size != command.settings.hidden_size)
            throw Failure(MessageCode::TiedSizesDiffer, {std::to_string(command.settings.embedding_size),
                                                         std::to_string(command.settings.hidden_size)});
        if (command.settings.coverage && command.settings.attention != "additive")
            throw Failure(MessageCode::CoverageNotAdditive, {command.settings.attention});
        if (command.settings.joint_vocabulary && !hasSubwordsOnBothSides(command.settings))
            throw Failure(MessageCode::JointNotSubwords);
        if (command.settings.subword_sampling > 0) {
            if (sourceTokenizerKind(command.settings) != "subword" &&
                targetTokenizerKind(command.settings) != "subword")
                throw Failure(MessageCode::NothingToSample);
            if (guided)
                throw Failure(MessageCode::SampledAndGuided);
        }
        std::shared_ptr<const PreparedCorpus> corpus;
        std::shared_ptr<const Alignments> guide;
        {
            const Depth depth(busy_);
            corpus = prepared(command.settings);
            if (guided)
                guide = guideOf(corpus);
        }
        Model model;
        model.record.settings = command.settings;
        model.record.source = corpus->source;
        model.record.target = corpus->target;
        model.record.corpus = recordedName(corpus->summary);
        if (!devCorpus_)
            model.record.devLines = corpus->dev.lines;
        model.record.testLines = corpus->test.lines;
        model.record.programVersion = ZHUYI_VERSION;
        const EngineInfo info = engineInfo();
        model.record.torchVersion = info.torchVersion;
        model.record.blas = std::filesystem::path(info.blas).filename().string();
        model.record.threads = command.settings.threads > 0 ? static_cast<int>(command.settings.threads) : info.threads;
        torch::manual_seed(static_cast<std::uint64_t>(command.settings.seed));
        model.network = std::make_shared<Seq2Seq>(command.settings, corpus->source.size(), corpus->target.size());
        model.network->to(device);
        model.timeline = std::make_shared<MapHistory>(newTimeline());
        auto trainer = std::make_unique<Trainer>(corpus, model, command.minutes, device, model.record.threads, guide);
        if (command.resume)
            trainer->resume(command.checkpointPath);
        model.record = trainer->model().record;
        auto translator = std::make_unique<Translator>(model);
        trainer_ = std::move(trainer);
        previous_ = std::move(translator_);
        translator_ = std::move(translator);
        run_ = command;
        paused_ = command.startPaused;
        stepping_ = false;
        probesDue_ = checkpointDue_ = Clock::now();
        checkpointFailed_ = false;
        sink_(TrainingStarted{trainer_->model().summary(), paused_});
        tellTimeline();
        if (device.is_cpu() && !computesFast(*trainer_->model().network))
            sink_(Notice{{MessageCode::SlowNetwork, {}}});
    });
}

void EngineThread::trainOn() {
    const bool fine = guarded(Task::Train, 0, [&] {
        const auto advance = trainer_->advance();
        translator_->record().step = trainer_->model().record.step;
        translator_->record().metrics = trainer_->model().record.metrics;
        if (advance.step) {
            sink_(Stepped{*advance.step});
            // A single step shows its heatmap at once; a run, when the last one has been paid off.
            if (stepping_ || Clock::now() >= probesDue_)
                reportProbes();
            if (stepping_) {
                paused_ = true;
                stepping_ = false;
                sink_(TrainingPaused{});
            }
        }
        if (advance.validation) {
            sink_(Validated{*advance.validation});
            if (Clock::now() >= checkpointDue_)
                keepCheckpoint();
        }
        if (advance.finished)
            finishTraining(trainer_->timeIsUp() ? TrainingEnd::TimeUp : TrainingEnd::Completed);
    });
    if (!fine)
        abandonTraining();
}

void EngineThread::abandonTraining() {
    if (!trainer_)
        return;
    // Never half a model: the best one so far, or the one that was there before.
    if (!trainer_->hasBest()) {
        translator_ = std::move(previous_);
        leaveTraining();
        if (translator_)
            reportProbes(); // what was shown last was of the model that failed
        return;
    }
    trainer_->restoreBest();
    translator_->record() = trainer_->model().record;
    leaveTraining();
    sink_(TrainingFinished{TrainingEnd::Failed, translator_->model().summary()});
}

void EngineThread::keepCheckpoint() {
    if (run_.checkpointPath.empty() || checkpointFailed_)
        return;
    checkpointDue_ = Clock::now() + std::chrono::minutes(1); // it is several times the model's size
    try {
        trainer_->writeCheckpoint(run_.checkpointPath);
    } catch (const Failure& failure) {
        // The run matters more than its copy.
        checkpointFailed_ = true;
        sink_(Notice{failure.message()});
    }
}

void EngineThread::finishTraining(TrainingEnd end) {
    if (end == TrainingEnd::Interrupted) {
        if (!run_.checkpointPath.empty())
            trainer_->writeCheckpoint(run_.checkpointPath);
    } else {
        if (end == TrainingEnd::Stopped || run_.modelPath.empty())
            keepCheckpoint(); // until someone saves the model, there is nothing else on the disk
        trainer_->restoreBest();
        if (!run_.modelPath.empty())
            writeModel(run_.modelPath, trainer_->model());
    }
    Model model = trainer_->model();
    model.path = end == TrainingEnd::Interrupted ? "" : run_.modelPath;
    translator_ = std::make_unique<Translator>(model);
    leaveTraining();
    sink_(TrainingFinished{end, model.summary()});
    reportProbes();
}

void EngineThread::leaveTraining() {
    trainer_.reset();
    previous_.reset();
    paused_ = stepping_ = false;
}

void EngineThread::handle(const Pause&) {
    if (!trainer_ || paused_)
        return;
    paused_ = true;
    sink_(TrainingPaused{});
}

void EngineThread::handle(const Resume&) {
    if (!trainer_ || !paused_)
        return;
    paused_ = stepping_ = false;
    sink_(TrainingResumed{});
}

void EngineThread::handle(const Step&) {
    if (!trainer_)
        return;
    paused_ = stepping_ = true;
}

void EngineThread::handle(const Stop&) {
    if (trainer_ && !guarded(Task::Train, 0, [&] { finishTraining(TrainingEnd::Stopped); }))
        abandonTraining();
}

void EngineThread::handle(const Interrupt&) {
    if (trainer_ && !guarded(Task::Train, 0, [&] { finishTraining(TrainingEnd::Interrupted); }))
        abandonTraining();
}

void EngineThread::handle(const Cancel&) {} // nothing long is under way any more

void EngineThread::handle(const SetLearningRate& command) {
    guarded(Task::SetLearningRate, 0, [&] {
        if (!trainer_ || !paused_ || stepping_)
            throw Failure(MessageCode::RunNotPaused);
        const auto set = trainer_->setLearningRate(command.learningRate);
        translator_->record().rateChanges = trainer_->model().record.rateChanges;
        sink_(set);
    });
}

void EngineThread::handle(const SaveModel& command) {
    guarded(Task::SaveModel, 0, [&] {
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        writeModel(command.path, translator_->model());
        sink_(ModelSaved{command.path});
    });
}

void EngineThread::handle(const CopyModel& command) {
    guarded(Task::CopyModel, 0, [&] {
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        writeModel(command.path, translator_->model());
        sink_(ModelCopied{command.path});
    });
}

void EngineThread::handle(const OpenModel& command) {
    guarded(Task::OpenModel, 0, [&] {
        refuseWhileTraining();
        const auto device = deviceOf("auto");
        std::vector<Model> others;
        for (const auto& path : command.ensemble)
            others.push_back(readModelToUse(path, device));
        translator_ = std::make_unique<Translator>(readModelToUse(command.path, device), std::move(others));
        auto summary = translator_->model().summary();
        summary.together = command.ensemble;
        sink_(ModelOpened{std::move(summary)});
        if (command.ensemble.empty())
            tellTimeline();
        reportProbes();
    });
}

void EngineThread::handle(const Evaluate& command) {
    guarded(Task::Evaluate, 0, [&] {
        refuseWhileTraining();
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        const Depth depth(busy_);
        const auto begin = Clock::now();
        Corpus corpus;
        if (command.corpusPath.empty()) {
            corpus = heldOut();
        } else {
            corpus = readCorpus(command.corpusPath, progressOf(Task::Evaluate, Phase::Evaluating, 0, 0.05), true);
            if (!command.alignmentsPath.empty())
                readAlignments(command.alignmentsPath, command.oneBased, corpus,
                               progressOf(Task::Evaluate, Phase::Evaluating, 0.05, 0.05));
        }
        auto report = evaluate(*translator_, corpus, command.options, physicalCores(),
                               progressOf(Task::Evaluate, Phase::Evaluating, 0.05, 1));
        report.seconds = secondsSince(begin);
        sink_(Evaluated{report});
    });
}

Corpus EngineThread::heldOut() const {
    if (!corpus_)
        throw Failure(MessageCode::CorpusMissing);
    const auto& record = translator_->model().record;
    // Of another split of this corpus the test part would be what this model was trained on.
    const bool knowsItsOwn = record.corpus == recordedName(prepared_->summary) && !devCorpus_;
    if (knowsItsOwn && record.devLines.empty()) // nothing was held out: it was validated on another file
        throw Failure(MessageCode::NothingHeldOut, {corpus_->path});
    for (const auto& [own, present] :
         {std::pair(&record.testLines, &prepared_->test.lines), std::pair(&record.devLines, &prepared_->dev.lines)}) {
        const auto& lines = knowsItsOwn && !own->empty() ? *own : *present;
        auto part = partOfCorpus(devCorpus_ && present == &prepared_->dev.lines ? *devCorpus_ : *corpus_, lines);
        if (!part.pairs.empty())
            return part;
    }
    throw Failure(MessageCode::NoPairsLeft, {corpus_->path});
}

void EngineThread::handle(const Align& command) {
    guarded(Task::Align, command.id, [&] {
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        sink_(Aligned{command.id, translator_->align(command.pairs)});
    });
}

void EngineThread::handle(const WriteCorpus& command) {
    guarded(Task::WriteCorpus, 0, [&] {
        const Depth depth(busy_);
        sink_(CorpusWritten{writeBuiltInCorpus({command.pairs, static_cast<std::uint64_t>(command.seed)}, command.path,
                                               command.alignmentsPath,
                                               progressOf(Task::WriteCorpus, Phase::Generating, 0, 1))});
    });
}

void EngineThread::handle(const Inspect& command) {
    guarded(Task::Inspect, 0, [&] {
        const Depth depth(busy_);
        const auto json = looksLikeModel(command.path) || std::filesystem::path(command.path).extension() == ".zhuyi"
                              ? inspectModel(command.path)
                              : inspectCorpus(command.path, progressOf(Task::Inspect, Phase::Reading, 0, 1));
        sink_(Inspected{json.dump(2)});
    });
}

void EngineThread::handle(const Shutdown&) {
    shutdown_ = true;
    if (trainer_ && !run_.checkpointPath.empty())
        guarded(Task::Train, 0, [&] { trainer_->writeCheckpoint(run_.checkpointPath); });
}

} // namespace zhuyi

void zhuyiServeEngine(zhuyi::CommandQueue& queue, const zhuyi::EventSink& sink) {
    zhuyi::EngineThread(queue, sink).run();
}
