#pragma once

#include "engine/session/AttentionMap.h"

#include <QByteArray>

namespace zhuyi {

/// A map as comma-separated values: the source tokens on top, a line for each target token with all its weights, exactly.
/// Where the true alignment is known, a second table of the same form follows after an empty line (S sure, P possible),
/// and the share of the attention that lies on it.
QByteArray heatmapTable(const AttentionMap& map);

} // namespace zhuyi
