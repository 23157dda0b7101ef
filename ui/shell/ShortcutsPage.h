#pragma once

#include <QString>

class QMenuBar;

namespace zhuyi {

/// All keys as a page: those of the menus as they are, and those of the pictures.
QString shortcutsPage(const QMenuBar* menus);

/// A menu's text without its mnemonic and its dots.
QString plainText(QString text);

} // namespace zhuyi
