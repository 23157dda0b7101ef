#pragma once

#include <QColor>

namespace zhuyi {

/// A colour in Oklab (Ottosson 2020, https://bottosson.github.io/posts/oklab/), in which equal distances look equal:
/// lightness 0–1, and the two opponent axes.
struct Oklab {
    double l = 0, a = 0, b = 0;

    /// Of this lightness and hue (degrees), with at most this chroma: as much of it as a screen can show.
    static Oklab ofHue(double lightness, double chroma, double hue);

    QRgb rgb() const; // sRGB, clamped
    bool isShowable() const;
    /// 0–1, of WCAG 2.
    double luminance() const;
    double distance(const Oklab& other) const;
};

} // namespace zhuyi
