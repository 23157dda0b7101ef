#include "engine/model/DropoutMask.h"

#include "engine/model/VectorClones.h"

#include <algorithm>

namespace zhuyi {

namespace {

/// The finaliser of SplitMix64 (Steele et al. 2014).
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// A 32-bit finaliser with little bias (C. Wellons, "Prospecting for hash functions") of each unit's number.
ZHUYI_VECTOR_CLONES void drop(const float* units, float* dropped, std::uint32_t size, std::uint64_t key,
                              std::uint32_t dropBelow, float scale) {
    const auto low = static_cast<std::uint32_t>(key), high = static_cast<std::uint32_t>(key >> 32);
    for (std::uint32_t i = 0; i < size; ++i) {
        std::uint32_t hash = i ^ low;
        hash = (hash ^ (hash >> 16)) * 0x7FEB352DU + high;
        hash = (hash ^ (hash >> 15)) * 0x846CA68BU;
        hash ^= hash >> 16;
        dropped[i] = hash < dropBelow ? 0.0F : units[i] * scale;
    }
}

} // namespace

DropoutMask::DropoutMask(double p, std::uint64_t seed, DropoutSite site)
    : key_(mixed(seed + 0x9E3779B97F4A7C15ULL * (static_cast<std::uint32_t>(site) + 1))),
      dropBelow_(static_cast<std::uint32_t>(p * 4294967296.0)), scale_(static_cast<float>(1 / (1 - p))) {}

void DropoutMask::apply(const float* units, float* dropped, std::int64_t size, std::int64_t row) const {
    if (dropBelow_ > 0)
        drop(units, dropped, static_cast<std::uint32_t>(size),
             mixed(key_ + static_cast<std::uint64_t>(row) * 0x9E3779B97F4A7C15ULL), dropBelow_, scale_);
    else if (units != dropped)
        std::copy_n(units, size, dropped);
}

} // namespace zhuyi
