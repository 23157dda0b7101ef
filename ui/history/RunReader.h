#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <optional>
#include <vector>

namespace zhuyi {

class Database;

/// The runs that are not deleted, newest first. Throws StoreFailure, as do the others here.
std::vector<RunInfo> readRuns(Database& database);

/// One of them; none where there is none of that number.
std::optional<RunInfo> readRun(Database& database, qint64 id);

/// What was measured over a run.
RunSeries readSeries(Database& database, const RunInfo& run);

} // namespace zhuyi
