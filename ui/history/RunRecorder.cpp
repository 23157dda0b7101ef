#include "ui/history/RunRecorder.h"

#include "ui/client/EngineClient.h"

#include <QCoreApplication>

#include <utility>

namespace zhuyi {

RunRecorder::RunRecorder(EngineClient* client, RunHistory* history, QObject* parent)
    : QObject(parent), client_(client), history_(history) {
    connect(client_, &EngineClient::trainingStarted, this, &RunRecorder::begin);
    connect(client_, &EngineClient::stepped, this,
            [this](const std::vector<StepReport>& reports) { history_->add(reports); });
    connect(client_, &EngineClient::validated, this, [this](const ValidationReport& report) { history_->add(report); });
    connect(client_, &EngineClient::learningRateSet, this,
            [this](const LearningRateSet& change) { history_->add(change); });
    connect(client_, &EngineClient::trainingFinished, this, [this](const TrainingFinished& event) {
        switch (event.end) {
        case TrainingEnd::Completed:
            return end(RunEnd::Completed, event.model);
        case TrainingEnd::TimeUp:
            return end(RunEnd::TimeUp, event.model);
        case TrainingEnd::Stopped:
            return end(RunEnd::Stopped, event.model);
        case TrainingEnd::Interrupted:
            return end(RunEnd::Interrupted, event.model);
        case TrainingEnd::Failed:
            return end(RunEnd::Failed, event.model);
        }
    });
    connect(client_, &EngineClient::failed, this, [this](const Failed& failure) {
        if (failure.task == Task::Train && std::exchange(isRunning_, false))
            history_->end(RunEnd::Failed, {}); // its best model may still come
        if (failure.task == Task::CopyModel)
            copy_.clear();
    });
    connect(client_, &EngineClient::modelCopied, this, [this](const QString& path) {
        if (path == std::exchange(copy_, {}))
            history_->setModel(path);
    });
    connect(client_, &EngineClient::modelOpened, this, [this] { isAtHand_ = false; });
    // The engine leaves a checkpoint when the window goes; that is no crash.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        if (isRunning_)
            history_->end(RunEnd::Interrupted, {});
    });
    connect(client_, &EngineClient::evaluated, this, [this](const EvaluationReport& report) {
        if (isAtHand_)
            history_->setLengths(report.byLength);
    });
}

void RunRecorder::begin(const TrainingStarted& event) {
    const Train& command = client_->run();
    RunInfo run;
    run.corpus = client_->opened();
    if (const auto corpus = client_->corpus())
        run.pairs = corpus->pairs;
    run.settings = command.settings;
    run.minutes = command.minutes;
    run.program = QStringLiteral(ZHUYI_VERSION);
    run.process = QCoreApplication::applicationPid();
    run.began = QDateTime::currentDateTime();
    run.parameters = event.model.parameters;
    run.checkpoint = QString::fromStdString(command.checkpointPath);
    isRunning_ = true;
    isAtHand_ = false;
    copy_.clear();
    if (command.resume)
        history_->goOn(run, event.model.step);
    else
        history_->begin(run);
}

void RunRecorder::end(RunEnd end, const ModelSummary& model) {
    isRunning_ = false;
    isAtHand_ = true;
    history_->end(end, model);
    if (!history_->problem().isEmpty())
        return;
    copy_ = history_->newModelFile();
    client_->post(CopyModel{copy_.toStdString()});
}

} // namespace zhuyi
