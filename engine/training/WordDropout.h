#pragma once

#include "engine/model/Batch.h"

#include <cstdint>

namespace zhuyi {

/// Word dropout (Gal and Ghahramani 2016, "A Theoretically Grounded Application of Dropout in Recurrent Neural
/// Networks"): makes `share` of the tokens that encoder and decoder read Unknown, the same ones for the same seed.
/// Begin stays, and so does what is to be predicted.
void dropWords(Batch& batch, double share, std::uint64_t seed);

} // namespace zhuyi
