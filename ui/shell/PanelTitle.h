#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace zhuyi {

/// A panel's title: its name, and buttons to ask what it shows, to tear it off or put it back, and to hide it.
class PanelTitle : public QWidget {
    Q_OBJECT
  public:
    explicit PanelTitle(QDockWidget* dock);

  Q_SIGNALS:
    void helpAsked();

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void retranslate();

    QDockWidget* dock_;
    QLabel* name_;
    QToolButton *help_, *float_, *hide_;
};

} // namespace zhuyi
