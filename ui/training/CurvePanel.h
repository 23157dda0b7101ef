#pragma once

#include "ui/training/CurveInfo.h"
#include "ui/training/DrawnRun.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

class QCPAxis;
class QCPAxisRect;
class QCPGraph;
class QCPItemText;
class QCPLayoutInset;
class QCPLegend;
class QCPMarginGroup;
class QCPRange;
class QCustomPlot;

namespace zhuyi {

struct CurveStyle;

/// One panel of the plot: the curves of a few measures of all runs, over an axis that it shares with the other panels.
class CurvePanel {
  public:
    CurvePanel(QCustomPlot* plot, const PanelInfo& info, QCPMarginGroup* margins);

    const PanelInfo& info() const { return info_; }
    QCPAxisRect* axisRect() const { return rect_; }
    /// The row above it with the legend, where it hides no curve.
    QCPLayoutInset* header() const { return header_; }
    QCPAxis* x() const;
    QCPAxis* y() const;
    QCPLegend* legend() const { return legend_; }
    /// The graph of a curve of a run, both by their place in the lists; nullptr where there is none.
    QCPGraph* graph(std::size_t run, std::size_t curve) const;
    QCPGraph* best(std::size_t run) const; // the mark of its lowest dev loss, in the panel of the losses
    const QCPItemText* bestText() const { return bestText_; }

    void setRuns(const std::vector<DrawnRun>& runs, const CurveStyle& style);
    void setVisible(const std::vector<DrawnRun>& runs);
    void setDetailed(bool detailed) { detailed_ = detailed; }
    void setShown(bool shown);
    bool isShown() const { return shown_; }
    bool hasData(const std::vector<DrawnRun>& runs) const;
    void setLogarithmic(bool logarithmic);

    /// Takes from the runs what is to be drawn between these borders of pixels.
    void draw(const std::vector<DrawnRun>& runs, Progression progression, const std::vector<double>& edges);
    void drawFirst(const std::vector<DrawnRun>& runs, Progression progression, const std::vector<double>& edges);
    /// Makes the axis span what is measured; unless exactly, only where that has left it or is far less than it.
    void fit(const std::vector<DrawnRun>& runs, bool exactly);
    /// Keeps the axis near what is measured.
    void bound();
    /// Fits labels and legend into the room that there is.
    void arrange();

    /// The values at a step, a line for each run.
    QString readout(const std::vector<DrawnRun>& runs, double step) const;
    /// The point of a curve that is nearest to a step: its place and its value.
    std::optional<std::pair<double, double>> pointAt(const CurveInfo& curve, const DrawnRun& run, double step,
                                                     Progression progression) const;

    void apply(const CurveStyle& style);
    void retranslate();

  private:
    struct Curves {
        std::vector<QCPGraph*> graphs; // one a curve
        QCPGraph* best = nullptr;      // of the loss
    };
    bool isDrawn(const CurveInfo& curve, const DrawnRun& run, std::size_t runsVisible) const;
    void restyle(const std::vector<DrawnRun>& runs, const CurveStyle& style);
    void draw(const DrawnRun& run, Curves& curves, Progression progression, const std::vector<double>& edges);
    void drawBest(const DrawnRun& run, Curves& curves, Progression progression);
    void placeBestText(const std::vector<DrawnRun>& runs);
    /// The uppermost pixel that a curve has between these two across; infinite where there is none.
    double uppermost(double left, double right) const;

    QCustomPlot* plot_;
    const PanelInfo& info_;
    QCPAxisRect* rect_;
    QCPLayoutInset* header_;
    QCPLegend* legend_;
    QCPItemText* bestText_ = nullptr;
    std::vector<Curves> curves_;       // one a run
    double least_ = 0, greatest_ = -1; // measured, as fitted last
    bool shown_ = false, detailed_ = false, logarithmic_ = false;
};

} // namespace zhuyi
