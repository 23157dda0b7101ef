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

QString ofPanel(const QString& dockName) {
    return dockName.endsWith(QLatin1String("Dock")) ? dockName.chopped(4) : dockName;
}

QString scheme() {
    return QStringLiteral("help");
}

} // namespace zhuyi::HelpSection
