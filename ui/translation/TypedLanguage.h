#pragma once

#include <QString>

namespace zhuyi {

/// Whether a text seems to be in another language than the one that the model takes, by its scripts. A few foreign
/// words in it make no other language.
bool isInOtherLanguage(const QString& text, bool sourceIsChinese);

} // namespace zhuyi
