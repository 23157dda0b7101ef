#pragma once

#include "ui/attention/DrawnMap.h"
#include "ui/attention/MapColours.h"
#include "ui/attention/MapStyle.h"

#include <QPalette>

namespace zhuyi {

/// All that a picture of a map is drawn from, as values: a copy can be drawn on another thread.
struct MapDrawing {
    DrawnMap map;
    MapStyle style;
    MapColours colours;
    QPalette palette;
    int pointedRow = -1, pointedColumn = -1; // what the pointer lights up; −1 for none

    /// What the full colour stands for.
    double fullColour() const {
        return (style.scaledToLargest || map.isDifference()) && map.largest() > 0 ? map.largest() : 1;
    }
    double share(int row, int column) const { return map.value(row, column) / fullColour(); }
    QColor paper() const { return palette.color(QPalette::Base); }
    QColor ink() const { return palette.color(QPalette::Text); }
    QColor faintInk() const { return mixed(ink(), paper(), 0.45); }
    QColor lineColour() const { return mixed(paper(), ink(), 0.13); }

    static QColor mixed(const QColor& a, const QColor& b, double share) {
        const auto mix = [share](int x, int y) { return qRound(x + (y - x) * share); };
        return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
    }
};

} // namespace zhuyi
