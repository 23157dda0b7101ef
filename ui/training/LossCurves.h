#pragma once

#include "engine/session/Event.h"
#include "ui/training/RunSeries.h"

#include <QElapsedTimer>
#include <QSharedPointer>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;
class QCheckBox;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace zhuyi {

class AlignmentCurves;
class Crosshair;
class EngineClient;
class EpochTicker;
class Exporter;

/// The training loss of each step, and the dev loss and the alignment error rate of each validation, as they come.
class LossCurves : public QWidget {
    Q_OBJECT
  public:
    explicit LossCurves(EngineClient* client, QWidget* parent = nullptr);
    ~LossCurves() override;

    /// What is known at a step: the training step nearest to it and the validation nearest to it.
    struct Reading {
        std::int64_t step = 0;
        double trainLoss = 0, smoothed = 0;
        std::int64_t devStep = 0; // 0: not validated yet
        double devLoss = 0, perplexity = 0;
        std::optional<AlignmentScore> alignment;
    };
    std::optional<Reading> readingAt(double step) const;
    QString readout() const; // beside the crosshair; empty while there is none

    bool isFollowing() const { return following_; } // the axes show all that is there
    QCustomPlot* plot() const { return plot_; }
    const RunSeries& runAtHand() const { return run_; }

  public Q_SLOTS:
    void setLogarithmic(bool logarithmic);
    void setCompared(std::vector<zhuyi::RunSeries> runs) { compared_ = std::move(runs); }
    void markStep(std::optional<std::int64_t> step);
    void showAll();
    void exportPicture();
    void exportNumbers();

  Q_SIGNALS:
    void stepChosen(std::int64_t step);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void begin(const TrainingStarted& event);
    void addSteps(const std::vector<StepReport>& reports);
    void addValidation(const ValidationReport& report);
    void cutAfter(std::int64_t step);
    void widen(double loss, bool aboveToo);
    void refreshSoon();
    void refresh();
    void fit();
    void boundRange();
    std::optional<Reading> readingAtCrosshair() const;
    void setCrosshair(std::optional<double> step);
    void updateCrosshair();
    void zoomBy(double factor);
    void retranslate();
    void restyle();
    void updateEmptyText();
    void markBest();

    EngineClient* client_;
    QStackedLayout* pages_;
    QLabel* empty_;
    QCustomPlot* plot_;
    QCheckBox *logBox_, *detailBox_;
    QToolButton *allButton_, *exportButton_;
    QAction *pictureAction_, *numbersAction_;
    QLabel* note_;
    QCPGraph *raw_, *smoothed_, *dev_, *best_;
    QCPItemText* bestText_;
    std::unique_ptr<Crosshair> crosshair_;
    std::unique_ptr<AlignmentCurves> alignment_;
    QCPItemTracer *trainMark_, *devMark_, *errorMark_;
    QSharedPointer<EpochTicker> epochTicker_;
    Exporter* exporter_;
    QTimer refreshTimer_;
    QElapsedTimer sinceRefresh_;

    RunSeries run_;
    std::vector<RunSeries> compared_;
    QCPItemStraightLine* timeline_;
    QPoint pressedAt_;
    bool following_ = true, fitting_ = false;
    std::optional<double> pointed_; // a step
    std::int64_t epoch_ = 0;
    double smoothedSum_ = 0, smoothedWeight_ = 0; // of the exponential mean
    double least_ = 0, greatest_ = 0;             // of what the loss axis must show
};

} // namespace zhuyi
