#pragma once

#include <cstdint>

namespace zhuyi {

/// What one step of Adam is the same in for all parameters; `keep` is what weight decay leaves of one, biases aside.
struct AdamFactors {
    double clip, stepSize, rootOfCorrection2, keep = 1;
};

constexpr double AdamBeta1 = 0.9, AdamBeta2 = 0.999, AdamEpsilon = 1e-8;

/// The sum of the squares.
double squareOf(const float* values, std::int64_t size);
/// Adds `share` to `sum`.
void addShare(float* sum, const float* share, std::int64_t size);
/// Moves the parameters p and the means m and v by the gradient g; of none where it is null.
void moveByAdam(float* p, const float* g, float* m, float* v, std::int64_t size, const AdamFactors& factors);

/// Moves the averages by `share` of the way to the values.
void moveTowards(float* averages, const float* values, std::int64_t size, double share);

} // namespace zhuyi
