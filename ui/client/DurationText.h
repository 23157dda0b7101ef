#pragma once

#include <QString>

namespace zhuyi {

/// Seconds as 04:07, or 1:04:07 from an hour on.
QString durationText(double seconds);

} // namespace zhuyi
