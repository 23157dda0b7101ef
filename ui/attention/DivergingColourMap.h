#pragma once

#include <QColor>

#include <array>

namespace zhuyi {

/// Colours of a signed value: 0 looks like the paper, less goes to blue, more to orange. Each arm is perceptually
/// uniform (Oklab distance), both are equally light at equal distance from 0, and blue and orange differ for every kind
/// of colour-blind eye.
class DivergingColourMap {
  public:
    explicit DivergingColourMap(bool dark = false);

    QRgb colour(double value) const; // −1 to 1, clamped
    /// Black or white, whichever reads better on the value's colour.
    QColor ink(double value) const;

  private:
    static constexpr int steps = 256; // of an arm
    static std::size_t index(double value);

    std::array<QRgb, 2 * steps + 1> table_;
    std::array<bool, 2 * steps + 1> whiteInk_;
};

} // namespace zhuyi
