#include "ui/attention/Oklab.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

struct Linear {
    double r, g, b;
};

double cube(double x) {
    return x * x * x;
}

Linear linear(const Oklab& c) {
    const double l = cube(c.l + 0.3963377774 * c.a + 0.2158037573 * c.b);
    const double m = cube(c.l - 0.1055613458 * c.a - 0.0638541728 * c.b);
    const double s = cube(c.l - 0.0894841775 * c.a - 1.2914855480 * c.b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

int byteOf(double x) {
    x = std::clamp(x, 0.0, 1.0);
    const double encoded = x <= 0.0031308 ? 12.92 * x : 1.055 * std::pow(x, 1 / 2.4) - 0.055; // sRGB
    return static_cast<int>(std::lround(255 * encoded));
}

} // namespace

Oklab Oklab::ofHue(double lightness, double chroma, double hue) {
    const double angle = hue * 3.14159265358979 / 180;
    const auto colour = [&](double c) { return Oklab{lightness, c * std::cos(angle), c * std::sin(angle)}; };
    if (colour(chroma).isShowable())
        return colour(chroma);
    double inside = 0, outside = chroma;
    for (int i = 0; i < 30; ++i) {
        const double middle = (inside + outside) / 2;
        (colour(middle).isShowable() ? inside : outside) = middle;
    }
    return colour(inside);
}

QRgb Oklab::rgb() const {
    const Linear c = linear(*this);
    return qRgb(byteOf(c.r), byteOf(c.g), byteOf(c.b));
}

bool Oklab::isShowable() const {
    const Linear c = linear(*this);
    const auto fits = [](double x) { return x >= -1e-6 && x <= 1 + 1e-6; };
    return fits(c.r) && fits(c.g) && fits(c.b);
}

double Oklab::luminance() const {
    const Linear c = linear(*this);
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

double Oklab::distance(const Oklab& other) const {
    return std::hypot(l - other.l, std::hypot(a - other.a, b - other.b));
}

} // namespace zhuyi
