#pragma once

#include <QDialog>

namespace zhuyi {

class NumberBox;

/// Another learning rate for the run that is paused.
class LearningRateDialog : public QDialog {
    Q_OBJECT
  public:
    explicit LearningRateDialog(double present, QWidget* parent = nullptr);

    double learningRate() const;

  private:
    NumberBox* box_;
};

} // namespace zhuyi
