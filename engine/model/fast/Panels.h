#pragma once

#include "engine/model/fast/View.h"

namespace zhuyi::fast {

// Products a B for processors with AVX2: B is laid out in panels of sixteen columns, and tiles of six rows by one panel
// stay in the registers while they are summed up.

constexpr std::int64_t PanelColumns = 16;
constexpr std::int64_t TileRows = 6;

/// Lays out the panel that begins with column `first` of `b` (K×N; where `transposed`, given as N×K): K times sixteen
/// numbers, 0 where `b` has no more columns.
void packPanel(ConstView b, bool transposed, std::int64_t first, float* panel);

/// out = a B, of which `panels` are those of out's columns. `panels` have `height` rows, of which as many as `a` has
/// columns are taken, from the first that `panels` points to. `add` keeps what `out` holds and adds to it.
void multiplyByPanels(ConstView a, const float* panels, std::int64_t height, View out, bool add);

/// Where `a` (K×M) is the transposed factor: lays out its columns from `first` for `count` tiles, each K times six
/// numbers and `TileEnd` more.
void packTiles(ConstView a, std::int64_t first, std::int64_t count, float* tiles);
constexpr std::int64_t TileEnd = 8;

/// The product of one such tile and one panel, both of `height` rows; `out` is as large as them, or smaller at a's and
/// B's ends.
void multiplyTile(const float* tile, const float* panel, std::int64_t height, View out, bool add);

} // namespace zhuyi::fast
