#pragma once

#include <QSettings>
#include <QString>

class QActionGroup;

namespace zhuyi {

/// Checks the box, or the action, as the user left it at the last start, and keeps what is chosen from now on for the
/// next one.
template <class Box>
void remember(Box* box, const QString& key, bool usual = false) {
    box->setChecked(QSettings().value(key, usual).toBool());
    QObject::connect(box, &Box::toggled, box, [key](bool checked) { QSettings().setValue(key, checked); });
}

/// The same of actions of which one is checked, by their object names. Where none is kept, the first is.
void rememberChoice(QActionGroup* group, const QString& key);

} // namespace zhuyi
