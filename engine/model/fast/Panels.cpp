#include "engine/model/fast/Panels.h"

#include "engine/model/VectorClones.h"

#include <algorithm>

namespace zhuyi::fast {

namespace {

#define ZHUYI_INLINE inline __attribute__((always_inline))

using Lanes = float __attribute__((vector_size(32)));
using UnalignedLanes = float __attribute__((vector_size(32), aligned(4), may_alias));
constexpr std::int64_t Width = 8;
static_assert(TileRows == 6); // whose sums and factors sixteen registers hold

ZHUYI_INLINE const UnalignedLanes& load(const float* from) {
    return *reinterpret_cast<const UnalignedLanes*>(from);
}

ZHUYI_INLINE void store(const UnalignedLanes& lanes, float* to) {
    *reinterpret_cast<UnalignedLanes*>(to) = lanes;
}

/// The left factor of a tile: element (r, k) is at r·row + k·step.
struct Left {
    const float* data;
    std::int64_t row, step;
};

template <int Rows>
ZHUYI_INLINE void sumUp(Left a, const float* panel, std::int64_t height, float* out, std::int64_t stride, bool add) {
    for (int r = 0; r < Rows; ++r)
        __builtin_prefetch(out + r * stride, 1); // comes from far away while the sums are made
    Lanes sums[Rows][2] = {};
    for (std::int64_t k = 0; k < height; ++k, panel += PanelColumns, a.data += a.step) {
        const Lanes left = load(panel), right = load(panel + Width);
        for (int r = 0; r < Rows; ++r) {
            const Lanes value = a.data[r * a.row] - Lanes{};
            sums[r][0] += value * left;
            sums[r][1] += value * right;
        }
    }
    for (int r = 0; r < Rows; ++r, out += stride) {
        store(add ? load(out) + sums[r][0] : sums[r][0], out);
        store(add ? load(out + Width) + sums[r][1] : sums[r][1], out + Width);
    }
}

ZHUYI_INLINE void sumUp(Left a, const float* panel, std::int64_t height, std::int64_t rows, float* out,
                        std::int64_t stride, bool add) {
    switch (rows) {
    case 1:
        return sumUp<1>(a, panel, height, out, stride, add);
    case 2:
        return sumUp<2>(a, panel, height, out, stride, add);
    case 3:
        return sumUp<3>(a, panel, height, out, stride, add);
    case 4:
        return sumUp<4>(a, panel, height, out, stride, add);
    case 5:
        return sumUp<5>(a, panel, height, out, stride, add);
    default:
        return sumUp<TileRows>(a, panel, height, out, stride, add);
    }
}

/// One tile, whose panel may be one that is not full.
ZHUYI_INLINE void multiply(Left a, const float* panel, std::int64_t height, View out, bool add) {
    if (out.columns == PanelColumns) {
        sumUp(a, panel, height, out.rows, out.data, out.stride, add);
        return;
    }
    float whole[TileRows * PanelColumns];
    sumUp(a, panel, height, out.rows, whole, PanelColumns, false);
    for (std::int64_t r = 0; r < out.rows; ++r)
        for (std::int64_t c = 0; c < out.columns; ++c)
            out.row(r)[c] = whole[r * PanelColumns + c] + (add ? out.row(r)[c] : 0);
}

/// Eight rows of eight become eight columns, sixteen apart.
ZHUYI_INLINE void transpose(const float* from, std::int64_t stride, float* to) {
    Lanes row[8], pair[8], quad[8];
    for (int i = 0; i < 8; ++i)
        row[i] = load(from + i * stride);
    for (int i = 0; i < 8; i += 2) {
        pair[i] = __builtin_shufflevector(row[i], row[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
        pair[i + 1] = __builtin_shufflevector(row[i], row[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
    }
    for (int i = 0; i < 8; i += 4)
        for (int j = 0; j < 2; ++j) {
            quad[i + 2 * j] = __builtin_shufflevector(pair[i + j], pair[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            quad[i + 2 * j + 1] = __builtin_shufflevector(pair[i + j], pair[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    for (int i = 0; i < 4; ++i) {
        store(__builtin_shufflevector(quad[i], quad[i + 4], 0, 1, 2, 3, 8, 9, 10, 11), to + i * PanelColumns);
        store(__builtin_shufflevector(quad[i], quad[i + 4], 4, 5, 6, 7, 12, 13, 14, 15), to + (i + 4) * PanelColumns);
    }
}

} // namespace

ZHUYI_VECTOR_CLONES void packPanel(ConstView b, bool transposed, std::int64_t first, float* panel) {
    const auto height = transposed ? b.columns : b.rows;
    const auto columns = std::min(PanelColumns, (transposed ? b.rows : b.columns) - first);
    std::int64_t done = 0; // rows of the panel
    if (columns == PanelColumns && transposed)
        for (; done + Width <= height; done += Width)
            for (std::int64_t half = 0; half < PanelColumns; half += Width)
                transpose(b.row(first + half) + done, b.stride, panel + done * PanelColumns + half);
    else if (columns == PanelColumns)
        for (; done < height; ++done) {
            store(load(b.row(done) + first), panel + done * PanelColumns);
            store(load(b.row(done) + first + Width), panel + done * PanelColumns + Width);
        }
    for (; done < height; ++done)
        for (std::int64_t c = 0; c < PanelColumns; ++c)
            panel[done * PanelColumns + c] = c >= columns ? 0
                                             : transposed ? b.row(first + c)[done]
                                                          : b.row(done)[first + c];
}

ZHUYI_VECTOR_CLONES void multiplyByPanels(ConstView a, const float* panels, std::int64_t height, View out, bool add) {
    const auto tiles = (a.rows + TileRows - 1) / TileRows;
    for (std::int64_t first = 0; first < out.columns; first += PanelColumns, panels += height * PanelColumns) {
        const auto columns = out.columnsFrom(first, std::min(PanelColumns, out.columns - first));
        for (std::int64_t tile = 0; tile < tiles; ++tile) { // of about the same height
            const auto begin = tile * a.rows / tiles, rows = (tile + 1) * a.rows / tiles - begin;
            multiply({a.row(begin), a.stride, 1}, panels, a.columns, columns.rowsFrom(begin, rows), add);
        }
    }
}

ZHUYI_VECTOR_CLONES void packTiles(ConstView a, std::int64_t first, std::int64_t count, float* tiles) {
    const auto size = a.rows * TileRows + TileEnd;
    for (std::int64_t k = 0; k < a.rows; ++k)
        for (std::int64_t t = 0; t < count; ++t) {
            const auto column = first + t * TileRows;
            auto* to = tiles + t * size + k * TileRows;
            if (column + Width <= a.columns) // the two that are too many are overwritten by the next row
                store(load(a.row(k) + column), to);
            else
                for (std::int64_t r = 0; r < TileRows; ++r)
                    to[r] = column + r < a.columns ? a.row(k)[column + r] : 0;
        }
}

ZHUYI_VECTOR_CLONES void multiplyTile(const float* tile, const float* panel, std::int64_t height, View out, bool add) {
    multiply({tile, 1, TileRows}, panel, height, out, add);
}

} // namespace zhuyi::fast
