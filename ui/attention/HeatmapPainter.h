#pragma once

#include "ui/attention/HeatmapLayout.h"
#include "ui/attention/MapDrawing.h"

#include <QImage>
#include <QStaticText>

#include <vector>

class QPainter;

namespace zhuyi {

/// Draws a heatmap as it was laid out. What doesn't change from one frame to the next is kept.
class HeatmapPainter {
  public:
    /// The drawing must outlive it.
    explicit HeatmapPainter(const MapDrawing& drawing) : drawing_(drawing) {}

    /// The cells look, or lie, otherwise than before.
    void invalidate() { cells_ = {}; }
    /// `asPicture`: for a file, as rectangles and text and without what the pointer lights up.
    void paint(QPainter& painter, const HeatmapLayout& layout, bool asPicture) const;

  private:
    QImage cellImage(const HeatmapLayout& layout, double pixelRatio) const;
    void paintCells(QPainter& painter, const HeatmapLayout& layout, bool asPicture) const;
    void paintValues(QPainter& painter, const HeatmapLayout& layout) const;
    const QStaticText& valueText(double weight) const;
    void prepareValueTexts(const QFont& font, bool whole) const;
    void paintGold(QPainter& painter, const HeatmapLayout& layout) const;
    void paintLabels(QPainter& painter, const HeatmapLayout& layout) const;
    void paintColumnLabel(QPainter& painter, const HeatmapLayout& layout, int column) const;
    void paintPointed(QPainter& painter, const HeatmapLayout& layout) const;
    void paintAttended(QPainter& painter, const HeatmapLayout& layout) const;

    const MapDrawing& drawing_;
    mutable QImage cells_;                        // of the layout's window; null when stale
    mutable std::vector<QStaticText> valueTexts_; // of hundredths, from −1 to 1
    mutable int valuePixels_ = 0;
    mutable bool valuesWhole_ = true;
};

} // namespace zhuyi
