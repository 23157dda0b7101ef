#include "engine/model/Dropout.h"

#include <ATen/CPUGeneratorImpl.h>

namespace zhuyi {

namespace {

at::Generator& generator() {
    thread_local at::Generator ofThread = at::make_generator<at::CPUGeneratorImpl>();
    return ofThread;
}

} // namespace

void Dropout::seed(std::uint64_t seed) {
    at::Generator& ofThread = generator();
    const std::lock_guard lock(ofThread.mutex());
    ofThread.set_current_seed(seed);
}

torch::Tensor Dropout::operator()(const torch::Tensor& units, bool training) const {
    if (!training || p_ == 0)
        return units;
    if (!units.is_cpu())
        return torch::dropout(units, p_, true); // seeded by torch::manual_seed
    return units * torch::empty_like(units).bernoulli_(1 - p_, generator()).div_(1 - p_);
}

} // namespace zhuyi
