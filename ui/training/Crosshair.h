#pragma once

#include "ui/training/DrawnRun.h"

#include <QString>

#include <memory>
#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;

namespace zhuyi {

class CurvePanel;
struct CurveStyle;

/// A line at one step through all panels, with a mark on each curve of the run at hand, and in each panel the values of
/// all runs beside it.
class Crosshair {
  public:
    Crosshair(QCustomPlot* plot, const std::vector<std::unique_ptr<CurvePanel>>& panels);

    /// The header stands above the values of the uppermost panel.
    void show(double place, double step, const std::vector<DrawnRun>& runs, Progression progression,
              const QString& header);
    void hide();
    QString text() const { return text_; } // all that is written; empty while hidden
    void apply(const CurveStyle& style);

  private:
    struct Part {
        const CurvePanel* panel;
        QCPItemStraightLine* line;
        QCPItemText* text;
        std::vector<QCPItemTracer*> marks; // one a curve
    };
    std::vector<Part> parts_;
    QString text_;
};

} // namespace zhuyi
