#include "engine/model/fast/FewRows.h"

#include "engine/model/VectorClones.h"

#include <algorithm>

namespace zhuyi::fast {

namespace {

#define ZHUYI_INLINE inline __attribute__((always_inline))

// Eight sums at once, the registers of the processors that this is for.
using Lanes = float __attribute__((vector_size(32)));
using UnalignedLanes = float __attribute__((vector_size(32), aligned(4), may_alias));
using Quad = float __attribute__((vector_size(16)));
using UnalignedQuad = float __attribute__((vector_size(16), aligned(4), may_alias));
constexpr std::int64_t Width = 8;
constexpr int Outputs = 4; // of a tile

ZHUYI_INLINE Quad folded(const Lanes& lanes) {
    return __builtin_shufflevector(lanes, lanes, 0, 1, 2, 3) + __builtin_shufflevector(lanes, lanes, 4, 5, 6, 7);
}

/// The sums of four quads.
ZHUYI_INLINE Quad sums(const Quad& a, const Quad& b, const Quad& c, const Quad& d) {
    const Quad ab = __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Quad cd = __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
    return __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
}

/// `Rows` rows by four outputs.
template <int Rows>
ZHUYI_INLINE void tile(ConstView x, ConstView weight, View out, bool add) {
    Lanes sum[Rows][Outputs] = {};
    const auto inner = x.columns, whole = inner / Width * Width;
    for (std::int64_t k = 0; k < whole; k += Width) {
        Lanes w[Outputs];
        for (int o = 0; o < Outputs; ++o)
            w[o] = *reinterpret_cast<const UnalignedLanes*>(weight.row(o) + k);
        for (int r = 0; r < Rows; ++r) {
            const Lanes value = *reinterpret_cast<const UnalignedLanes*>(x.row(r) + k);
            for (int o = 0; o < Outputs; ++o)
                sum[r][o] += value * w[o];
        }
    }
    for (int r = 0; r < Rows; ++r) {
        Quad total = sums(folded(sum[r][0]), folded(sum[r][1]), folded(sum[r][2]), folded(sum[r][3]));
        for (auto k = whole; k < inner; ++k)
            total += Quad{weight.row(0)[k], weight.row(1)[k], weight.row(2)[k], weight.row(3)[k]} * x.row(r)[k];
        auto* place = reinterpret_cast<UnalignedQuad*>(out.row(r));
        *place = add ? *place + total : total;
    }
}

ZHUYI_INLINE float dot(const float* a, const float* b, std::int64_t size) {
    float sum = 0;
    for (std::int64_t i = 0; i < size; ++i)
        sum += a[i] * b[i];
    return sum;
}

} // namespace

ZHUYI_VECTOR_CLONES void multiplyFewRows(ConstView x, ConstView weight, View out, bool add) {
    constexpr std::int64_t most = 3; // rows of a tile, whose sums and factors sixteen registers hold
    const auto pieces = (x.rows + most - 1) / most;
    const auto outputs = weight.rows / Outputs * Outputs;
    for (std::int64_t o = 0; o < outputs; o += Outputs)
        for (std::int64_t piece = 0; piece < pieces; ++piece) {
            const auto first = piece * x.rows / pieces, rows = (piece + 1) * x.rows / pieces - first;
            const auto xs = x.rowsFrom(first, rows), weights = weight.rowsFrom(o, Outputs);
            const auto outs = out.rowsFrom(first, rows).columnsFrom(o, Outputs);
            switch (rows) {
            case 1:
                tile<1>(xs, weights, outs, add);
                break;
            case 2:
                tile<2>(xs, weights, outs, add);
                break;
            default:
                tile<most>(xs, weights, outs, add);
                break;
            }
        }
    for (auto o = outputs; o < weight.rows; ++o)
        for (std::int64_t r = 0; r < x.rows; ++r) {
            const float sum = dot(x.row(r), weight.row(o), x.columns);
            out.row(r)[o] = add ? out.row(r)[o] + sum : sum;
        }
}

} // namespace zhuyi::fast
