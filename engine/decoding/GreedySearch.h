#pragma once

#include "engine/model/Seq2Seq.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// What a search or forced decoding wrote for one sentence.
struct Hypothesis {
    std::vector<std::int32_t> tokens;     // End included, unless the limit came first
    std::vector<float> logProbabilities;  // one a token, natural log
    std::vector<float> attention;         // row-major, tokens × source length
};

/// Takes the most probable token at each step, for all sentences at once, until each has ended or has as many tokens as
/// its limit.
/// `source` B×S, `lengths` B on the CPU. Pad and Begin are never taken. The network must be in evaluation mode.
std::vector<Hypothesis> greedySearch(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths,
                                     const std::vector<std::int64_t>& limits);

} // namespace zhuyi
