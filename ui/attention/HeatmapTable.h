#pragma once

#include "engine/session/AttentionMap.h"

#include <QByteArray>
#include <QString>

namespace zhuyi {

/// A map as comma-separated values: the source tokens on top, a line for each target token with all its weights,
/// exactly. Where the true alignment is known, a second table of the same form follows after an empty line (S sure, P
/// possible), and the share of the attention that lies on it.
QByteArray heatmapTable(const AttentionMap& map);

/// The weights alone with their tokens, cells separated by tabs: what spreadsheets take from the clipboard.
QString heatmapCells(const AttentionMap& map);

/// A map as JSON: `source` and `target` tokens, `weights` a row for each target token, the training `step`, and `gold`
/// cells
/// (`row`, `column`, `sure`) where the true alignment is known.
QByteArray heatmapJson(const AttentionMap& map);

} // namespace zhuyi
