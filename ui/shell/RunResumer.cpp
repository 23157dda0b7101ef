#include "ui/shell/RunResumer.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/shell/RunControl.h"

#include <utility>

namespace zhuyi {

RunResumer::RunResumer(EngineClient* client, ModelKeeper* keeper, RunControl* run, QObject* parent)
    : QObject(parent), client_(client), keeper_(keeper), run_(run) {
    connect(client_, &EngineClient::stateChanged, this, &RunResumer::goOn, Qt::QueuedConnection);
}

void RunResumer::resume(const RunInfo& run, const RunSeries& earlier) {
    if (client_->task() != Task::None && client_->task() != Task::OpenCorpus) { // that one is waited for
        Q_EMIT refused([] { return tr("Something else is under way; stop it first, then resume the run."); });
        return;
    }
    keeper_->whenModelMayGo(tr("The trained model has not been saved. Go on with another run?"),
                            tr("Go on without saving"), [this, run, earlier] {
                                waiting_ = run;
                                earlier_ = earlier;
                                isOpening_ = false;
                                goOn();
                            });
}

bool RunResumer::hasCorpus() const {
    const OpenCorpus& wanted = waiting_->corpus;
    const OpenCorpus& opened = client_->opened();
    return client_->corpus() && opened.builtIn == wanted.builtIn && opened.path == wanted.path &&
           opened.devPath == wanted.devPath && opened.alignmentsPath == wanted.alignmentsPath &&
           opened.devAlignmentsPath == wanted.devAlignmentsPath && opened.oneBased == wanted.oneBased;
}

void RunResumer::goOn() {
    if (!waiting_ || client_->task() != Task::None)
        return;
    if (!hasCorpus()) {
        if (isOpening_) // in vain, which is told already
            waiting_.reset();
        else
            client_->post(waiting_->corpus);
        isOpening_ = !isOpening_;
        return;
    }
    const RunInfo run = *std::exchange(waiting_, std::nullopt);
    Q_EMIT run_->began();
    Checkpoints::goOn(run.checkpoint);
    Train train;
    train.settings = run.settings;
    train.minutes = run.minutes;
    train.checkpointPath = run.checkpoint.toStdString();
    train.resume = true;
    Q_EMIT goesOn(std::exchange(earlier_, {}));
    client_->post(train);
}

} // namespace zhuyi
