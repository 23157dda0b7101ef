#pragma once

#include "engine/model/fast/View.h"

namespace zhuyi::fast {

/// Matrix products on the calling thread alone: oneDNN's where its kernels are the better ones (AVX-512), else by panels
/// where they are (AVX2), else those of LibTorch's BLAS. `add` keeps what `out` holds and adds to it.
void multiply(ConstView a, ConstView b, View out, bool add = false);             // a b
void multiplyByTransposed(ConstView a, ConstView b, View out, bool add = false); // a bᵀ
void transposedMultiply(ConstView a, ConstView b, View out, bool add = false);   // aᵀ b

/// Which products are the best ones on this processor: oneDNN's, by panels, or where neither LibTorch's BLAS'.
bool oneDnnPays();
bool panelsPay();

} // namespace zhuyi::fast
