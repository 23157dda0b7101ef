#pragma once

#include "engine/session/CorpusSummary.h"

#include <QString>

namespace zhuyi {

/// What a corpus is called in titles and in the status bar: the name of its file, or that it is the built-in one.
QString corpusName(const CorpusSummary& corpus);

} // namespace zhuyi
