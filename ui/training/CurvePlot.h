#pragma once

#include "ui/training/CurveInfo.h"
#include "ui/training/DrawnRun.h"

#include <qcustomplot.h>

#include <QElapsedTimer>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace zhuyi {

class Crosshair;
class CurveMarks;
class CurvePanel;
class EpochTicker;

/// The curves of runs in panels one above the other that share the axis of progress. It follows what comes until the
/// user zooms or moves an axis, and then stays as it is.
class CurvePlot : public QCustomPlot {
    Q_OBJECT
  public:
    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// The runs to draw; the first is the one at hand.
    void setRuns(std::vector<DrawnRun> runs);
    void setRunVisible(std::size_t run, bool visible);
    const std::vector<DrawnRun>& runs() const { return runs_; }
    /// The run at hand has grown: draws what has changed soon, at most 30 times a second.
    void refreshSoon();
    /// The runs have changed in themselves: draws everything anew, as soon.
    void redrawSoon();

    /// From top to bottom.
    void setShownPanels(const std::vector<PanelInfo::Id>& panels);
    const std::vector<PanelInfo::Id>& shownPanels() const { return shown_; }
    const CurvePanel& panel(PanelInfo::Id id) const;
    void setDetailed(bool detailed);
    void setProgression(Progression progression);
    Progression progression() const { return progression_; }
    void setLogarithmic(bool logarithmic); // of the measures where a ratio means something
    void setLogarithmicProgression(bool logarithmic);
    QCPAxis* progressAxis() const; // of the lowest panel

    bool isFollowing() const { return following_; } // the axes show all that is there
    void showAll();

    void setCrosshair(std::optional<double> step);
    QString readout() const; // beside the crosshair; empty while there is none
    void markStep(std::optional<std::int64_t> step);
    QString markedText() const;

    void retranslate();

  Q_SIGNALS:
    void stepChosen(std::int64_t step);
    void followingChanged(bool following);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    const DrawnRun& runAtHand() const { return runs_.front(); }
    CurvePanel* panelAt(const QPoint& position) const; // inside of its axes
    void restyle();
    void arrangePanels();
    void refresh();
    enum class Fit { Exactly, WhereNeeded };
    void fit(Fit how);
    QCPRange progressToShow(Fit how) const;
    void setProgress(const QCPRange& range);
    void rangeMoved();
    void bound();
    void sample();
    std::vector<int> labelHeights() const;
    void shareHeight();
    std::vector<double> pixelEdges() const;
    bool standsAsDrawn() const;
    void drawRunAtHand();
    void updateEpochs();
    void updateCrosshair();
    void scaleValues(double factor);
    void moveValues(double share);
    void choose(double step);
    double last() const;

    std::vector<DrawnRun> runs_;
    std::vector<std::unique_ptr<CurvePanel>> panels_; // in the order of PanelInfo::all()
    std::vector<PanelInfo::Id> shown_;
    QSharedPointer<EpochTicker> epochTicker_;
    std::unique_ptr<Crosshair> crosshair_;
    std::unique_ptr<CurveMarks> marks_;
    Progression progression_ = Progression::Steps;
    bool logarithmicProgression_ = false;
    bool following_ = true, fitting_ = false;
    bool stale_ = true; // more has changed since all was drawn than the run at hand
    /// What the other runs were drawn with.
    std::vector<QCPRange> drawnRanges_;
    std::vector<std::pair<double, std::int64_t>> drawnEpochs_;
    std::vector<int> sharedLabelHeights_; // with which the height was shared last
    std::optional<double> pointed_;       // a step
    QPoint pressedAt_;
    bool isPressed_ = false;
    QTimer refreshTimer_;
    QElapsedTimer sinceRefresh_;
    double frameTime_ = 0; // milliseconds that drawing took last
};

} // namespace zhuyi
