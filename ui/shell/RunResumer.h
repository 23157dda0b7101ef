#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <QObject>

#include <functional>
#include <optional>

namespace zhuyi {

class EngineClient;
class ModelKeeper;
class RunControl;

/// Lets an earlier run go on from its checkpoint, once its corpus is at hand again.
class RunResumer : public QObject {
    Q_OBJECT
  public:
    RunResumer(EngineClient* client, ModelKeeper* keeper, RunControl* run, QObject* parent);

    void resume(const RunInfo& run, const RunSeries& earlier);

  Q_SIGNALS:
    /// A run that has this behind it goes on now.
    void goesOn(const zhuyi::RunSeries& earlier);
    /// Why not, in words that follow the language.
    void refused(const std::function<QString()>& reason);

  private:
    bool hasCorpus() const;
    void goOn();

    EngineClient* client_;
    ModelKeeper* keeper_;
    RunControl* run_;
    std::optional<RunInfo> waiting_;
    RunSeries earlier_;
    bool isOpening_ = false; // its corpus
};

} // namespace zhuyi
