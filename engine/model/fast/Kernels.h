#pragma once

#include <cstdint>

namespace zhuyi::fast {

// The elementwise parts of the network, each fused into one sweep over one row. Plain loops: the compiler makes vectors
// of them, and of their exponentials and hyperbolic tangents calls of the C library's vector functions.

/// The elementwise part of an LSTM step (see lstmCell): `gates` (4H: i, f, g, o) come as sums without `bias` and become
/// the activated gates; c = σ(f)⊙c' + σ(i)⊙tanh(g), `squashed` = tanh(c), h = σ(o)⊙squashed.
void lstmCellRow(float* gates, const float* bias, const float* cellBefore, float* cell, float* squashed, float* hidden,
                 std::int64_t size);
/// Backwards: `gates` come activated and become the gradient of their sums; `toCell` comes as the gradient of c that
/// later steps sent and becomes that of c'; `toHidden` is the whole gradient of h.
void lstmCellRowBackward(float* gates, const float* toHidden, float* toCell, const float* cellBefore,
                         const float* squashed, std::int64_t size);

/// sum = tanh(sum + bias)
void tanhRow(float* sum, const float* bias, std::int64_t size);
/// gradient = gradient ⊙ (1 − value²), for value = tanh(…)
void tanhRowBackward(float* gradient, const float* value, std::int64_t size);

/// sum += row
void addRow(float* sum, const float* row, std::int64_t size);

/// scores[s] = Σ energy ⊙ tanh(query + keys[s])   (Bahdanau et al. 2015)
void additiveScores(const float* query, const float* keys, const float* energy, float* scores, std::int64_t length,
                    std::int64_t size);
/// Adds to the gradients of query, keys and energy what `toScores` brings; computes the tanh once more.
void additiveScoresBackward(const float* query, const float* keys, const float* energy, const float* toScores,
                            float* toQuery, float* toKeys, float* toEnergy, std::int64_t length, std::int64_t size);
/// scores[s] = scale · Σ query ⊙ keys[s]
void dotScores(const float* query, const float* keys, float scale, float* scores, std::int64_t length,
               std::int64_t size);
void dotScoresBackward(const float* query, const float* keys, float scale, const float* toScores, float* toQuery,
                       float* toKeys, std::int64_t length, std::int64_t size);

void softmaxRow(float* scores, std::int64_t size);
/// From the gradient of the weights (in place) to that of the scores.
void softmaxRowBackward(const float* weights, float* toWeights, std::int64_t size);

/// context = Σ weights[s] · values[s]
void weightedSum(const float* weights, const float* values, float* context, std::int64_t length, std::int64_t size);
/// toWeights[s] += toContext · values[s],  toValues[s] += weights[s] · toContext
void weightedSumBackward(const float* toContext, const float* weights, const float* values, float* toWeights,
                         float* toValues, std::int64_t length, std::int64_t size);

/// From logits without `bias` to log probabilities, in place.
void logSoftmaxRow(float* logits, const float* bias, std::int64_t size);

/// What a row of logits says of its target, in nats.
struct TokenLoss {
    double nats;      // cross entropy
    double objective; // the same with label smoothing
};
/// Cross entropy with label smoothing (see crossEntropy in training/). `logits` come without `bias` and become the
/// gradient of the objective times `scale`, which is added to `toBias` as well.
TokenLoss crossEntropyRow(float* logits, const float* bias, float* toBias, std::int64_t size, std::int64_t target,
                          float smoothing, float scale);
/// The same without a gradient, and whether the target is the likeliest token.
TokenLoss crossEntropyRow(float* logits, const float* bias, std::int64_t size, std::int64_t target, float smoothing,
                          bool& isLikeliest);

} // namespace zhuyi::fast
