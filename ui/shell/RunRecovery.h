#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace zhuyi {

class EngineClient;
class MessageArea;
class MessageBar;
class Opener;
class RunHistory;
class RunResumer;

/// Offers, when the program starts, what the last run had learnt before it was cut off: its model to translate with, or
/// to go on training; either way with what was measured so far.
class RunRecovery : public QObject {
    Q_OBJECT
  public:
    RunRecovery(EngineClient* client, RunHistory* history, MessageArea* messages, Opener* opener, RunResumer* resumer);

    void offer();

  Q_SIGNALS:
    /// The run's model is open, and this was measured over the run.
    void opened(const zhuyi::RunSeries& series);

  private:
    enum class Wish { Nothing, Open, GoOn };
    std::optional<RunInfo> run() const; // as far as the history knows it
    void offerToGoOn();
    void load(Wish wish);
    void take(const RunSeries& series);

    EngineClient* client_;
    RunHistory* history_;
    MessageArea* messages_;
    Opener* opener_;
    RunResumer* resumer_;
    QString checkpoint_;
    QPointer<MessageBar> bar_;
    bool isAllOffered_ = false;
    bool isOpening_ = false; // the checkpoint
    Wish wish_ = Wish::Nothing;
};

} // namespace zhuyi
