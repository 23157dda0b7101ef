#include "ui/shell/Remember.h"

#include <QAction>
#include <QActionGroup>

namespace zhuyi {

void rememberChoice(QActionGroup* group, const QString& key) {
    const QString kept = QSettings().value(key).toString();
    const QList<QAction*> actions = group->actions();
    for (QAction* action : actions)
        action->setChecked(action == actions.front() || action->objectName() == kept);
    QObject::connect(group, &QActionGroup::triggered, group,
                     [key](const QAction* action) { QSettings().setValue(key, action->objectName()); });
}

} // namespace zhuyi
