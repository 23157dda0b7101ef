#pragma once

#include "engine/session/Session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace zhuyi {

/// Turns the engine's events into signals on the GUI thread, at most 30 deliveries a second: steps that arrive faster
/// come as one list, and of several probe reports or progress reports only the newest comes.
class EngineClient : public QObject {
    Q_OBJECT
  public:
    using SessionFactory = std::function<std::unique_ptr<Session>(EventSink)>;
    explicit EngineClient(SessionFactory factory = openSessionBehindWindow, QObject* parent = nullptr);
    ~EngineClient() override;

    void post(Command command);
    std::uint64_t translate(const QString& text); // latest only; answers the id
    // These answer the id that they give the command.
    std::uint64_t translate(Translate command);
    std::uint64_t force(Force command);
    std::uint64_t explain(Explain command);

    // What is at hand, derived from the commands and events so far.
    bool isReady() const { return ready_; }
    const EngineInfo& info() const { return info_; }
    Task task() const { return task_; } // the long task under way: None, OpenCorpus, Train, Evaluate
    bool isPaused() const { return paused_; }
    std::shared_ptr<const CorpusSummary> corpus() const { return corpus_; }
    const OpenCorpus& opening() const { return opening_; } // the last command to open one
    const OpenCorpus& opened() const { return opened_; }   // the command that brought corpus()
    const Train& run() const { return run_; }              // the last command to train
    /// Whether it began, or went on with, another run than the command before.
    bool isAnotherRun() const { return isAnotherRun_; }
    bool hasModel() const { return hasModel_; } // true while one is being trained
    const ModelSummary& model() const { return model_; }
    bool sourceIsChinese() const; // of the model, else as the corpus is to be learnt

  Q_SIGNALS:
    void ready(const zhuyi::EngineInfo& info);
    void failed(const zhuyi::Failed& failure);
    void notice(const zhuyi::Message& message);
    void progressed(const zhuyi::Progress& progress);
    void corpusOpened(std::shared_ptr<const zhuyi::CorpusSummary> summary);
    void trainingStarted(const zhuyi::TrainingStarted& event);
    void trainingPaused();
    void trainingResumed();
    void stepped(const std::vector<zhuyi::StepReport>& reports);
    void validated(const zhuyi::ValidationReport& report);
    void probesWatched(const zhuyi::ProbeReport& report);
    void trainingFinished(const zhuyi::TrainingFinished& event);
    void translated(std::uint64_t id, zhuyi::TranslationPtr translation);
    void explained(const zhuyi::Explained& event);
    void learningRateSet(const zhuyi::LearningRateSet& event);
    void evaluated(const zhuyi::EvaluationReport& report);
    void modelSaved(const QString& path);
    void modelCopied(const QString& path);
    void modelOpened(const zhuyi::ModelSummary& model);
    void timelineOpened(const std::vector<zhuyi::WatchedMap>& moments);
    void inspected(const QString& json);
    /// Something of ready, task, pause, corpus or model changed.
    void stateChanged();

  private:
    struct State {
        bool ready, paused, hasModel;
        Task task;
        const CorpusSummary* corpus;
        bool operator==(const State& other) const;
    };

    void receive(Event event); // on the engine thread
    void schedule();
    void deliver();
    State state() const;

    void handle(const EngineReady& event);
    void handle(const Failed& event);
    void handle(const Notice& event);
    void handle(const Progress& event);
    void handle(const CorpusOpened& event);
    void handle(const TrainingStarted& event);
    void handle(const TrainingPaused& event);
    void handle(const TrainingResumed& event);
    void handle(const Stepped& event);
    void handle(const Validated& event);
    void handle(const ProbesWatched& event);
    void handle(const TrainingFinished& event);
    void handle(const Translated& event);
    void handle(const Explained& event);
    void handle(const LearningRateSet& event);
    void handle(const ModelSaved& event);
    void handle(const ModelCopied& event);
    void handle(const ModelOpened& event);
    void handle(const TimelineOpened& event);
    void handle(const Evaluated& event);
    void handle(const Aligned& event);
    void handle(const CorpusWritten& event);
    void handle(const Inspected& event);
    void deliverSteps();

    std::mutex mutex_;
    std::vector<Event> pending_;
    QTimer timer_;
    QElapsedTimer sinceDelivery_;
    std::vector<StepReport> steps_; // of this delivery, not yet told
    bool ready_ = false, paused_ = false, hasModel_ = false;
    Task task_ = Task::None;
    EngineInfo info_;
    ModelSummary model_;
    bool hadModel_ = false; // before training, which gives it back where it fails
    ModelSummary modelBefore_;
    std::shared_ptr<const CorpusSummary> corpus_;
    OpenCorpus opening_, opened_; // under way, and of corpus_
    Train run_;
    bool isAnotherRun_ = false;
    std::uint64_t lastId_ = 0;
    std::unique_ptr<Session> session_; // the last member: its thread ends before the rest goes
};

} // namespace zhuyi
