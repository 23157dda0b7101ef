#include "engine/model/fast/Kernels.h"

#include "engine/model/VectorClones.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhuyi::fast {

namespace {

// What loops call must become part of them.
#define ZHUYI_INLINE inline __attribute__((always_inline))

/// The hyperbolic tangent as a quotient of polynomials, to some units in the last place, where the C library's takes
/// several times as long. The coefficients are those of Eigen.
ZHUYI_INLINE float tanhOf(float x) {
    constexpr float flat = 7.9053111F; // from where on it is 1 in single precision
    x = std::min(std::max(x, -flat), flat);
    const float y = x * x;
    float above = -2.76076847742355e-16F;
    above = above * y + 2.00018790482477e-13F;
    above = above * y - 8.60467152213735e-11F;
    above = above * y + 5.12229709037114e-08F;
    above = above * y + 1.48572235717979e-05F;
    above = above * y + 6.37261928875436e-04F;
    above = above * y + 4.89352455891786e-03F;
    float below = 1.19825839466702e-06F;
    below = below * y + 1.18534705686654e-04F;
    below = below * y + 2.26843463243900e-03F;
    below = below * y + 4.89352518554385e-03F;
    return x * above / below;
}

/// Over tanh, which no argument can bring out of its range.
ZHUYI_INLINE float sigmoid(float x) {
    return 0.5F + 0.5F * tanhOf(0.5F * x);
}

ZHUYI_INLINE float dot(const float* a, const float* b, std::int64_t size) {
    float sum = 0;
    for (std::int64_t i = 0; i < size; ++i)
        sum += a[i] * b[i];
    return sum;
}

/// Adds the bias and answers the greatest logit and the sum of all.
struct Extremes {
    float greatest, sum;
};
ZHUYI_INLINE Extremes addBias(float* logits, const float* bias, std::int64_t size) {
    float greatest = std::numeric_limits<float>::lowest(), sum = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        logits[i] += bias[i];
        greatest = std::max(greatest, logits[i]);
        sum += logits[i];
    }
    return {greatest, sum};
}

ZHUYI_INLINE TokenLoss lossOf(double logOfSum, double target, double mean, double smoothing) {
    const double nats = logOfSum - target;
    return {nats, (1 - smoothing) * nats + smoothing * (logOfSum - mean)};
}

} // namespace

ZHUYI_VECTOR_CLONES void lstmCellRow(float* __restrict gates, const float* __restrict bias,
                                     const float* __restrict cellBefore, float* __restrict cell,
                                     float* __restrict squashed, float* __restrict hidden, std::int64_t size) {
    float *i = gates, *f = i + size, *g = f + size, *o = g + size;
    for (std::int64_t u = 0; u < size; ++u) {
        i[u] = sigmoid(i[u] + bias[u]);
        f[u] = sigmoid(f[u] + bias[size + u]);
        g[u] = tanhOf(g[u] + bias[2 * size + u]);
        o[u] = sigmoid(o[u] + bias[3 * size + u]);
        cell[u] = f[u] * cellBefore[u] + i[u] * g[u];
        squashed[u] = tanhOf(cell[u]);
        hidden[u] = o[u] * squashed[u];
    }
}

ZHUYI_VECTOR_CLONES void lstmCellRowBackward(float* __restrict gates, const float* __restrict toHidden,
                                             float* __restrict toCell, const float* __restrict cellBefore,
                                             const float* __restrict squashed, std::int64_t size) {
    float *i = gates, *f = i + size, *g = f + size, *o = g + size;
    for (std::int64_t u = 0; u < size; ++u) {
        const float atI = i[u], atF = f[u], atG = g[u], atO = o[u], s = squashed[u];
        const float whole = toCell[u] + toHidden[u] * atO * (1 - s * s);
        i[u] = whole * atG * atI * (1 - atI);
        f[u] = whole * cellBefore[u] * atF * (1 - atF);
        g[u] = whole * atI * (1 - atG * atG);
        o[u] = toHidden[u] * s * atO * (1 - atO);
        toCell[u] = whole * atF;
    }
}

ZHUYI_VECTOR_CLONES void tanhRow(float* __restrict sum, const float* __restrict bias, std::int64_t size) {
    for (std::int64_t u = 0; u < size; ++u)
        sum[u] = tanhOf(sum[u] + bias[u]);
}

ZHUYI_VECTOR_CLONES void tanhRowBackward(float* __restrict gradient, const float* __restrict value, std::int64_t size) {
    for (std::int64_t u = 0; u < size; ++u)
        gradient[u] *= 1 - value[u] * value[u];
}

ZHUYI_VECTOR_CLONES void addRow(float* __restrict sum, const float* __restrict row, std::int64_t size) {
    for (std::int64_t u = 0; u < size; ++u)
        sum[u] += row[u];
}

ZHUYI_VECTOR_CLONES void additiveScores(const float* __restrict query, const float* __restrict keys,
                                        const float* __restrict energy, float* __restrict scores, std::int64_t length,
                                        std::int64_t size) {
    for (std::int64_t s = 0; s < length; ++s, keys += size) {
        float score = 0;
        for (std::int64_t u = 0; u < size; ++u)
            score += energy[u] * tanhOf(query[u] + keys[u]);
        scores[s] = score;
    }
}

ZHUYI_VECTOR_CLONES void additiveScoresBackward(const float* __restrict query, const float* __restrict keys,
                                                const float* __restrict energy, const float* __restrict toScores,
                                                float* __restrict toQuery, float* __restrict toKeys,
                                                float* __restrict toEnergy, std::int64_t length, std::int64_t size) {
    for (std::int64_t s = 0; s < length; ++s, keys += size, toKeys += size) {
        const float toScore = toScores[s];
        for (std::int64_t u = 0; u < size; ++u) {
            const float value = tanhOf(query[u] + keys[u]);
            const float toSum = toScore * energy[u] * (1 - value * value);
            toEnergy[u] += toScore * value;
            toQuery[u] += toSum;
            toKeys[u] += toSum;
        }
    }
}

ZHUYI_VECTOR_CLONES void dotScores(const float* __restrict query, const float* __restrict keys, float scale,
                                   float* __restrict scores, std::int64_t length, std::int64_t size) {
    for (std::int64_t s = 0; s < length; ++s, keys += size)
        scores[s] = scale * dot(query, keys, size);
}

ZHUYI_VECTOR_CLONES void dotScoresBackward(const float* __restrict query, const float* __restrict keys, float scale,
                                           const float* __restrict toScores, float* __restrict toQuery,
                                           float* __restrict toKeys, std::int64_t length, std::int64_t size) {
    for (std::int64_t s = 0; s < length; ++s, keys += size, toKeys += size) {
        const float toScore = scale * toScores[s];
        for (std::int64_t u = 0; u < size; ++u) {
            toQuery[u] += toScore * keys[u];
            toKeys[u] += toScore * query[u];
        }
    }
}

ZHUYI_VECTOR_CLONES void softmaxRow(float* scores, std::int64_t size) {
    float greatest = std::numeric_limits<float>::lowest(), sum = 0;
    for (std::int64_t s = 0; s < size; ++s)
        greatest = std::max(greatest, scores[s]);
    for (std::int64_t s = 0; s < size; ++s) {
        scores[s] = std::exp(scores[s] - greatest);
        sum += scores[s];
    }
    const float factor = 1 / sum;
    for (std::int64_t s = 0; s < size; ++s)
        scores[s] *= factor;
}

ZHUYI_VECTOR_CLONES void softmaxRowBackward(const float* __restrict weights, float* __restrict toWeights,
                                            std::int64_t size) {
    const float mean = dot(weights, toWeights, size);
    for (std::int64_t s = 0; s < size; ++s)
        toWeights[s] = weights[s] * (toWeights[s] - mean);
}

ZHUYI_VECTOR_CLONES void weightedSum(const float* __restrict weights, const float* __restrict values,
                                     float* __restrict context, std::int64_t length, std::int64_t size) {
    std::fill_n(context, size, 0.0F);
    for (std::int64_t s = 0; s < length; ++s, values += size)
        for (std::int64_t u = 0; u < size; ++u)
            context[u] += weights[s] * values[u];
}

ZHUYI_VECTOR_CLONES void weightedSumBackward(const float* __restrict toContext, const float* __restrict weights,
                                             const float* __restrict values, float* __restrict toWeights,
                                             float* __restrict toValues, std::int64_t length, std::int64_t size) {
    for (std::int64_t s = 0; s < length; ++s, values += size, toValues += size) {
        toWeights[s] += dot(toContext, values, size);
        for (std::int64_t u = 0; u < size; ++u)
            toValues[u] += weights[s] * toContext[u];
    }
}

ZHUYI_VECTOR_CLONES void logSoftmaxRow(float* __restrict logits, const float* __restrict bias, std::int64_t size) {
    const auto greatest = addBias(logits, bias, size).greatest;
    float sum = 0;
    for (std::int64_t v = 0; v < size; ++v)
        sum += std::exp(logits[v] - greatest);
    const auto logOfSum = static_cast<float>(static_cast<double>(greatest) + std::log(static_cast<double>(sum)));
    for (std::int64_t v = 0; v < size; ++v)
        logits[v] -= logOfSum;
}

ZHUYI_VECTOR_CLONES TokenLoss crossEntropyRow(float* __restrict logits, const float* __restrict bias,
                                              float* __restrict toBias, std::int64_t size, std::int64_t target,
                                              float smoothing, float scale) {
    const auto [greatest, total] = addBias(logits, bias, size);
    const float ofTarget = logits[target];
    float sum = 0;
    for (std::int64_t v = 0; v < size; ++v) {
        logits[v] = std::exp(logits[v] - greatest);
        sum += logits[v];
    }
    // d objective / d logit = p − (1 − ε) [v is the target] − ε / V
    const float factor = scale / sum, spread = scale * smoothing / static_cast<float>(size);
    const float atTarget = scale * (1 - smoothing);
    logits[target] -= atTarget / factor;
    for (std::int64_t v = 0; v < size; ++v) {
        logits[v] = logits[v] * factor - spread;
        toBias[v] += logits[v];
    }
    return lossOf(static_cast<double>(greatest) + std::log(static_cast<double>(sum)), ofTarget,
                  static_cast<double>(total) / static_cast<double>(size), smoothing);
}

ZHUYI_VECTOR_CLONES TokenLoss crossEntropyRow(float* __restrict logits, const float* __restrict bias, std::int64_t size,
                                              std::int64_t target, float smoothing, bool& isLikeliest) {
    const auto [greatest, total] = addBias(logits, bias, size);
    float sum = 0;
    for (std::int64_t v = 0; v < size; ++v)
        sum += std::exp(logits[v] - greatest);
    isLikeliest = logits[target] == greatest;
    return lossOf(static_cast<double>(greatest) + std::log(static_cast<double>(sum)), logits[target],
                  static_cast<double>(total) / static_cast<double>(size), smoothing);
}

} // namespace zhuyi::fast
