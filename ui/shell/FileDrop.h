#pragma once

#include <QObject>

class QDropEvent;

namespace zhuyi {

/// Takes one file dropped on a window, wherever on it: an edit would take the file as text.
class FileDrop : public QObject {
    Q_OBJECT
  public:
    explicit FileDrop(QWidget* window);

    /// Watches the edits that the window has by now.
    void watchEdits();

  Q_SIGNALS:
    void dropped(const QString& path);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* window_;
};

} // namespace zhuyi
