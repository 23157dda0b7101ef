#pragma once

#include <QString>

#include <optional>
#include <vector>

class QCPAxisRect;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;

namespace zhuyi {

struct CurveStyle;

/// A line at one step through all the curves, with a mark on each and their values written beside it.
class Crosshair {
  public:
    explicit Crosshair(QCustomPlot* plot);

    /// A mark that sits where a curve has a value.
    struct Mark {
        QCPItemTracer* item;
        std::optional<std::pair<double, double>> place; // step and value; none: nothing to mark
    };
    QCPItemTracer* addMark(QCPAxisRect* rect);
    /// A line through this rectangle too.
    void addLine(QCPAxisRect* rect);

    void show(double step, const std::vector<Mark>& marks, const QString& text);
    void hide();
    void apply(const CurveStyle& style);

  private:
    QCustomPlot* plot_;
    std::vector<QCPItemStraightLine*> lines_;
    std::vector<QCPItemTracer*> marks_;
    QCPItemText* text_;
};

} // namespace zhuyi
