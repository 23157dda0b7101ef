#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace zhuyi {

class RunStore;
class RunWriter;

/// The run history as the window uses it: what is asked for here is done on a thread of its own, in order; the answers
/// come as signals. Where there can be no history it says why, and everything else does nothing.
class RunHistory : public QObject {
    Q_OBJECT
  public:
    /// `folder`: of the database and its models. `recorded`: the folder of the runs that the command line recorded.
    RunHistory(const QString& folder, const QString& recorded, QObject* parent = nullptr);
    /// In the user's data folder.
    explicit RunHistory(QObject* parent = nullptr);
    /// Writes what is still to be written.
    ~RunHistory() override;

    /// Newest first.
    const std::vector<RunInfo>& runs() const { return runs_; }
    std::optional<RunInfo> run(qint64 id) const;
    /// Why there is no history; "" where there is one.
    QString problem() const;
    /// Where the next run's model should be kept.
    QString newModelFile() const;

    // The run under way in this window.
    void begin(const RunInfo& run);
    void goOn(const RunInfo& run, qint64 step); // the one with its checkpoint, else as begin()
    void add(std::vector<StepReport> reports);
    void add(const ValidationReport& report);
    void add(const LearningRateSet& change);
    void end(RunEnd end, const ModelSummary& model);
    // Of that run, also when it has ended.
    void setModel(const QString& file);
    void setLengths(const std::vector<LengthScore>& scores);

    void rename(qint64 id, const QString& name);
    void setNote(qint64 id, const QString& note);
    void setDeleted(const std::vector<qint64>& ids, bool deleted);
    /// Ends in seriesLoaded with the same request.
    void loadSeries(quint64 request, const std::vector<qint64>& ids);
    /// Looks for runs that the command line has recorded since. Ends in recordedTaken.
    void takeRecorded();

  Q_SIGNALS:
    void runsChanged();
    /// Of the list only this one.
    void runChanged(const zhuyi::RunInfo& run);
    void problemChanged();
    /// In the order asked for; their names are to be filled in.
    void seriesLoaded(quint64 request, const std::vector<zhuyi::RunSeries>& series);
    void recordedTaken(int count);

  private:
    using Task = std::function<void(RunStore&)>;
    enum class Then { Nothing, ListRuns };
    void queue(Task task, Then then = Then::Nothing);
    void listRuns(RunStore& store);
    void tellRun(RunStore& store, qint64 id);
    void stop(int kind, const QString& reason);

    QString folder_, recorded_;
    std::vector<RunInfo> runs_;
    QThread thread_;
    QObject* worker_;                   // lives on the thread
    std::shared_ptr<RunStore> store_;   // used on the thread alone, as are the next two
    std::unique_ptr<RunWriter> writer_; // of the run under way, or the last one
    qint64 version_ = 0;
    std::optional<int> problem_; // StoreFailure::Kind
    QString reason_;
    QTimer poll_; // for what other windows write
};

} // namespace zhuyi
