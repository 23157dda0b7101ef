#pragma once

#include "engine/session/Event.h"

#include <QObject>

namespace zhuyi {

class EngineClient;
class MessageArea;
class ModelKeeper;
class Opener;
class RunControl;

/// Tells in the window how runs end, what was saved and opened, and what failed.
class RunMessages : public QObject {
    Q_OBJECT
  public:
    RunMessages(EngineClient* client, MessageArea* messages, ModelKeeper* keeper, RunControl* run, Opener* opener);

    /// What concerns the program's start: no Chinese font.
    void tellOfStart();

  private:
    void takeFailure(const Failed& failure);
    void takeEnd(TrainingEnd end);
    void takeModel(const ModelSummary& model);

    EngineClient* client_;
    MessageArea* messages_;
    ModelKeeper* keeper_;
    Opener* opener_;
};

} // namespace zhuyi
