#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace zhuyi {

/// A drawing of resources/help in the ink and the font of the widget that shows it.
QByteArray drawingFor(const QWidget* widget, const QString& fileName);

} // namespace zhuyi
