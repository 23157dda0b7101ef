#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace zhuyi {

/// Which words of a text are not in another one, order considered: all but a longest common subsequence.
std::vector<bool> changedWords(const QStringList& before, const QStringList& after);

/// The words as rich text, those changed bold and underlined.
QString markedWords(const QStringList& words, const std::vector<bool>& changed, bool spaced);

} // namespace zhuyi
