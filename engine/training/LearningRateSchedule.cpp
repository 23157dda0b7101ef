#include "engine/training/LearningRateSchedule.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

double LearningRateSchedule::warmUp(std::int64_t step) const {
    return settings_.warmup_steps == 0
               ? 1
               : std::min(1.0, static_cast<double>(step) / static_cast<double>(settings_.warmup_steps));
}

double LearningRateSchedule::decay(std::int64_t step, double progress) const {
    const double pi = std::acos(-1.0);
    const auto& kind = settings_.schedule;
    if (kind == "inverse_sqrt") { // Vaswani et al. 2017, section 5.3
        const auto begin = std::max<std::int64_t>(settings_.warmup_steps, 1);
        return std::sqrt(static_cast<double>(begin) / static_cast<double>(std::max(step, begin)));
    }
    const double done = std::clamp(progress, 0.0, 1.0);
    if (kind == "linear")
        return 1 - done;
    if (kind == "cosine") // Loshchilov and Hutter 2017, without restarts
        return (1 + std::cos(pi * done)) / 2;
    if (kind == "plateau")
        return std::pow(settings_.decay_factor, static_cast<double>(falls_));
    return 1;
}

void LearningRateSchedule::validated(double devLoss) {
    if (epochs_++ == 0 || devLoss < lowest_) {
        lowest_ = devLoss;
        sinceLowest_ = 0;
    } else if (++sinceLowest_ >= settings_.decay_patience) {
        ++falls_;
        sinceLowest_ = 0;
    }
}

nlohmann::json LearningRateSchedule::toJson() const {
    return {{"lowest", lowest_}, {"epochs", epochs_}, {"since_lowest", sinceLowest_}, {"falls", falls_}};
}

void LearningRateSchedule::fromJson(const nlohmann::json& json) {
    lowest_ = json.at("lowest").get<double>();
    epochs_ = json.at("epochs").get<std::int64_t>();
    sinceLowest_ = json.at("since_lowest").get<std::int64_t>();
    falls_ = json.at("falls").get<std::int64_t>();
}

} // namespace zhuyi
