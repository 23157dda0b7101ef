#pragma once

#include <QCoreApplication>
#include <QFont>
#include <QString>

namespace zhuyi {

/// Which font draws Chinese. Left to itself Qt may take a Japanese or Korean face, whose shapes differ.
class Fonts {
    Q_DECLARE_TR_FUNCTIONS(Fonts)
  public:
    /// The family that draws simplified Chinese; empty where the machine has none.
    static QString chineseFamily();

    /// This font, with Chinese characters drawn by that family.
    static QFont withChinese(const QFont& base);

    /// That family first, so that punctuation and Latin words inside Chinese text have its shapes too.
    static QFont chinese(const QFont& base);

    /// What to install where no font draws Chinese; empty where one does.
    static QString missingFontSentence();

    /// Of a list of families, the one to prefer for Chinese; empty where none is known.
    static QString preferred(const QStringList& families);
};

} // namespace zhuyi
