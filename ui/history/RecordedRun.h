#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <optional>

namespace zhuyi {

/// A run that `zhuyi train --record` left as a folder.
struct RecordedRun {
    RunInfo info;
    RunSeries series;

    /// Reads what engine/session/RunFolder.h describes; nothing where there is no such run, one of a newer format, or
    /// one that still goes on.
    static std::optional<RecordedRun> read(const QString& folder);
};

} // namespace zhuyi
