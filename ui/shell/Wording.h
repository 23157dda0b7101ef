#pragma once

#include <functional>

class QWidget;

namespace zhuyi {

/// Calls `say` now and whenever the widget is told that the language changed: for the texts of what is no widget itself
/// (actions, menus), and of widgets that need no class of their own.
void keepSaying(QWidget* widget, const std::function<void()>& say);

} // namespace zhuyi
