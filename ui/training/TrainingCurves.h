#pragma once

#include "ui/training/CurveInfo.h"
#include "ui/training/DrawnRun.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QSlider;
class QStackedLayout;
class QToolButton;

namespace zhuyi {

class CurvePlot;
class EngineClient;
class Exporter;
class MenuButton;
class RunLegend;

/// The curves of all that is measured while a model trains, of the run at hand and of others over it, and what the user
/// chooses of them.
class TrainingCurves : public QWidget {
    Q_OBJECT
  public:
    explicit TrainingCurves(EngineClient* client, QWidget* parent = nullptr);

    const RunData& runAtHand() const { return *atHand_; }
    CurvePlot* plot() const { return plot_; }

  public Q_SLOTS:
    void setCompared(const std::vector<zhuyi::RunSeries>& runs);
    void markStep(std::optional<std::int64_t> step);
    void exportPicture();
    void exportNumbers();

  Q_SIGNALS:
    void stepChosen(std::int64_t step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void makeBar();
    void restoreBar();
    int smoothingSteps() const;
    void begin(const TrainingStarted& event);
    void addSteps(const std::vector<StepReport>& reports);
    void addValidation(const ValidationReport& report);
    void updateRuns();
    void updatePanels();
    void choosePanels();
    void setSmoothing(int position);
    void sayHowSmooth();
    void updateEmptyText();
    void retranslate();

    EngineClient* client_;
    QStackedLayout* pages_;
    QLabel* empty_;
    CurvePlot* plot_;
    RunLegend* legend_;
    MenuButton *curvesButton_, *axesButton_, *exportButton_;
    QToolButton* allButton_;
    QLabel *smoothingLabel_, *smoothingValue_, *note_;
    QSlider* smoothing_;
    std::vector<QAction*> panelActions_; // in the order of PanelInfo::all()
    QAction *detail_, *steps_, *epochs_, *seconds_, *logarithmic_, *logarithmicProgression_;
    QAction *pictureAction_, *numbersAction_;
    Exporter* exporter_;

    std::shared_ptr<RunData> atHand_ = std::make_shared<RunData>(), before_;
    std::vector<std::shared_ptr<RunData>> compared_;
    std::optional<std::set<PanelInfo::Id>> chosen_; // none: what is fitting
};

} // namespace zhuyi
