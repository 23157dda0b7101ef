#pragma once

#include <QIcon>
#include <QPalette>

namespace zhuyi {

/// A picture of resources/icons, drawn in the application palette's colour of this role whenever it is painted, so that
/// it follows the theme by itself.
QIcon themedIcon(const QString& name, QPalette::ColorRole role = QPalette::ButtonText);

} // namespace zhuyi
