#pragma once

#include "engine/model/Torch.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// The gradient of one parameter.
struct Gradient {
    Gradient() = default;
    Gradient(torch::Tensor values) : values(std::move(values)) {} // all of it
    torch::Tensor values;           // in the parameter's shape; undefined where it played no part
    bool isOfRows = false;          // only these are not 0
    std::vector<std::int64_t> rows; // ascending
};

} // namespace zhuyi
