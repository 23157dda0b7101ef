#pragma once

#include "ui/training/CurveInfo.h"
#include "ui/training/DrawnRun.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QStackedLayout;

namespace zhuyi {

class CurvePlot;
class CurvesBar;
class EmptyPage;
class EngineClient;
class Exporter;
class PassingNote;
class RunLegend;

/// The curves of all that is measured while a model trains, of the run at hand and of others over it, and the bar in
/// which the user chooses among them.
class TrainingCurves : public QWidget {
    Q_OBJECT
  public:
    explicit TrainingCurves(EngineClient* client, QWidget* parent = nullptr);

    const RunData& runAtHand() const { return *atHand_; }
    CurvePlot* plot() const { return plot_; }

  public Q_SLOTS:
    void setCompared(const std::vector<zhuyi::RunSeries>& runs);
    /// What the run has behind it that goes on next.
    void setEarlier(const zhuyi::RunSeries& earlier) { earlier_ = earlier; }
    /// The run of the model at hand, which was measured before.
    void showEarlier(const zhuyi::RunSeries& run);
    void markStep(std::optional<std::int64_t> step);
    void exportPicture();
    void exportNumbers();

  Q_SIGNALS:
    void stepChosen(std::int64_t step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void followBar();
    void begin(const TrainingStarted& event);
    void replace(const RunSeries& run);
    void showRun(bool isAnother);
    void addSteps(const std::vector<StepReport>& reports);
    void addValidation(const ValidationReport& report);
    void updateRuns();
    void updatePanels();
    void setSmoothing(int steps);
    void updateEmptyText();

    EngineClient* client_;
    QStackedLayout* pages_;
    EmptyPage* empty_;
    CurvesBar* bar_;
    CurvePlot* plot_;
    RunLegend* legend_;
    PassingNote* note_;
    Exporter* exporter_;
    QString exportRemark_; // about the numbers that are being written

    std::shared_ptr<RunData> atHand_ = std::make_shared<RunData>(), before_;
    RunSeries earlier_;
    bool hasBegun_ = false; // a run, since the program was started
    std::vector<std::shared_ptr<RunData>> compared_;
};

} // namespace zhuyi
