#include "ui/shell/Drawing.h"

#include <QFile>
#include <QFontInfo>
#include <QWidget>

namespace zhuyi {

QByteArray drawingFor(const QWidget* widget, const QString& fileName) {
    QFile file(QStringLiteral(":/help/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll()
        .replace("currentColor", widget->palette().color(widget->foregroundRole()).name().toLatin1())
        .replace("sans-serif", QFontInfo(widget->font()).family().toHtmlEscaped().toUtf8());
}

} // namespace zhuyi
