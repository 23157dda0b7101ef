#pragma once

#include <QRect>
#include <QSize>
#include <QString>

#include <vector>

namespace zhuyi {

struct MapDrawing;

/// Where everything of a picture of ribbons stands, in pixels of the surface painted on: source words in a line above,
/// target words in a line below, ribbons between them.
struct RibbonLayout {
    static constexpr int margin = 8;
    static constexpr int gap = 4; // between words and ribbons
    static constexpr int footerHeight = 24;

    struct Line {
        std::vector<double> centres; // of the words, before scrolling
        std::vector<double> widths;  // of their places
        int font = 0;                // pixels
        bool turned = false;         // where the words are too many to lie flat
        QRect band;                  // in which they stand
        bool chinese = false;
    };

    QSize surface;
    Line source, target;
    QRect window; // of the ribbons in sight
    QRect footer;
    double contentWidth = 0;
    double thickness = 0; // of a weight of 1
    int scrollX = 0;

    /// Zoom 1 makes it as wide as the surface, or as wide as the words need.
    static RibbonLayout fit(const MapDrawing& drawing, const QSize& surface, double zoom);
    /// The same with everything in sight, for a picture; `footerWords`: how wide the words below it are.
    RibbonLayout whole(const MapDrawing& drawing, int footerWords) const;

    bool isEmpty() const { return source.centres.empty() || target.centres.empty(); }
    double sourceX(int column) const { return source.centres[static_cast<std::size_t>(column)] - scrollX; }
    double targetX(int row) const { return target.centres[static_cast<std::size_t>(row)] - scrollX; }
    /// The place of a word of a line, on the surface.
    QRectF place(const Line& line, int word) const;
    /// The word of a line at this x; −1 for none.
    int wordAt(const Line& line, double x) const;

    /// How far a ribbon has come from its source to its target word at a height from 0 (top) to 1: the curve of Bézier
    /// whose handles stand upright a third of the height from either end.
    static double course(double t) { return t * t * (3 - 2 * t); }
    double ribbonX(int row, int column, double t) const {
        return sourceX(column) + (targetX(row) - sourceX(column)) * course(t);
    }
};

} // namespace zhuyi
