#pragma once

#include "engine/model/Torch.h"

#include <cstdint>

namespace zhuyi {

/// Sentence pairs as padded tensors, Vocabulary::Pad behind each sentence.
struct Batch {
    torch::Tensor source;        // B×S int64
    torch::Tensor sourceLengths; // B int64, always on the CPU
    torch::Tensor targetIn;      // B×T int64: Begin, then the sentence
    torch::Tensor targets;       // N int64: the real tokens to predict (the sentence, then End), time step by time step
    torch::Tensor real;          // N int64: their places t·B + b
    std::int64_t tokens = 0;     // N
    torch::Tensor guide; // T×B×S float, where attention should lie: rows sum to 1, or to 0 where nothing is known; undefined without guide

    std::int64_t size() const { return source.size(0); }
};

} // namespace zhuyi
