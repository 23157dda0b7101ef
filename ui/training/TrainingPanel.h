#pragma once

#include "ui/training/RunSeries.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QTabWidget;

namespace zhuyi {

class EngineClient;
class LengthPanel;
class SamplesPanel;
class TrainingCurves;

/// What is seen of training: the curves of all that is measured, a few sentences at each validation, and how well long
/// sentences are translated.
class TrainingPanel : public QWidget {
    Q_OBJECT
  public:
    explicit TrainingPanel(EngineClient* client, QWidget* parent = nullptr);

    TrainingCurves* curves() const { return curves_; }

  public Q_SLOTS:
    /// Draws these runs over the one at hand, in place of those drawn before.
    void setCompared(const std::vector<zhuyi::RunSeries>& runs);
    /// What the run has behind it that goes on next.
    void setEarlier(const zhuyi::RunSeries& earlier);
    /// The run of the model at hand, which was measured before.
    void showEarlier(const zhuyi::RunSeries& run);
    /// Marks a moment of the run in the curves, with the loss there; none: no mark.
    void markStep(std::optional<std::int64_t> step);
    // Of the curves, whichever tab is in sight.
    void exportPicture();
    void exportNumbers();

  Q_SIGNALS:
    /// The user pointed at this moment in the curves.
    void stepChosen(std::int64_t step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    TrainingCurves* curves_;
    SamplesPanel* samples_;
    LengthPanel* lengths_;
    QTabWidget* tabs_;
};

} // namespace zhuyi
