#pragma once

#include "engine/session/Settings.h"

#include <cmath>
#include <cstdint>

namespace zhuyi {

/// Whether the output layer's weights are the embedding of source tokens too, and not of target tokens alone (Press and
/// Wolf 2017, three-way weight tying): where a token has one id on both sides.
inline bool tiesSource(const Settings& settings) {
    return settings.tied_embeddings && settings.joint_vocabulary;
}

/// What such embeddings are multiplied by: output layers begin with small weights (Vaswani et al. 2017, section 3.4).
inline double tiedScale(std::int64_t embeddingSize) {
    return std::sqrt(static_cast<double>(embeddingSize));
}

} // namespace zhuyi
