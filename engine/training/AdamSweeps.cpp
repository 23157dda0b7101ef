#include "engine/training/AdamSweeps.h"

#include "engine/model/VectorClones.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

ZHUYI_VECTOR_CLONES void move(float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v,
                              std::int64_t size, float clip, float stepSize, float root, float keep) {
    for (std::int64_t i = 0; i < size; ++i) {
        const float gradient = g[i] * clip;
        m[i] = static_cast<float>(AdamBeta1) * m[i] + static_cast<float>(1 - AdamBeta1) * gradient;
        v[i] = static_cast<float>(AdamBeta2) * v[i] + static_cast<float>(1 - AdamBeta2) * gradient * gradient;
        p[i] = keep * p[i] - stepSize * m[i] / (std::sqrt(v[i]) * root + static_cast<float>(AdamEpsilon));
    }
}

ZHUYI_VECTOR_CLONES void moveOn(float* __restrict p, float* __restrict m, float* __restrict v, std::int64_t size,
                                float stepSize, float root, float keep) {
    for (std::int64_t i = 0; i < size; ++i) {
        m[i] *= static_cast<float>(AdamBeta1);
        v[i] *= static_cast<float>(AdamBeta2);
        p[i] = keep * p[i] - stepSize * m[i] / (std::sqrt(v[i]) * root + static_cast<float>(AdamEpsilon));
    }
}

} // namespace

ZHUYI_VECTOR_CLONES double squareOf(const float* values, std::int64_t size) {
    double squares = 0;
    for (std::int64_t i = 0; i < size;) {
        float partial = 0; // of a stretch short enough for single precision
        for (const std::int64_t end = std::min(size, i + 256); i < end; ++i)
            partial += values[i] * values[i];
        squares += partial;
    }
    return squares;
}

ZHUYI_VECTOR_CLONES void addShare(float* __restrict sum, const float* __restrict share, std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i)
        sum[i] += share[i];
}

void moveByAdam(float* p, const float* g, float* m, float* v, std::int64_t size, const AdamFactors& factors) {
    const auto stepSize = static_cast<float>(factors.stepSize),
               root = static_cast<float>(1 / factors.rootOfCorrection2), keep = static_cast<float>(factors.keep);
    if (g)
        move(p, g, m, v, size, static_cast<float>(factors.clip), stepSize, root, keep);
    else
        moveOn(p, m, v, size, stepSize, root, keep);
}

ZHUYI_VECTOR_CLONES void moveTowards(float* __restrict averages, const float* __restrict values, std::int64_t size,
                                     double share) {
    const auto part = static_cast<float>(share);
    for (std::int64_t i = 0; i < size; ++i)
        averages[i] += part * (values[i] - averages[i]);
}

} // namespace zhuyi
