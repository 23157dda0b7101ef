#include "ui/translation/WordDifference.h"

#include <algorithm>

namespace zhuyi {

std::vector<bool> changedWords(const QStringList& before, const QStringList& after) {
    const auto n = static_cast<std::size_t>(before.size()), m = static_cast<std::size_t>(after.size());
    // Lengths of the longest common subsequences of what follows.
    std::vector<std::vector<int>> common(n + 1, std::vector<int>(m + 1, 0));
    const auto same = [&](std::size_t i, std::size_t j) {
        return before[static_cast<qsizetype>(i)] == after[static_cast<qsizetype>(j)];
    };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            common[i][j] = same(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::vector<bool> changed(m, true);
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (same(i, j)) {
            changed[j] = false;
            ++i;
            ++j;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
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
