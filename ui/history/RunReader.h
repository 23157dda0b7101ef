#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <vector>

namespace zhuyi {

class Database;

/// The runs that are not deleted, newest first. Throws StoreFailure, as does readSeries.
std::vector<RunInfo> readRuns(Database& database);

/// What was measured over a run.
RunSeries readSeries(Database& database, const RunInfo& run);

} // namespace zhuyi
