#pragma once

#include "engine/model/fast/View.h"

#include <cstdint>
#include <vector>

namespace zhuyi::fast {

/// Sentences of different lengths laid out time step by time step, the longest first. The sentences that still go on at
/// a step are then a prefix of those of the step before, each step's rows lie together, and padding has none.
class PackedSteps {
  public:
    void assign(const std::vector<std::int64_t>& lengths);

    std::int64_t sentences() const { return static_cast<std::int64_t>(order_.size()); }
    std::int64_t steps() const { return static_cast<std::int64_t>(offsets_.size()) - 1; }
    std::int64_t rows() const { return offsets_.back(); }
    /// How many sentences reach this step; 0 past the last.
    std::int64_t active(std::int64_t step) const { return step < steps() ? offset(step + 1) - offset(step) : 0; }
    /// The first row of a step.
    std::int64_t offset(std::int64_t step) const { return offsets_[static_cast<std::size_t>(step)]; }
    /// The sentence at a place in each step.
    std::int64_t sentence(std::int64_t place) const { return order_[static_cast<std::size_t>(place)]; }
    std::int64_t length(std::int64_t place) const { return lengths_[static_cast<std::size_t>(place)]; }

    template <typename Float>
    BasicView<Float> at(BasicView<Float> rows, std::int64_t step) const {
        return rows.rowsFrom(offset(step), active(step));
    }
    /// Of the sentences that reach `step`, their rows one step before.
    template <typename Float>
    BasicView<Float> before(BasicView<Float> rows, std::int64_t step) const {
        return rows.rowsFrom(offset(step - 1), active(step));
    }

  private:
    std::vector<std::int64_t> order_, lengths_, offsets_{0};
};

} // namespace zhuyi::fast
