#pragma once

#include "engine/session/Settings.h"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace zhuyi {

/// What the learning rate is multiplied by in the course of a run.
class LearningRateSchedule {
  public:
    explicit LearningRateSchedule(const Settings& settings) : settings_(settings) {}

    /// Of the warm-up alone, 0–1, for a step counted from 1.
    double warmUp(std::int64_t step) const;
    /// Of the fall alone, 0–1. `progress` is the share of the run that is done, by its epochs or its time.
    double decay(std::int64_t step, double progress) const;

    /// Takes note of the validation at the end of an epoch.
    void validated(double devLoss);

    nlohmann::json toJson() const;
    void fromJson(const nlohmann::json& json);

  private:
    Settings settings_;
    // Of the schedule plateau:
    double lowest_ = 0; // dev loss, of epochs_ > 0
    std::int64_t epochs_ = 0, sinceLowest_ = 0, falls_ = 0;
};

} // namespace zhuyi
