#pragma once

#include "engine/model/fast/View.h"

#include <memory>

namespace zhuyi::fast {

/// A weight that a pass multiplies by once a time step: laid out once a pass the way the processor's product wants it,
/// where a product of some rows would spend its time on doing that again and again. Few rows take it as it lies.
class PackedWeight {
  public:
    enum class Use {
        Forward,  // x Wᵀ
        Backward, // g W
    };

    /// `weight` O×I, in memory without gaps, for as long as this lives.
    PackedWeight(ConstView weight, Use use);
    ~PackedWeight();
    PackedWeight(PackedWeight&&) noexcept;

    /// Takes the weight's values over, once it needs them; call it when they have changed.
    void pack() { isPacked_ = false; }
    /// All three without gaps between rows. `add` keeps what `out` holds and adds to it.
    void multiply(ConstView x, View out, bool add = false);
    /// By the weight's columns from `first` on alone, which are those of `x` forwards and those of `out` backwards. Both
    /// may have gaps between rows.
    void multiplyFrom(std::int64_t first, ConstView x, View out, bool add = false);

  private:
    struct Packed;
    const float* panels();

    ConstView weight_;
    Use use_;
    bool isPacked_ = false;
    std::unique_ptr<Packed> packed_; // oneDNN's; none before it is needed
    Buffer panels_;
};

} // namespace zhuyi::fast
