#pragma once

#include "engine/session/Reports.h"

#include <QWidget>

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

    EngineClient* client_;
    QLabel* corpus_;
    QLabel* epoch_;
    QProgressBar* progress_;
    QLabel* speed_;
    QLabel* left_;
    StepReport last_;
    bool training_ = false;
    bool hasRun_ = false; // since the model at hand was opened; last_ is of that run
};

} // namespace zhuyi
