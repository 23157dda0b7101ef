#pragma once

#include "engine/session/Reports.h"

#include <QString>

#include <cstdint>
#include <optional>

class QCPAxisRect;
class QCPGraph;
class QCPLegend;
class QCPMarginGroup;
class QCustomPlot;

namespace zhuyi {

struct CurveStyle;

/// The alignment error rate of each validation beneath the losses, over the same steps, with precision and recall on
/// request. It takes no place until there is a value. The curve of the run before stays as a thin line.
class AlignmentCurves {
  public:
    explicit AlignmentCurves(QCustomPlot* plot);

    void add(std::int64_t step, const AlignmentScore& score);
    void cutAfter(double step);
    /// What there is becomes the run before.
    void beginRun();
    bool isEmpty() const;
    bool isShown() const { return shown_; }
    void setDetailed(bool detailed); // precision and recall too
    bool isDetailed() const { return detailed_; }

    struct Reading {
        double step = 0;
        AlignmentScore score;
    };
    /// The validation nearest to a step.
    std::optional<Reading> at(double step) const;
    /// The one at exactly this step.
    std::optional<AlignmentScore> exactly(double step) const;

    QCPAxisRect* axisRect() const { return rect_; }
    static QString explanation();

    void apply(const CurveStyle& style);
    void retranslate();

  private:
    void updateShown();

    QCustomPlot* plot_;
    QCPAxisRect* rect_;
    QCPMarginGroup* margins_;
    QCPGraph *error_, *precision_, *recall_, *before_;
    QCPLegend* legend_;
    bool shown_ = false, detailed_ = false;
};

} // namespace zhuyi
