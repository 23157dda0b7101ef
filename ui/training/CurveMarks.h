#pragma once

#include "ui/training/DrawnRun.h"

#include <QColor>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;

namespace zhuyi {

class CurvePanel;
struct CurveStyle;

/// Moments of the run at hand, as lines through all panels: where its learning rate was changed, and the one that the
/// attention's timeline shows, with the loss there.
class CurveMarks {
  public:
    CurveMarks(QCustomPlot* plot, const std::vector<std::unique_ptr<CurvePanel>>& panels);

    void setMoment(std::optional<std::int64_t> step) { moment_ = step; }
    std::optional<std::int64_t> moment() const { return moment_; }
    QString momentText() const;

    /// Places everything anew, after the run, the axes or the panels changed.
    void update(const DrawnRun& run, Progression progression);
    void updateMoment(const DrawnRun& run, Progression progression);
    void apply(const CurveStyle& style, const QColor& highlight);

  private:
    struct RateChange {
        std::vector<QCPItemStraightLine*> lines; // one a panel
        QCPItemText* text;
    };
    QCPItemStraightLine* addLine(const CurvePanel& panel, const char* layer);
    void stand(QCPItemStraightLine* line, const CurvePanel& panel, double place) const;
    void style(RateChange& change) const;

    QCustomPlot* plot_;
    const std::vector<std::unique_ptr<CurvePanel>>& panels_;
    std::vector<RateChange> changes_;
    std::vector<QCPItemStraightLine*> momentLines_;
    QCPItemTracer* momentDot_;
    QCPItemText* momentText_;
    std::optional<std::int64_t> moment_;
    std::unique_ptr<CurveStyle> style_;
};

} // namespace zhuyi
