#pragma once

#include "engine/session/Settings.h"

#include <QObject>

#include <string>

class QWidget;

namespace zhuyi {

class EngineClient;
class ModelKeeper;

/// Begins, pauses and ends runs, and keeps the settings of the next one over the program's starts.
class RunControl : public QObject {
    Q_OBJECT
  public:
    RunControl(EngineClient* client, ModelKeeper* keeper, QWidget* window);

    const Settings& settings() const { return settings_; }
    void setSettings(const Settings& settings);
    void choosePreset(const std::string& name);
    void setGuided(bool guided);
    void editSettings();

    void startOrPause();
    void step();
    void stop();
    /// Asks for another learning rate of the run that is paused.
    void editLearningRate();

    bool isRunning() const;
    /// Start was pressed while the corpus was still being opened.
    bool isWaiting() const;
    bool canStart() const;
    bool canStep() const;
    bool canEditLearningRate() const;

  Q_SIGNALS:
    void settingsChanged();
    void waitingChanged();
    /// A run has been asked for; what is told of the last one is over.
    void began();

  private:
    void train(bool oneStep);
    void startIfAsked();

    EngineClient* client_;
    ModelKeeper* keeper_;
    QWidget* window_;
    Settings settings_;
    bool startWhenOpened_ = false;
    double learningRate_ = 0; // of the last step
};

} // namespace zhuyi
