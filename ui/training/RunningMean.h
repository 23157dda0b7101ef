#pragma once

#include <algorithm>
#include <cmath>

namespace zhuyi {

/// An exponential mean that forgets over so many steps, early on over a tenth of those so far: a longer one would lag
/// behind the first fall of a loss. Values that are no number leave it as it is.
class RunningMean {
  public:
    explicit RunningMean(double steps = 50) : steps_(steps) {}

    double add(double step, double value) {
        if (!std::isfinite(value))
            return mean();
        const double forgets = std::max(1.0, std::min(steps_, 1 + step / 10));
        const double elapsed = weight_ > 0 ? std::max(step - last_, 0.0) : 1.0;
        const double keepsOne = 1 - 1 / forgets, keep = elapsed == 1 ? keepsOne : std::pow(keepsOne, elapsed);
        last_ = step;
        sum_ = keep * sum_ + (1 - keep) * value;
        weight_ = keep * weight_ + (1 - keep);
        return mean();
    }
    double mean() const { return weight_ > 0 ? sum_ / weight_ : std::nan(""); }

  private:
    double steps_;
    double sum_ = 0, weight_ = 0; // without the weight it would begin at 0
    double last_ = 0;
};

} // namespace zhuyi
