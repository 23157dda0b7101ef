#include "ui/client/EngineClient.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int deliveryMilliseconds = 33;

/// Of these only the newest of a delivery matters.
bool isSuperseded(const std::vector<Event>& events, std::size_t index) {
    const std::size_t kind = events[index].index();
    if (!std::holds_alternative<ProbesWatched>(events[index]) && !std::holds_alternative<Progress>(events[index]))
        return false;
    return std::any_of(events.begin() + static_cast<std::ptrdiff_t>(index) + 1, events.end(),
                       [kind](const Event& later) { return later.index() == kind; });
}

/// Whether the steps before this event must be told before it.
bool endsSteps(const Event& event) {
    return !std::holds_alternative<Stepped>(event) && !std::holds_alternative<Progress>(event) &&
           !std::holds_alternative<ProbesWatched>(event) && !std::holds_alternative<Translated>(event);
}

} // namespace

bool EngineClient::State::operator==(const State& other) const {
    return ready == other.ready && paused == other.paused && hasModel == other.hasModel && task == other.task &&
           corpus == other.corpus;
}

EngineClient::EngineClient(SessionFactory factory, QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &EngineClient::deliver);
    session_ = factory([this](Event event) { receive(std::move(event)); });
}

EngineClient::~EngineClient() = default;

bool EngineClient::sourceIsChinese() const {
    if (hasModel_)
        return model_.settings.sourceIsChinese();
    return !corpus_ || corpus_->settings.sourceIsChinese();
}

void EngineClient::post(Command command) {
    const State before = state();
    if (task_ == Task::None) {
        if (const OpenCorpus* open = std::get_if<OpenCorpus>(&command)) {
            task_ = Task::OpenCorpus;
            opening_ = *open;
        } else if (std::holds_alternative<Evaluate>(command)) {
            task_ = Task::Evaluate;
        } else if (const Train* train = std::get_if<Train>(&command)) {
            task_ = Task::Train;
            paused_ = train->startPaused;
            isAnotherRun_ = !train->resume || train->checkpointPath != run_.checkpointPath;
            run_ = *train;
            hadModel_ = hasModel_;
            modelBefore_ = model_;
        }
    }
    session_->post(std::move(command));
    if (!(state() == before))
        Q_EMIT stateChanged();
}

std::uint64_t EngineClient::translate(const QString& text) {
    Translate command;
    command.text = text.toStdString();
    command.latestOnly = true;
    return translate(std::move(command));
}

std::uint64_t EngineClient::translate(Translate command) {
    command.id = ++lastId_;
    post(std::move(command));
    return lastId_;
}

std::uint64_t EngineClient::force(Force command) {
    command.id = ++lastId_;
    post(std::move(command));
    return lastId_;
}

std::uint64_t EngineClient::explain(Explain command) {
    command.id = ++lastId_;
    post(std::move(command));
    return lastId_;
}

void EngineClient::receive(Event event) {
    bool first;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        first = pending_.empty();
        pending_.push_back(std::move(event));
    }
    if (first)
        QMetaObject::invokeMethod(this, &EngineClient::schedule, Qt::QueuedConnection);
}

void EngineClient::schedule() {
    if (timer_.isActive())
        return;
    const qint64 since = sinceDelivery_.isValid() ? sinceDelivery_.elapsed() : deliveryMilliseconds;
    timer_.start(static_cast<int>(std::max<qint64>(0, deliveryMilliseconds - since)));
}

void EngineClient::deliver() {
    std::vector<Event> events;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        events.swap(pending_);
    }
    sinceDelivery_.start();
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (isSuperseded(events, i))
            continue;
        if (endsSteps(events[i]))
            deliverSteps();
        const State before = state();
        std::visit([this](const auto& event) { handle(event); }, events[i]);
        if (!(state() == before) || std::holds_alternative<ModelOpened>(events[i]))
            Q_EMIT stateChanged();
    }
    deliverSteps();
}

EngineClient::State EngineClient::state() const {
    return {ready_, paused_, hasModel_, task_, corpus_.get()};
}

void EngineClient::deliverSteps() {
    if (steps_.empty())
        return;
    const std::vector<StepReport> steps = std::exchange(steps_, {});
    Q_EMIT stepped(steps);
}

void EngineClient::handle(const EngineReady& event) {
    ready_ = true;
    info_ = event.info;
    Q_EMIT ready(info_);
}

void EngineClient::handle(const Failed& event) {
    if (event.message.code == MessageCode::EngineMissing || event.task == task_) {
        if (task_ == Task::Train) {
            hasModel_ = hadModel_;
            model_ = modelBefore_;
            paused_ = false;
        }
        task_ = Task::None;
    }
    Q_EMIT failed(event);
}

void EngineClient::handle(const Notice& event) {
    Q_EMIT notice(event.message);
}

void EngineClient::handle(const Progress& event) {
    Q_EMIT progressed(event);
}

void EngineClient::handle(const CorpusOpened& event) {
    // Training that tokenises the corpus anew reports it too, and goes on.
    if (task_ == Task::OpenCorpus) {
        task_ = Task::None;
        opened_ = opening_;
    }
    corpus_ = event.summary;
    Q_EMIT corpusOpened(corpus_);
}

void EngineClient::handle(const TrainingStarted& event) {
    task_ = Task::Train;
    paused_ = event.paused;
    hasModel_ = true;
    model_ = event.model;
    Q_EMIT trainingStarted(event);
}

void EngineClient::handle(const TrainingPaused&) {
    paused_ = true;
    Q_EMIT trainingPaused();
}

void EngineClient::handle(const TrainingResumed&) {
    paused_ = false;
    Q_EMIT trainingResumed();
}

void EngineClient::handle(const Stepped& event) {
    steps_.push_back(event.report);
}

void EngineClient::handle(const Validated& event) {
    Q_EMIT validated(event.report);
}

void EngineClient::handle(const ProbesWatched& event) {
    Q_EMIT probesWatched(event.report);
}

void EngineClient::handle(const TimelineOpened& event) {
    Q_EMIT timelineOpened(event.moments);
}

void EngineClient::handle(const TrainingFinished& event) {
    task_ = Task::None;
    paused_ = false;
    hasModel_ = true;
    model_ = event.model;
    Q_EMIT trainingFinished(event);
}

void EngineClient::handle(const Translated& event) {
    Q_EMIT translated(event.id, event.translation);
}

void EngineClient::handle(const Explained& event) {
    Q_EMIT explained(event);
}

void EngineClient::handle(const LearningRateSet& event) {
    model_.settings.learning_rate = event.learningRate;
    Q_EMIT learningRateSet(event);
}

void EngineClient::handle(const ModelSaved& event) {
    model_.path = event.path;
    Q_EMIT modelSaved(QString::fromStdString(event.path));
}

void EngineClient::handle(const ModelCopied& event) {
    Q_EMIT modelCopied(QString::fromStdString(event.path));
}

void EngineClient::handle(const ModelOpened& event) {
    hasModel_ = true;
    model_ = event.model;
    Q_EMIT modelOpened(model_);
}

void EngineClient::handle(const Evaluated& event) {
    if (task_ == Task::Evaluate)
        task_ = Task::None;
    Q_EMIT evaluated(event.report);
}

void EngineClient::handle(const Aligned&) {}

void EngineClient::handle(const CorpusWritten&) {}

void EngineClient::handle(const Inspected& event) {
    Q_EMIT inspected(QString::fromStdString(event.json));
}

} // namespace zhuyi
