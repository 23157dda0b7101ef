#pragma once

#include "ui/history/RunInfo.h"
#include "ui/history/StoreFailure.h"
#include "ui/training/RunSeries.h"

#include <memory>
#include <optional>
#include <vector>

namespace zhuyi {

class Database;

/// The runs in an SQLite database, with the files of their models beside it. Whole at any moment, whoever is killed:
/// what belongs together is written in one transaction. Several windows may have it open. All that it does throws
/// StoreFailure. It belongs to the thread that made it.
class RunStore {
  public:
    /// Opens the database in `folder`, making what is not there yet.
    explicit RunStore(const QString& folder);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    // Writing down a run. The first two answer its id.
    qint64 begin(const RunInfo& run);
    /// Of a run that goes on from its checkpoint, after `step`; 0 where no run has that checkpoint.
    qint64 goOn(const QString& checkpoint, qint64 step);
    /// More points of its curve; `anew`: in place of all earlier ones.
    void addSteps(qint64 id, const std::vector<StepReport>& points, bool anew);
    void addValidation(qint64 id, const ValidationReport& report);
    void addRateChange(qint64 id, const LearningRateSet& change);
    void setLengths(qint64 id, const std::vector<LengthScore>& scores);
    void setModel(qint64 id, const QString& file);
    void end(qint64 id, RunEnd end, const ModelSummary& model);
    /// A run that is over, with all of it.
    void add(const RunInfo& run, const RunSeries& series);

    // What the user does with it.
    void rename(qint64 id, const QString& name);
    void setNote(qint64 id, const QString& note);
    /// Deleted runs are no longer listed; for a day that can be taken back.
    void setDeleted(const std::vector<qint64>& ids, bool deleted);

    // Reading. Runs come newest first.
    std::vector<RunInfo> runs();
    std::optional<RunInfo> run(qint64 id);
    RunSeries series(const RunInfo& run);
    bool hasOrigin(const QString& folder);
    /// Another number once another window has written.
    qint64 version();

    /// Removes runs that were deleted over a day ago, and the files of old models that nobody named: see mostModels.
    void tidy();

    static constexpr int mostModels = 20; // of runs without a name or note; all others keep theirs
    static QString modelFolder(const QString& folder) { return folder + QStringLiteral("/models"); }
    static QString file(const QString& folder) { return folder + QStringLiteral("/history.sqlite"); }

  private:
    void insertSteps(qint64 id, const std::vector<StepReport>& points);
    void insertValidation(qint64 id, const ValidationReport& report);
    void removeFiles(qint64 id);

    QString folder_;
    std::unique_ptr<Database> database_;
};

} // namespace zhuyi
