#include "engine/training/WordDropout.h"

#include "engine/text/Vocabulary.h"

#include <random>

namespace zhuyi {

void dropWords(Batch& batch, double share, std::uint64_t seed) {
    if (share <= 0)
        return;
    std::mt19937_64 random(seed);
    for (auto* tokens : {&batch.source, &batch.targetIn}) {
        const auto device = tokens->device();
        auto here = tokens->to(torch::kCPU).contiguous();
        auto* ids = here.data_ptr<std::int64_t>();
        for (std::int64_t i = 0; i < here.numel(); ++i) {
            if (ids[i] == Vocabulary::Pad || ids[i] == Vocabulary::Begin)
                continue;
            const double drawn = static_cast<double>(random() >> 11) * 0x1p-53; // 0–1; the standard library's differ
            if (drawn < share)
                ids[i] = Vocabulary::Unknown;
        }
        *tokens = here.to(device);
    }
}

} // namespace zhuyi
