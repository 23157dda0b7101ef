#pragma once

#include "engine/model/Torch.h"

#include <vector>

namespace zhuyi {

/// What the encoder hands to the decoder. D is its output size: hidden_size, twice that where it reads both ways.
struct Memory {
    torch::Tensor embedded;            // B×S×E, what was read; explanations ask for its gradient
    torch::Tensor states;              // B×S×D, one state a source token
    torch::Tensor padding;             // B×S bool, true behind the sentence
    std::vector<torch::Tensor> finals; // B×D a layer: the last state (of both directions, side by side)
    torch::Tensor keys;                // what Attention::prepare makes of the states; B×S×A
    torch::Tensor values;              // B×S×C, what is averaged to the context
};

} // namespace zhuyi
