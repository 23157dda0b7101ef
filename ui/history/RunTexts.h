#pragma once

#include "ui/history/RunInfo.h"

namespace zhuyi {

/// What its user calls it, else its number.
QString runTitle(const RunInfo& run);

/// How it ended.
QString runEndText(RunEnd end);

/// The preset of its settings as people see it, else the attention that it has.
QString runNetworkText(const RunInfo& run);

QString runCorpusText(const RunInfo& run);

} // namespace zhuyi
