#pragma once

#include "ui/attention/MapDrawing.h"
#include "ui/attention/RibbonLayout.h"

#include <QImage>

#include <vector>

class QPainter;

namespace zhuyi {

/// Draws ribbons as they were laid out; what doesn't change from one frame to the next is kept.
class RibbonPainter {
  public:
    /// The drawing must outlive it.
    explicit RibbonPainter(const MapDrawing& drawing) : drawing_(drawing) {}

    /// The ribbons look, or lie, otherwise than before.
    void invalidate() { ribbons_ = {}; }
    /// `asPicture`: for a file, as curves and text and without what the pointer lights up.
    void paint(QPainter& painter, const RibbonLayout& layout, bool asPicture) const;

    static constexpr double leastShare = 0.004; // what is weaker cannot be seen

  private:
    struct Link {
        int row, column;
        double share; // of the full thickness; negative where the weight is less than before
        QColor colour;
        double alpha;
    };

    std::vector<Link> links(bool asPicture) const;
    QColor colour(int row, double share) const;
    QImage ribbonImage(const RibbonLayout& layout, double pixelRatio) const;
    void paintCurves(QPainter& painter, const RibbonLayout& layout) const;
    void paintGold(QPainter& painter, const RibbonLayout& layout, bool asPicture) const;
    void paintGrounds(QPainter& painter, const RibbonLayout& layout) const;
    void paintWords(QPainter& painter, const RibbonLayout& layout, const RibbonLayout::Line& line, bool above) const;

    const MapDrawing& drawing_;
    mutable QImage ribbons_; // of the layout's window; null when stale
};

} // namespace zhuyi
