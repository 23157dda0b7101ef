#pragma once

#include <QString>

#include <string>

namespace zhuyi {

/// The model's text as people read it: its mark for an unknown word becomes the one that the heatmap shows.
inline QString shownText(const std::string& text) {
    return QString::fromStdString(text).replace(QLatin1String("<unk>"), QStringLiteral("‹?›"));
}

} // namespace zhuyi
