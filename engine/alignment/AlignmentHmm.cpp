#include "engine/alignment/AlignmentHmm.h"

#include <algorithm>
#include <numeric>

namespace zhuyi {

void AlignmentHmm::run(const std::vector<float>& emissions, const std::vector<float>& noneEmissions, std::size_t states,
                       const Jumps& jumps) {
    states_ = states;
    steps_ = noneEmissions.size();
    const std::size_t width = states + 1, middle = (jumps.size() - 1) / 2;
    posteriors_.assign(steps_ * states, 0);
    nonePosteriors_.assign(steps_, 0);
    forward_.assign((steps_ + 1) * width, 0);
    backward_.assign((steps_ + 1) * width, 1);
    written_.assign((steps_ + 1) * width, 0);
    leaving_.resize(width);
    for (std::size_t from = 0; from < width; ++from) {
        const float* jump = jumps.data() + middle - from; // jump[to]
        leaving_[from] = (1 - none_) / std::accumulate(jump + 1, jump + width, 0.0f);
    }

    forward_[0] = 1;
    std::vector<float> scales(steps_ + 1, 1);
    for (std::size_t t = 1; t <= steps_; ++t) {
        const float* before = forward_.data() + (t - 1) * width;
        float* now = forward_.data() + t * width;
        const float* emission = emissions.data() + (t - 1) * states;
        for (std::size_t from = 0; from < width; ++from) {
            const float mass = before[from] * leaving_[from];
            const float* jump = jumps.data() + middle - from;
            for (std::size_t to = 1; to < width; ++to)
                now[to] += mass * jump[to];
        }
        // Posteriors hold the words' own share until the way back.
        float* own = posteriors_.data() + (t - 1) * states;
        float sum = 0;
        for (std::size_t to = 1; to < width; ++to) {
            own[to - 1] = now[to] * emission[to - 1];
            now[to] = own[to - 1] + none_ * noneEmissions[t - 1] * before[to];
            sum += now[to];
        }
        now[0] = none_ * noneEmissions[t - 1] * before[0];
        sum += now[0];
        scales[t] = 1 / sum;
        for (std::size_t to = 0; to < width; ++to)
            now[to] *= scales[t];
        for (std::size_t to = 0; to < states; ++to)
            own[to] *= scales[t];
    }

    for (std::size_t t = steps_; t >= 1; --t) {
        const float* after = backward_.data() + t * width;
        float* now = backward_.data() + (t - 1) * width;
        float* written = written_.data() + t * width;
        float* own = posteriors_.data() + (t - 1) * states;
        const float* emission = emissions.data() + (t - 1) * states;
        float mass = 0;
        for (std::size_t to = 1; to < width; ++to) {
            written[to] = emission[to - 1] * after[to] * scales[t];
            own[to - 1] *= after[to];
            mass += own[to - 1];
        }
        nonePosteriors_[t - 1] = std::max(0.0f, 1 - mass);
        const float none = none_ * noneEmissions[t - 1] * scales[t];
        for (std::size_t from = 0; from < width; ++from) {
            const float* jump = jumps.data() + middle - from;
            float sum = 0;
            for (std::size_t to = 1; to < width; ++to)
                sum += jump[to] * written[to];
            now[from] = leaving_[from] * sum + none * after[from];
        }
    }
}

void AlignmentHmm::addJumps(const Jumps& jumps, std::vector<float>& counts) const {
    const std::size_t width = states_ + 1, middle = (jumps.size() - 1) / 2;
    for (std::size_t t = 1; t <= steps_; ++t) {
        const float* before = forward_.data() + (t - 1) * width;
        const float* written = written_.data() + t * width;
        for (std::size_t from = 0; from < width; ++from) {
            const float mass = before[from] * leaving_[from];
            const float* jump = jumps.data() + middle - from;
            float* count = counts.data() + middle - from;
            for (std::size_t to = 1; to < width; ++to)
                count[to] += mass * jump[to] * written[to];
        }
    }
}

} // namespace zhuyi
