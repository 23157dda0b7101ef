#include "ui/history/StepThinner.h"

#include <algorithm>

namespace zhuyi {

namespace {

/// The mean of two reports of which the earlier counts `share`, where the later one stands.
StepReport mean(const StepReport& earlier, const StepReport& later, double share) {
    StepReport result = later;
    const auto mix = [&](double StepReport::*member) {
        result.*member = share * (earlier.*member) + (1 - share) * (later.*member);
    };
    mix(&StepReport::trainLoss);
    mix(&StepReport::gradientNorm);
    mix(&StepReport::tokensPerSecond);
    return result;
}

} // namespace

void StepThinner::restore(std::vector<StepReport> points) {
    points_ = std::move(points);
    summed_ = 0;
    stride_ = 1;
    if (points_.size() > 1) {
        // Rounded: the last point may be of fewer steps.
        const auto span = static_cast<std::size_t>(points_.back().step - points_.front().step);
        stride_ = std::max<std::size_t>(1, (span + (points_.size() - 1) / 2) / (points_.size() - 1));
    }
}

void StepThinner::add(const StepReport& report) {
    sum_ = summed_ == 0 ? report : mean(sum_, report, static_cast<double>(summed_) / static_cast<double>(summed_ + 1));
    if (++summed_ < stride_)
        return;
    points_.push_back(sum_);
    summed_ = 0;
    if (points_.size() < most_)
        return;
    const std::size_t half = points_.size() / 2;
    for (std::size_t i = 0; i < half; ++i)
        points_[i] = mean(points_[2 * i], points_[2 * i + 1], 0.5);
    if (points_.size() % 2 == 1)
        points_[half] = points_.back();
    points_.resize(half + points_.size() % 2);
    stride_ *= 2;
    ++rounds_;
}

} // namespace zhuyi
