#pragma once

#include <QCoreApplication>
#include <QPoint>
#include <QString>

class QPainter;

namespace zhuyi {

struct HeatmapLayout;
struct MapDrawing;

/// The entropy of each row beside a heatmap, and the coverage of each source word below it.
class HeatmapStatistics {
    Q_DECLARE_TR_FUNCTIONS(HeatmapStatistics)
  public:
    static void paint(QPainter& painter, const MapDrawing& drawing, const HeatmapLayout& layout);
    /// What is meant at a point, with its value; empty where it lies on neither.
    static QString explanation(const MapDrawing& drawing, const HeatmapLayout& layout, const QPoint& point);
};

} // namespace zhuyi
