#include "ui/shell/HelpSection.h"

#include <QVariant>
#include <QWidget>

namespace zhuyi::HelpSection {

namespace {

constexpr const char* property = "helpSection";

} // namespace

void set(QWidget* widget, const QString& section) {
    widget->setProperty(property, section);
}

QString of(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (const QString section = widget->property(property).toString(); !section.isEmpty())
            return section;
    return {};
}

QString inSight(const QWidget* panel) {
    const auto children = panel->findChildren<QWidget*>();
    for (const QWidget* child : children)
        if (const QString section = child->property(property).toString(); !section.isEmpty() && child->isVisible())
            return section;
    return of(panel);
}

QString ofPanel(const QString& dockName) {
    return dockName.endsWith(QLatin1String("Dock")) ? dockName.chopped(4) : dockName;
}

QString scheme() {
    return QStringLiteral("help");
}

} // namespace zhuyi::HelpSection
