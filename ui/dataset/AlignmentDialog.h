#pragma once

#include "ui/shell/FileDialog.h"

class QCheckBox;

namespace zhuyi {

/// Asks for a file of true alignments, and whether it counts words from 0 or from 1.
class AlignmentDialog : public FileDialog {
    Q_OBJECT
  public:
    AlignmentDialog(const QString& corpusName, const QString& folder, QWidget* parent);

  Q_SIGNALS:
    void alignmentsChosen(const QString& path, bool oneBased);

  private:
    QCheckBox* oneBased_;
    bool answered_ = false; // by hand; else the file is looked at
};

} // namespace zhuyi
