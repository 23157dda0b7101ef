#include "ui/shell/Fonts.h"

#include <QFontDatabase>
#include <QStringList>

#include <algorithm>

namespace zhuyi {

QString Fonts::preferred(const QStringList& families) {
    static const QStringList known = {"Noto Sans CJK SC",    "Noto Sans SC",      "Source Han Sans SC",
                                      "Source Han Sans CN",  "PingFang SC",       "Microsoft YaHei",
                                      "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Hiragino Sans GB",
                                      "HarmonyOS Sans SC",   "Noto Serif CJK SC"};
    for (const QString& family : known)
        if (families.contains(family))
            return family;
    return {};
}

QString Fonts::chineseFamily() {
    static const QString family = [] {
        const QString best = preferred(QFontDatabase::families());
        if (!best.isEmpty())
            return best;
        const QStringList able = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
        const auto usable = std::find_if(able.begin(), able.end(),
                                         [](const QString& name) { return !QFontDatabase::isPrivateFamily(name); });
        return usable == able.end() ? QString() : *usable;
    }();
    return family;
}

QFont Fonts::withChinese(const QFont& base) {
    QFont font = base;
    QStringList families = base.families().isEmpty() ? QStringList(base.family()) : base.families();
    if (!chineseFamily().isEmpty() && !families.contains(chineseFamily()))
        families.append(chineseFamily());
    font.setFamilies(families);
    return font;
}

QFont Fonts::chinese(const QFont& base) {
    QFont font = withChinese(base);
    QStringList families = font.families();
    if (!chineseFamily().isEmpty()) {
        families.removeAll(chineseFamily());
        families.prepend(chineseFamily());
    }
    font.setFamilies(families);
    return font;
}

QString Fonts::missingFontSentence() {
    if (!chineseFamily().isEmpty())
        return {};
    return tr("No font on this machine draws Chinese; install the package fonts-noto-cjk and start again.");
}

} // namespace zhuyi
