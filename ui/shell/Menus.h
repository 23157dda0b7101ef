#pragma once

#include <QObject>

#include <functional>

class QMenu;
class QMenuBar;

namespace zhuyi {

/// The menu bar's menus; their titles follow the language. Who fills them is the window.
class Menus : public QObject {
    Q_OBJECT
  public:
    explicit Menus(QMenuBar* bar);

    QMenu *file, *exports, *training, *view, *go, *layout, *theme, *language, *help;

    static void keepTitle(QMenu* menu, const std::function<QString()>& title);
};

} // namespace zhuyi
