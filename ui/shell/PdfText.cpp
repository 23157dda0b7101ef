#include "ui/shell/PdfText.h"

#include "ui/shell/Fonts.h"

#include <QHash>
#include <QRawFont>

namespace zhuyi {

namespace {

constexpr char16_t firstRadical = 0x2e80, lastRadical = 0x2fd5; // CJK Radicals Supplement, Kangxi Radicals
constexpr char16_t firstIdeograph = 0x4e00, lastIdeograph = 0x9fff;

QString characters(char16_t first, char16_t last) {
    QString text;
    for (char32_t code = first; code <= last; ++code)
        text += QChar(static_cast<char16_t>(code));
    return text;
}

/// As a PDF writes them, "2F47" to "65E5".
QHash<QByteArray, QByteArray> meantCharacters() {
    const auto written = [](char16_t code) { return QByteArray::number(code, 16).toUpper().rightJustified(4, '0'); };
    QHash<QByteArray, QByteArray> meant = {{written(u'\t'), written(u' ')}};
    const QRawFont font = QRawFont::fromFont(Fonts::chinese({}), QFontDatabase::SimplifiedChinese);
    const auto radicals = font.glyphIndexesForString(characters(firstRadical, lastRadical));
    const auto ideographs = font.glyphIndexesForString(characters(firstIdeograph, lastIdeograph));
    QHash<quint32, char16_t> ideographOf;
    for (qsizetype i = 0; i < ideographs.size(); ++i)
        if (ideographs[i] != 0)
            ideographOf.insert(ideographs[i], static_cast<char16_t>(firstIdeograph + i));
    for (qsizetype i = 0; i < radicals.size(); ++i)
        if (const auto found = ideographOf.constFind(radicals[i]); found != ideographOf.constEnd())
            meant.insert(written(static_cast<char16_t>(firstRadical + i)), written(*found));
    return meant;
}

} // namespace

QByteArray withCharactersAsDrawn(QByteArray pdf) {
    static const QHash<QByteArray, QByteArray> meant = meantCharacters();
    for (qsizetype begin = pdf.indexOf("begincmap"); begin >= 0; begin = pdf.indexOf("begincmap", begin + 1)) {
        // The characters stand in brackets, those of one range of glyphs after the other: [<4ECA> <2F47> … ]
        const qsizetype end = pdf.indexOf("endcmap", begin);
        bool isInBrackets = false;
        for (qsizetype at = begin; at < end; ++at) {
            if (pdf[at] == '[' || pdf[at] == ']')
                isInBrackets = pdf[at] == '[';
            if (!isInBrackets || pdf[at] != '<')
                continue;
            if (const auto found = meant.constFind(pdf.mid(at + 1, 4)); found != meant.constEnd())
                pdf.replace(at + 1, 4, *found);
        }
    }
    return pdf;
}

} // namespace zhuyi
