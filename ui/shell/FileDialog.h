#pragma once

#include <QFileDialog>

namespace zhuyi {

/// Qt's own file dialog, which tests can drive and which looks the same on every desktop. Deletes itself once closed.
class FileDialog : public QFileDialog {
    Q_OBJECT
  public:
    FileDialog(const QString& title, QWidget* parent);

  protected:
    void accept() override;
};

} // namespace zhuyi
