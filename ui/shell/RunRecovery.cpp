#include "ui/shell/RunRecovery.h"

#include "ui/client/EngineClient.h"
#include "ui/history/RunHistory.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/MessageArea.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RunResumer.h"

#include <limits>
#include <utility>

namespace zhuyi {

namespace {

constexpr quint64 ownRequest = std::numeric_limits<quint64>::max(); // the table of runs counts its own from 1

} // namespace

RunRecovery::RunRecovery(EngineClient* client, RunHistory* history, MessageArea* messages, Opener* opener,
                         RunResumer* resumer)
    : QObject(messages), client_(client), history_(history), messages_(messages), opener_(opener), resumer_(resumer) {
    connect(history_, &RunHistory::runsChanged, this, &RunRecovery::offerToGoOn);
    connect(history_, &RunHistory::seriesLoaded, this, [this](quint64 request, const std::vector<RunSeries>& series) {
        if (request == ownRequest && !series.empty())
            take(series.front());
    });
    connect(client_, &EngineClient::modelOpened, this, [this] {
        if (std::exchange(isOpening_, false))
            load(Wish::Open);
    });
    // From then on it is one among the earlier runs.
    connect(client_, &EngineClient::trainingStarted, this, [this] {
        if (bar_)
            Q_EMIT bar_->closed();
    });
    connect(client_, &EngineClient::failed, this, [this](const Failed& failure) {
        if (failure.task == Task::OpenModel)
            isOpening_ = false;
    });
}

void RunRecovery::offer() {
    checkpoint_ = Checkpoints::leftBehind();
    if (checkpoint_.isEmpty())
        return;
    bar_ = messages_->keep(MessageBar::Kind::Information, [] {
        return tr("The last run was cut off before its model was saved. What it had learnt is kept, but for the last "
                  "minutes.");
    });
    bar_->addButton([] { return tr("Open it"); },
                    [this] {
                        isOpening_ = true;
                        opener_->openFile(checkpoint_);
                    });
    offerToGoOn();
}

std::optional<RunInfo> RunRecovery::run() const {
    for (const RunInfo& run : history_->runs())
        if (!checkpoint_.isEmpty() && run.checkpoint == checkpoint_)
            return run;
    return std::nullopt;
}

/// Once the history has been read; a run that was complete has nothing left to go on with.
void RunRecovery::offerToGoOn() {
    const auto found = run();
    if (!bar_ || isAllOffered_ || !found || found->end == RunEnd::Completed || found->end == RunEnd::TimeUp)
        return;
    bar_->addButton([] { return tr("Go on training"); }, [this] { load(Wish::GoOn); });
    isAllOffered_ = true;
}

void RunRecovery::load(Wish wish) {
    if (const auto found = run()) {
        wish_ = wish;
        history_->loadSeries(ownRequest, {found->id});
    }
}

void RunRecovery::take(const RunSeries& series) {
    const Wish wish = std::exchange(wish_, Wish::Nothing);
    const auto found = run();
    if (wish == Wish::Open && client_->task() != Task::Train)
        Q_EMIT opened(series);
    else if (wish == Wish::GoOn && found)
        resumer_->resume(*found, series);
}

} // namespace zhuyi
