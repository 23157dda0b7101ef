#pragma once

#include "engine/session/Reports.h"

#include <QCoreApplication>
#include <QString>

namespace zhuyi {

/// Which of two models a map is of.
class ModelTitle {
    Q_DECLARE_TR_FUNCTIONS(ModelTitle)
  public:
    /// `run`: counted since the window opened; 0: the model was opened from a file.
    ModelTitle(const ModelSummary& model, int run);

    /// Such as "Run 2 · guided attention".
    QString text() const;
    /// The model in a few words, see ModelName.
    const QString& model() const { return model_; }

  private:
    int run_;
    QString file_; // its name, where it was opened
    QString model_;
    bool isGuided_;
};

} // namespace zhuyi
