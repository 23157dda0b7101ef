#pragma once

#include "ui/attention/ColourMap.h"
#include "ui/attention/DivergingColourMap.h"

#include <QColor>

namespace zhuyi {

/// The colours of weights, and of differences between weights.
class MapColours {
  public:
    explicit MapColours(ColourMap::Scale scale = ColourMap::Scale::Ocean, bool dark = false)
        : weights_(scale, dark), differences_(dark), dark_(dark) {}

    void setDifference(bool isDifference) { isDifference_ = isDifference; }
    bool isDark() const { return dark_; }

    /// Of a weight from 0 to 1, or a difference from −1 to 1.
    QRgb colour(double value) const { return isDifference_ ? differences_.colour(value) : weights_.colour(value); }
    /// Black or white, whichever reads better on the value's colour.
    QColor ink(double value) const { return isDifference_ ? differences_.ink(value) : weights_.ink(value); }

  private:
    ColourMap weights_;
    DivergingColourMap differences_;
    bool isDifference_ = false, dark_;
};

} // namespace zhuyi
