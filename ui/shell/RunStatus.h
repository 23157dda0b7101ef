#pragma once

#include "engine/session/Event.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QProgressBar;

namespace zhuyi {

class EngineClient;

/// The status bar: the corpus at hand, and how far the run is.
class RunStatus : public QWidget {
    Q_OBJECT
  public:
    explicit RunStatus(EngineClient* client, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    /// Room for the longest that each part says, so that nothing moves while numbers stream in.
    void fixWidths();
    QString phaseText() const; // what is done before the first step

    EngineClient* client_;
    QLabel* corpus_;
    QLabel* epoch_;
    QProgressBar* progress_;
    QLabel* speed_;
    QLabel* left_;
    StepReport last_;
    std::optional<Phase> phase_;
    bool training_ = false;
    bool hasRun_ = false; // since the model at hand was opened; last_ is of that run
};

} // namespace zhuyi
