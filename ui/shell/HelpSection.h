#pragma once

#include <QString>

class QWidget;

/// Which section of Help tells of a widget: F1 opens that of the nearest parent which has one. A link `help:SECTION` in
/// any text that opens external links leads to a section as well.
namespace zhuyi::HelpSection {

void set(QWidget* widget, const QString& section);
/// Of the widget or the nearest parent that has one, else "".
QString of(const QWidget* widget);
/// Of the page in it that is in sight, where that has one, else as of().
QString inSight(const QWidget* panel);
/// "attentionDock" → "attention".
QString ofPanel(const QString& dockName);
QString scheme();

} // namespace zhuyi::HelpSection
