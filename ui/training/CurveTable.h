#pragma once

#include "ui/training/DrawnRun.h"

#include <QByteArray>

#include <vector>

namespace zhuyi {

/// The numbers behind the curves, as comma-separated values: a line for each step of each run, with what was measured
/// there. A column stands in it where anything was measured, that of the runs' names where there are several.
QByteArray curveTable(const std::vector<DrawnRun>& runs);

} // namespace zhuyi
