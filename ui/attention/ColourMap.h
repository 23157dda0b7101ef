#pragma once

#include <QColor>
#include <QList>
#include <QString>

#include <array>

namespace zhuyi {

/// A perceptually uniform colour scale: equal steps of the value are equal steps of colour (Oklab distance, Ottosson
/// 2020), and lightness alone tells the order, so that it survives grey printing and colour-blind eyes. 0 looks like
/// the paper: white in a light window, dark in a dark one.
class ColourMap {
  public:
    enum class Scale { Ocean, Ember, Forest, Grey };

    explicit ColourMap(Scale scale = Scale::Ocean, bool dark = false);

    QRgb colour(double value) const; // 0–1, clamped
    /// Black or white, whichever reads better on the value's colour.
    QColor ink(double value) const;

    static const QList<Scale>& scales();
    static QString name(Scale scale); // in the user's language

  private:
    static constexpr int steps = 512;
    static std::size_t index(double value);

    std::array<QRgb, steps + 1> table_;
    std::array<bool, steps + 1> whiteInk_;
};

} // namespace zhuyi
