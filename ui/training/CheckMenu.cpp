#include "ui/training/CheckMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace zhuyi {

bool CheckMenu::check(QAction* action) {
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void CheckMenu::mouseReleaseEvent(QMouseEvent* event) {
    if (!check(actionAt(event->pos())))
        QMenu::mouseReleaseEvent(event);
}

void CheckMenu::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || !check(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace zhuyi
