#include "engine/model/fast/Products.h"

#include "engine/model/Torch.h"
#include "engine/model/fast/FewRows.h"
#include "engine/model/fast/Panels.h"

#ifdef ZHUYI_ONEDNN
#include <oneapi/dnnl/dnnl.h>
#endif

#include <algorithm>

namespace zhuyi::fast {

namespace {

/// A view as LibTorch's matrix, transposed or not.
torch::Tensor matrix(ConstView view, bool transposed = false) {
    auto* data = const_cast<float*>(view.data); // from_blob takes no other
    return transposed ? torch::from_blob(data, {view.columns, view.rows}, {1, view.stride}, torch::kFloat32)
                      : torch::from_blob(data, {view.rows, view.columns}, {view.stride, 1}, torch::kFloat32);
}

/// Calls `visit` with the begin and the length of the parts of long sums whose panels the nearest cache holds.
template <typename Visit>
void eachPart(std::int64_t inner, const Visit& visit) {
    constexpr std::int64_t longest = 384;
    const auto parts = (inner + longest - 1) / longest;
    for (std::int64_t part = 0; part < parts; ++part) {
        const auto begin = part * inner / parts;
        visit(begin, (part + 1) * inner / parts - begin);
    }
}

View columnsOfPanel(View out, std::int64_t first) {
    return out.columnsFrom(first, std::min(PanelColumns, out.columns - first));
}

/// out = a b, each panel of b multiplied by as soon as it is laid out.
void byPanels(ConstView a, ConstView b, bool transposeB, View out, bool add) {
    static thread_local Buffer buffer;
    eachPart(a.columns, [&](std::int64_t begin, std::int64_t height) {
        const auto part = transposeB ? b.columnsFrom(begin, height) : b.rowsFrom(begin, height);
        auto* panel = buffer.take(height, PanelColumns).data;
        for (std::int64_t first = 0; first < out.columns; first += PanelColumns) {
            packPanel(part, transposeB, first, panel);
            multiplyByPanels(a.columnsFrom(begin, height), panel, height, columnsOfPanel(out, first), add || begin > 0);
        }
    });
}

/// out = aᵀ b, some tiles of a at a time by all panels of b.
void transposedByPanels(ConstView a, ConstView b, View out, bool add) {
    constexpr std::int64_t together = 4; // tiles
    static thread_local Buffer panelsBuffer, tilesBuffer;
    eachPart(a.rows, [&](std::int64_t begin, std::int64_t height) {
        const auto panelSize = height * PanelColumns, tileSize = height * TileRows + TileEnd;
        auto* panels = panelsBuffer.take((out.columns + PanelColumns - 1) / PanelColumns, panelSize).data;
        auto* tiles = tilesBuffer.take(together, tileSize).data;
        for (std::int64_t first = 0; first < out.columns; first += PanelColumns)
            packPanel(b.rowsFrom(begin, height), false, first, panels + first * height);
        for (std::int64_t m = 0; m < out.rows; m += together * TileRows) {
            const auto rows = std::min(together * TileRows, out.rows - m), count = (rows + TileRows - 1) / TileRows;
            packTiles(a.rowsFrom(begin, height), m, count, tiles);
            for (std::int64_t first = 0; first < out.columns; first += PanelColumns)
                for (std::int64_t t = 0; t < count; ++t)
                    multiplyTile(
                        tiles + t * tileSize, panels + first * height, height,
                        columnsOfPanel(out, first).rowsFrom(m + t * TileRows, std::min(TileRows, rows - t * TileRows)),
                        add || begin > 0);
        }
    });
}

/// out = a b, of which `a` and `b` may be given transposed. `inner` is the length of the sums.
void product(ConstView a, bool transposeA, ConstView b, bool transposeB, std::int64_t inner, View out, bool add) {
    if (out.rows == 0 || out.columns == 0)
        return;
    if (inner == 0) {
        for (std::int64_t i = 0; !add && i < out.rows; ++i)
            std::fill_n(out.row(i), out.columns, 0.0F);
        return;
    }
#ifdef ZHUYI_ONEDNN
    if (oneDnnPays()) {
        dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', out.rows, out.columns, inner, 1, a.data, a.stride,
                   b.data, b.stride, add ? 1 : 0, out.data, out.stride);
        return;
    }
#endif
    if (!transposeA && transposeB && out.rows <= FewRows) {
        multiplyFewRows(a, b, out, add);
        return;
    }
    if (panelsPay() && transposeA) {
        transposedByPanels(a, b, out, add);
        return;
    }
    if (panelsPay()) {
        byPanels(a, b, transposeB, out, add);
        return;
    }
    const torch::NoGradGuard noGradient;
    auto result = matrix(out);
    if (add)
        result.addmm_(matrix(a, transposeA), matrix(b, transposeB));
    else
        torch::mm_out(result, matrix(a, transposeA), matrix(b, transposeB));
}

} // namespace

bool oneDnnPays() {
#if defined(ZHUYI_ONEDNN) && defined(__x86_64__)
    static const bool pays = dnnl_get_effective_cpu_isa() >= dnnl_cpu_isa_avx512_core;
    return pays;
#else
    return false;
#endif
}

bool panelsPay() {
#if defined(__x86_64__) && defined(__GNUC__)
    static const bool pay = !oneDnnPays() && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return pay;
#else
    return false;
#endif
}

void multiply(ConstView a, ConstView b, View out, bool add) {
    product(a, false, b, false, a.columns, out, add);
}

void multiplyByTransposed(ConstView a, ConstView b, View out, bool add) {
    product(a, false, b, true, a.columns, out, add);
}

void transposedMultiply(ConstView a, ConstView b, View out, bool add) {
    product(a, true, b, false, a.rows, out, add);
}

} // namespace zhuyi::fast
