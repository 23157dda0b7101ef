#include "ui/shell/RunControl.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/training/LearningRateDialog.h"
#include "ui/training/RunSettingsDialog.h"

#include <QSettings>

#include <optional>
#include <utility>

namespace zhuyi {

namespace {

Settings storedSettings() {
    Settings settings = preset("small");
    QSettings store;
    store.beginGroup(QStringLiteral("run"));
    for (const SettingInfo& info : settingInfos()) {
        const QString name = QString::fromLatin1(info.name);
        if (store.contains(name))
            setSetting(settings, info.name, store.value(name).toString().toStdString());
    }
    return settings;
}

} // namespace

RunControl::RunControl(EngineClient* client, ModelKeeper* keeper, QWidget* window)
    : QObject(window), client_(client), keeper_(keeper), window_(window), settings_(storedSettings()) {
    connect(client_, &EngineClient::stateChanged, this, &RunControl::startIfAsked, Qt::QueuedConnection);
    connect(client_, &EngineClient::trainingStarted, this,
            [this](const TrainingStarted& event) { learningRate_ = event.model.settings.learning_rate; });
    connect(client_, &EngineClient::stepped, this,
            [this](const std::vector<StepReport>& reports) { learningRate_ = reports.back().learningRate; });
    connect(client_, &EngineClient::learningRateSet, this,
            [this](const LearningRateSet& event) { learningRate_ = event.learningRate; });
    connect(client_, &EngineClient::failed, this, [this](const Failed& failure) {
        if (failure.task == Task::OpenCorpus && std::exchange(startWhenOpened_, false))
            Q_EMIT waitingChanged();
    });
}

// Settings

void RunControl::setSettings(const Settings& settings) {
    settings_ = settings;
    QSettings store;
    store.beginGroup(QStringLiteral("run"));
    for (const SettingInfo& info : settingInfos())
        store.setValue(QString::fromLatin1(info.name), QString::fromStdString(settingText(settings_, info)));
    Q_EMIT settingsChanged();
}

void RunControl::choosePreset(const std::string& name) {
    setSettings(name.empty() ? settings_ : RunSettingsDialog::withPreset(name, settings_));
}

void RunControl::setGuided(bool guided) {
    setSettings(RunSettingsDialog::withGuidedAttention(guided, settings_));
}

void RunControl::editSettings() {
    const auto corpus = client_->corpus();
    auto* dialog =
        new RunSettingsDialog(settings_, corpus ? std::optional<Settings>(corpus->settings) : std::nullopt, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (client_->task() == Task::Train)
        dialog->tellOfRun();
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setSettings(dialog->settings()); });
    dialog->open();
}

bool RunControl::canEditLearningRate() const {
    return client_->task() == Task::Train && client_->isPaused();
}

void RunControl::editLearningRate() {
    if (!canEditLearningRate())
        return;
    auto* dialog = new LearningRateDialog(learningRate_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->learningRate() != learningRate_)
            client_->post(SetLearningRate{dialog->learningRate()});
    });
    dialog->open();
}

// The run

bool RunControl::isRunning() const {
    return client_->task() == Task::Train && !client_->isPaused();
}

bool RunControl::isWaiting() const {
    return client_->task() == Task::OpenCorpus && startWhenOpened_;
}

bool RunControl::canStart() const {
    const Task task = client_->task();
    return task == Task::Train || task == Task::OpenCorpus || (task == Task::None && client_->corpus());
}

bool RunControl::canStep() const {
    const Task task = client_->task();
    return (task == Task::Train && client_->isPaused()) || (task == Task::None && client_->corpus());
}

void RunControl::startOrPause() {
    if (client_->task() == Task::OpenCorpus) {
        startWhenOpened_ = !startWhenOpened_;
        Q_EMIT waitingChanged();
    } else if (client_->task() != Task::Train) {
        train(false);
    } else if (client_->isPaused()) {
        client_->post(Resume{});
    } else {
        client_->post(Pause{});
    }
}

void RunControl::step() {
    if (client_->task() == Task::Train)
        client_->post(Step{});
    else
        train(true);
}

void RunControl::stop() {
    client_->post(Stop{});
}

void RunControl::startIfAsked() {
    if (client_->task() == Task::None && client_->corpus() && std::exchange(startWhenOpened_, false))
        train(false);
}

void RunControl::train(bool oneStep) {
    keeper_->whenModelMayGo(tr("The trained model has not been saved. Train a new one in its place?"),
                            tr("Train without saving"), [this, oneStep] {
                                Q_EMIT began();
                                Train train;
                                train.settings = settings_;
                                train.checkpointPath = Checkpoints::begin().toStdString();
                                train.startPaused = oneStep;
                                client_->post(train);
                                if (oneStep)
                                    client_->post(Step{});
                            });
}

} // namespace zhuyi
