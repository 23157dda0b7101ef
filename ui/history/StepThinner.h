#pragma once

#include "engine/session/Reports.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace zhuyi {

/// The curve of a run of any length in a bounded number of points, each the mean of as many steps as the next one. When
/// there are too many points, neighbours are merged two by two.
class StepThinner {
  public:
    explicit StepThinner(std::size_t most = 2000) : most_(most) {}

    /// Goes on behind points thinned earlier.
    void restore(std::vector<StepReport> points);
    void add(const StepReport& report);

    /// Of whole points; each stands at its last step.
    const std::vector<StepReport>& points() const { return points_; }
    /// The steps behind the last whole point.
    std::optional<StepReport> rest() const { return summed_ > 0 ? std::optional(sum_) : std::nullopt; }
    /// How often neighbours were merged: the points before have changed then.
    int rounds() const { return rounds_; }

  private:
    std::size_t most_;
    std::vector<StepReport> points_;
    std::size_t stride_ = 1; // steps a point
    int rounds_ = 0;
    StepReport sum_; // of the steps of the next point
    std::size_t summed_ = 0;
};

} // namespace zhuyi
