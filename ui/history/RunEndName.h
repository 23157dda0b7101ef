#pragma once

#include "ui/history/RunInfo.h"

#include <optional>

namespace zhuyi {

/// How a run ended, as files and the database name it, RunFolder.h among them; "" for one that goes on.
QString runEndName(RunEnd end);
std::optional<RunEnd> runEndNamed(const QString& name);

} // namespace zhuyi
