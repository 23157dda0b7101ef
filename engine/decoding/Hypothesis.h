#pragma once

#include <cstdint>
#include <vector>

namespace zhuyi {

struct ScoredToken {
    std::int32_t token = 0;
    float logProbability = 0; // natural log
};

/// What a search or forced decoding wrote for one sentence.
struct Hypothesis {
    std::vector<std::int32_t> tokens;    // End included, unless the limit came first
    std::vector<float> logProbabilities; // one a token, natural log
    std::vector<float> attention;        // row-major, tokens × source length
    std::vector<std::vector<ScoredToken>>
        alternatives; // one list a token, the model's most probable ones, best first; or none
};

} // namespace zhuyi
