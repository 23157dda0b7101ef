#pragma once

#include <QByteArray>

namespace zhuyi {

/// Makes the text that is copied out of a PDF, or searched for in it, the text that was drawn.
///
/// A PDF names the character of each glyph. Qt 6 takes the lowest one that the font draws with it, and fonts draw 日
/// and the Kangxi radical U+2F47 with the same glyph, as they do a space and a tab: the radical and the tab are lower.
/// The names stand in the file as they are, four hexadecimal digits each, so that they can be changed where they stand.
QByteArray withCharactersAsDrawn(QByteArray pdf);

} // namespace zhuyi
