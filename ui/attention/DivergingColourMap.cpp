#include "ui/attention/DivergingColourMap.h"

#include "ui/attention/Oklab.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

constexpr double lessHue = 255, moreHue = 50; // degrees

/// From the paper to the end of an arm; `t` is lightness, not yet the value.
Oklab along(double hue, bool dark, double t) {
    const double from = dark ? 0.24 : 0.985, to = dark ? 0.84 : 0.42;
    return Oklab::ofHue(from + (to - from) * t, 0.16 * std::pow(t, 0.8), hue);
}

/// Equal steps of colour, `steps` + 1 of them.
std::vector<Oklab> arm(double hue, bool dark, int steps) {
    constexpr int fine = 2048;
    std::vector<Oklab> path(fine + 1);
    std::vector<double> length(fine + 1, 0);
    for (int i = 0; i <= fine; ++i) {
        path[i] = along(hue, dark, static_cast<double>(i) / fine);
        if (i > 0)
            length[i] = length[i - 1] + path[i].distance(path[i - 1]);
    }
    std::vector<Oklab> colours;
    for (int i = 0, at = 0; i <= steps; ++i) {
        const double target = length[fine] * i / steps;
        while (at < fine && length[at] < target)
            ++at;
        colours.push_back(path[at]);
    }
    return colours;
}

} // namespace

DivergingColourMap::DivergingColourMap(bool dark) {
    static std::mutex mutex; // computed once for all views, as those of weights are
    static std::map<bool, std::pair<decltype(table_), decltype(whiteInk_)>> computed;
    const std::lock_guard<std::mutex> lock(mutex);
    const auto [at, isNew] = computed.try_emplace(dark);
    for (const bool more : {false, true}) {
        if (!isNew)
            break;
        const std::vector<Oklab> colours = arm(more ? moreHue : lessHue, dark, steps);
        for (int i = 0; i <= steps; ++i) {
            const auto place = static_cast<std::size_t>(more ? steps + i : steps - i);
            at->second.first[place] = colours[i].rgb();
            // Relative luminance at which black and white contrast equally (WCAG 2).
            at->second.second[place] = colours[i].luminance() < 0.179;
        }
    }
    std::tie(table_, whiteInk_) = at->second;
}

std::size_t DivergingColourMap::index(double value) {
    if (std::isnan(value))
        value = 0;
    return static_cast<std::size_t>(steps + std::lround(std::clamp(value, -1.0, 1.0) * steps));
}

QRgb DivergingColourMap::colour(double value) const {
    return table_[index(value)];
}

QColor DivergingColourMap::ink(double value) const {
    return whiteInk_[index(value)] ? Qt::white : Qt::black;
}

} // namespace zhuyi
