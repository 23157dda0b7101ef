#pragma once

#include <QMenu>

namespace zhuyi {

/// A menu that stays open while boxes in it are checked, so that several can be at once.
class CheckMenu : public QMenu {
    Q_OBJECT
  public:
    using QMenu::QMenu;

  protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    bool check(QAction* action);
};

} // namespace zhuyi
