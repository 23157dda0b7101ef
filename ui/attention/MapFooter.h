#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace zhuyi {

struct MapDrawing;

/// What stands below every picture of attention, and over or in place of it.
class MapFooter {
  public:
    /// The colour scale, at the right, and words, at the left. `asPicture`: for a file, where nothing is pointed at,
    /// the words say what the gold outlines amount to.
    static void paint(QPainter& painter, const MapDrawing& drawing, const QRect& footer, bool asPicture);
    /// How wide the words of a picture are.
    static int wordsOfPicture(const MapDrawing& drawing);
    /// `text` in the middle of `rect`, on a ground of its own where there is a picture behind it.
    static void paintCaption(QPainter& painter, const MapDrawing& drawing, const QString& text, const QRect& rect,
                             const QSize& surface);
};

} // namespace zhuyi
