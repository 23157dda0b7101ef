#pragma once

#include <QObject>

class QMenu;

namespace zhuyi {

class Actions;
class Opener;

/// The files opened before, in the File menu and under the Open button.
class RecentFiles : public QObject {
    Q_OBJECT
  public:
    RecentFiles(Opener* opener, Actions* actions, QWidget* window);

    QMenu* fileMenu() const { return fileMenu_; }
    /// All ways to open something, the recent files last.
    QMenu* openMenu() const { return openMenu_; }

  private:
    void fill();

    Opener* opener_;
    Actions* actions_;
    QMenu *fileMenu_, *openMenu_;
};

} // namespace zhuyi
