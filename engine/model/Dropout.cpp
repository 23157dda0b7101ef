#include "engine/model/Dropout.h"

namespace zhuyi {

namespace {

thread_local std::uint64_t seedOfThread = 0;

} // namespace

void Dropout::seed(std::uint64_t seed) { seedOfThread = seed; }

torch::Tensor Dropout::operator()(const torch::Tensor& units, bool training, std::int64_t firstRow) const {
    if (!training || p_ == 0)
        return units;
    if (!units.is_cpu())
        return torch::dropout(units, p_, true); // seeded by torch::manual_seed
    const auto size = units.size(-1);
    const auto factors = torch::ones(units.sizes());
    const DropoutMask mask(p_, seedOfThread, site_);
    auto* row = factors.data_ptr<float>();
    for (std::int64_t r = 0; r < factors.numel() / size; ++r, row += size)
        mask.apply(row, row, size, firstRow + r);
    return units * factors.to(units.scalar_type());
}

} // namespace zhuyi
