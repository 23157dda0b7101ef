#include "ui/translation/WordDifference.h"

#include "engine/session/CommonSubsequence.h"

namespace zhuyi {

std::vector<bool> changedWords(const QStringList& before, const QStringList& after) {
    std::vector<bool> changed(static_cast<std::size_t>(after.size()), true);
    const auto same = [&](std::size_t i, std::size_t j) {
        return before[static_cast<qsizetype>(i)] == after[static_cast<qsizetype>(j)];
    };
    for (const auto& [i, j] : commonSubsequence(static_cast<std::size_t>(before.size()), changed.size(), same))
        changed[j] = false;
    return changed;
}

QString markedWords(const QStringList& words, const std::vector<bool>& changed, bool spaced) {
    QStringList parts;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = words[i].toHtmlEscaped();
        parts << (changed[static_cast<std::size_t>(i)] ? QStringLiteral("<b><u>") + word + QStringLiteral("</u></b>")
                                                       : word);
    }
    return parts.join(spaced ? QStringLiteral(" ") : QString());
}

} // namespace zhuyi
