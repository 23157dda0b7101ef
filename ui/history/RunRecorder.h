#pragma once

#include "ui/history/RunHistory.h"

namespace zhuyi {

class EngineClient;

/// Writes each run of this window down in the history, and has a copy of its model kept there.
class RunRecorder : public QObject {
    Q_OBJECT
  public:
    RunRecorder(EngineClient* client, RunHistory* history, QObject* parent = nullptr);

  private:
    void begin(const TrainingStarted& event);
    void end(RunEnd end, const ModelSummary& model);

    EngineClient* client_;
    RunHistory* history_;
    bool isRunning_ = false;
    bool isAtHand_ = false; // the model at hand is that of the last run
    QString copy_;          // being written
};

} // namespace zhuyi
