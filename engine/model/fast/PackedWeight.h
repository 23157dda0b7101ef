#pragma once

#include "engine/model/fast/View.h"

#include <memory>

namespace zhuyi::fast {

/// A weight that a pass multiplies by once a time step: laid out once a pass the way the processor's product wants it,
/// where a product of few rows would spend its time on doing that again and again.
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

    /// Takes the weight's values over; call it when they have changed.
    void pack();
    /// All three without gaps between rows. `add` keeps what `out` holds and adds to it.
    void multiply(ConstView x, View out, bool add = false);

  private:
    struct Packed;

    ConstView weight_;
    Use use_;
    std::unique_ptr<Packed> packed_; // none where packing does not pay
};

} // namespace zhuyi::fast
