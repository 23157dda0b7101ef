#pragma once

#include <QLabel>
#include <QTimer>

namespace zhuyi {

/// A sentence below a panel that goes after a while, such as where something was written.
class PassingNote : public QLabel {
    Q_OBJECT
  public:
    explicit PassingNote(QWidget* parent = nullptr);
    void say(const QString& sentence);

  private:
    QTimer timer_;
};

} // namespace zhuyi
