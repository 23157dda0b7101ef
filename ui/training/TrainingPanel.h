#pragma once

#include "ui/training/RunSeries.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace zhuyi {

class EngineClient;
class LossCurves;

/// What is seen of training: the curves of all that is measured.
class TrainingPanel : public QWidget {
    Q_OBJECT
  public:
    explicit TrainingPanel(EngineClient* client, QWidget* parent = nullptr);

    /// The run under way or the last one, as measured so far.
    RunSeries runAtHand() const;
    LossCurves* curves() const { return curves_; }

  public Q_SLOTS:
    /// Draws these runs over the one at hand, in place of those drawn before.
    void setCompared(std::vector<zhuyi::RunSeries> runs);
    /// Marks a moment of the run in the curves, with the loss there; none: no mark.
    void markStep(std::optional<std::int64_t> step);
    void exportPicture();
    void exportNumbers();

  Q_SIGNALS:
    /// The user pointed at this moment in the curves.
    void stepChosen(std::int64_t step);

  private:
    LossCurves* curves_;
};

} // namespace zhuyi
