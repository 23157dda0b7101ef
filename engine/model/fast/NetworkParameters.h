#pragma once

#include "engine/model/Gradient.h"
#include "engine/model/fast/Parameters.h"

#include <vector>

namespace zhuyi {
class Seq2Seq;
}

namespace zhuyi::fast {

/// Whether the passes here know all that such a network is made of; else LibTorch's modules compute it, more slowly.
bool knows(const Settings& settings);

/// The parameters of a network on the processor, in single precision; it must outlive them, and keep its tensors. With
/// room for their gradients, in the same order, where `gradients` are given.
Parameters parametersOf(const Seq2Seq& network, std::vector<Gradient>* gradients = nullptr);

} // namespace zhuyi::fast
