#include "ui/attention/ColourMap.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

/// Lightness 0–1, and the two opponent axes, of Oklab.
struct Lab {
    double l, a, b;
};

struct Linear {
    double r, g, b;
};

double cube(double x) {
    return x * x * x;
}

// The matrices of https://bottosson.github.io/posts/oklab/
Linear linear(const Lab& c) {
    const double l = cube(c.l + 0.3963377774 * c.a + 0.2158037573 * c.b);
    const double m = cube(c.l - 0.1055613458 * c.a - 0.0638541728 * c.b);
    const double s = cube(c.l - 0.0894841775 * c.a - 1.2914855480 * c.b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool inGamut(const Linear& c) {
    const auto fits = [](double x) { return x >= -1e-6 && x <= 1 + 1e-6; };
    return fits(c.r) && fits(c.g) && fits(c.b);
}

int byteOf(double x) {
    x = std::clamp(x, 0.0, 1.0);
    const double encoded = x <= 0.0031308 ? 12.92 * x : 1.055 * std::pow(x, 1 / 2.4) - 0.055; // sRGB
    return static_cast<int>(std::lround(255 * encoded));
}

double distance(const Lab& x, const Lab& y) {
    return std::hypot(x.l - y.l, std::hypot(x.a - y.a, x.b - y.b));
}

/// A way through Oklab by lightness, chroma and hue (degrees), from the colour of 0 to the colour of 1.
struct Way {
    double lightness0, lightness1, chroma, hue0, hue1;
};

Way way(ColourMap::Scale scale, bool dark) {
    switch (scale) {
    case ColourMap::Scale::Ocean:
        return dark ? Way{0.24, 0.95, 0.15, 275, 165} : Way{0.985, 0.30, 0.15, 190, 272};
    case ColourMap::Scale::Ember:
        return dark ? Way{0.24, 0.95, 0.17, -50, 100} : Way{0.985, 0.33, 0.17, 95, -15};
    case ColourMap::Scale::Forest:
        return dark ? Way{0.24, 0.95, 0.16, 170, 118} : Way{0.985, 0.33, 0.15, 118, 162};
    case ColourMap::Scale::Grey:
        break;
    }
    return dark ? Way{0.24, 0.97, 0, 0, 0} : Way{0.985, 0.20, 0, 0, 0};
}

Lab along(const Way& w, double t) {
    const double hue = (w.hue0 + (w.hue1 - w.hue0) * t) * 3.14159265358979 / 180;
    const double lightness = w.lightness0 + (w.lightness1 - w.lightness0) * t;
    const auto colour = [&](double chroma) { return Lab{lightness, chroma * std::cos(hue), chroma * std::sin(hue)}; };
    // Hardly any chroma at 0, which is to look like paper; and no more than a screen can show.
    double chroma = w.chroma * std::pow(std::sin(3.14159265358979 * (0.01 + 0.83 * t)), 0.9);
    if (!inGamut(linear(colour(chroma)))) {
        double inside = 0;
        for (int i = 0; i < 30; ++i) {
            const double middle = (inside + chroma) / 2;
            (inGamut(linear(colour(middle))) ? inside : chroma) = middle;
        }
        chroma = inside;
    }
    return colour(chroma);
}

} // namespace

ColourMap::ColourMap(Scale scale, bool dark) {
    // Computed once for all views: it takes longer than all else that a view needs to appear.
    static std::mutex mutex;
    static std::map<std::pair<Scale, bool>, std::pair<decltype(table_), decltype(whiteInk_)>> computed;
    const std::lock_guard<std::mutex> lock(mutex);
    const auto [place, isNew] = computed.try_emplace({scale, dark});
    if (isNew) {
        const Way w = way(scale, dark);
        constexpr int fine = 2048;
        std::vector<Lab> path(fine + 1);
        std::vector<double> length(fine + 1, 0);
        for (int i = 0; i <= fine; ++i) {
            path[i] = along(w, static_cast<double>(i) / fine);
            if (i > 0)
                length[i] = length[i - 1] + distance(path[i], path[i - 1]);
        }
        // Walk the way at constant speed.
        for (int i = 0, at = 0; i <= steps; ++i) {
            const double target = length[fine] * i / steps;
            while (at < fine && length[at] < target)
                ++at;
            const Linear c = linear(path[at]);
            place->second.first[i] = qRgb(byteOf(c.r), byteOf(c.g), byteOf(c.b));
            // Relative luminance at which black and white contrast equally (WCAG 2).
            place->second.second[i] = 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b < 0.179;
        }
    }
    std::tie(table_, whiteInk_) = place->second;
}

std::size_t ColourMap::index(double value) {
    if (!(value > 0)) // NaN too
        return 0;
    return static_cast<std::size_t>(std::lround(std::min(value, 1.0) * steps));
}

QRgb ColourMap::colour(double value) const {
    return table_[index(value)];
}

QColor ColourMap::ink(double value) const {
    return whiteInk_[index(value)] ? Qt::white : Qt::black;
}

const QList<ColourMap::Scale>& ColourMap::scales() {
    static const QList<Scale> all = {Scale::Ocean, Scale::Ember, Scale::Forest, Scale::Grey};
    return all;
}

QString ColourMap::name(Scale scale) {
    switch (scale) {
    case Scale::Ocean:
        return QCoreApplication::translate("ColourMap", "Ocean");
    case Scale::Ember:
        return QCoreApplication::translate("ColourMap", "Ember");
    case Scale::Forest:
        return QCoreApplication::translate("ColourMap", "Forest");
    case Scale::Grey:
        break;
    }
    return QCoreApplication::translate("ColourMap", "Grey");
}

} // namespace zhuyi
