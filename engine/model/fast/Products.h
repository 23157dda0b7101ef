#pragma once

#include "engine/model/fast/View.h"

namespace zhuyi::fast {

/// Matrix products on the calling thread alone: oneDNN's where its kernels are the better ones (AVX-512), else those of
/// LibTorch's BLAS. `add` keeps what `out` holds and adds to it.
void multiply(ConstView a, ConstView b, View out, bool add = false);             // a b
void multiplyByTransposed(ConstView a, ConstView b, View out, bool add = false); // a bᵀ
void transposedMultiply(ConstView a, ConstView b, View out, bool add = false);   // aᵀ b

/// Whether oneDNN's packed products are the better ones on this processor.
bool packingPays();

} // namespace zhuyi::fast
