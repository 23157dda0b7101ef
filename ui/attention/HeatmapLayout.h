#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <QString>

namespace zhuyi {

class DrawnMap;
struct MapDrawing;

/// Where everything of a heatmap stands, in pixels of the surface painted on.
struct HeatmapLayout {
    enum class ColumnLabels { Flat, Stacked, Turned };

    static constexpr int margin = 8;
    static constexpr int gap = 6; // between labels and cells
    static constexpr int footerHeight = 24;
    static constexpr int entropyWidth = 58, coverageHeight = 44; // of the statistics, with the gap before them

    QSize surface;
    double cellWidth = 0, cellHeight = 0;
    QPoint origin; // of the first cell, before scrolling
    QRect window;  // in which cells are seen
    QRect footer;
    int base = 0;                        // pixels, the largest that a font is
    int rowFont = 0, columnFont = 0;     // pixels
    int rowStride = 1, columnStride = 1; // of labels, where the cells are too small for each to have one
    int rowLabelWidth = 0, columnLabelHeight = 0;
    ColumnLabels columnLabels = ColumnLabels::Flat;
    bool statistics = false; // room for them is left, beside and below the cells
    int scrollX = 0, scrollY = 0;

    /// Zoom 1 makes the cells as large as the surface lets them be.
    static HeatmapLayout fit(const MapDrawing& drawing, const QSize& surface, double zoom);
    /// The same with all cells in sight, for a picture; `footerWords`: how wide the words below it are.
    HeatmapLayout whole(const MapDrawing& drawing, int footerWords) const;
    /// Whether the statistics are wanted, there are any, and there is room for them.
    static bool showsStatistics(const MapDrawing& drawing, const QSize& surface);

    /// How many times larger than usual words and cells may be where the surface is large; 1 in a window of usual size.
    static double roominess(const QSize& surface);

    /// Whether a label's characters can stand one below the other.
    static bool stacks(const QString& label);
    static int stackPitch(int fontPixels) { return fontPixels + 1; } // of characters one below the other

    int x(int column) const { return origin.x() - scrollX + qRound(column * cellWidth); }
    int y(int row) const { return origin.y() - scrollY + qRound(row * cellHeight); }
    QRect cell(int row, int column) const {
        return {QPoint(x(column), y(row)), QPoint(x(column + 1) - 1, y(row + 1) - 1)};
    }
    QSize cells(const DrawnMap& map) const;
    /// The width of the line between two cells.
    int line() const;
    /// The row at a point of the cells, their labels or their entropies; −1 for none.
    int rowAt(const QPoint& point, int rows) const;
    int columnAt(const QPoint& point, int columns) const;
    /// Of all rows, and of all columns; empty where there are none.
    QRect entropies() const;
    QRect coverages() const;
};

} // namespace zhuyi
