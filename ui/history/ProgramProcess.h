#pragma once

#include <QtGlobal>

namespace zhuyi {

/// Whether a process of this number runs this very program: the number of one that ended may have gone to another
/// program since.
bool isRunningHere(qint64 process);

} // namespace zhuyi
