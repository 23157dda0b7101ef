#include "engine/model/fast/Products.h"

#include "engine/model/fast/FewRows.h"

#ifdef ZHUYI_ONEDNN
#include <oneapi/dnnl/dnnl.h>
#endif

#include <torch/torch.h>

#include <algorithm>

namespace zhuyi::fast {

namespace {

/// A view as LibTorch's matrix, transposed or not.
torch::Tensor matrix(ConstView view, bool transposed = false) {
    auto* data = const_cast<float*>(view.data); // from_blob takes no other
    return transposed ? torch::from_blob(data, {view.columns, view.rows}, {1, view.stride}, torch::kFloat32)
                      : torch::from_blob(data, {view.rows, view.columns}, {view.stride, 1}, torch::kFloat32);
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
    if (packingPays()) {
        dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', out.rows, out.columns, inner, 1, a.data, a.stride,
                   b.data, b.stride, add ? 1 : 0, out.data, out.stride);
        return;
    }
#endif
    if (!transposeA && transposeB && out.rows <= FewRows) {
        multiplyFewRows(a, b, out, add);
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

bool packingPays() {
#if defined(ZHUYI_ONEDNN) && defined(__x86_64__)
    static const bool pays = dnnl_get_effective_cpu_isa() >= dnnl_cpu_isa_avx512_core;
    return pays;
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
