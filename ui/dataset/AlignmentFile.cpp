#include "ui/dataset/AlignmentFile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace zhuyi::AlignmentFile {

namespace {

constexpr qint64 bytesLookedAt = 1 << 18; // thousands of lines; a word 0 stands in nearly each that counts from 0

} // namespace

QString beside(const QString& corpus) {
    const QFileInfo file(corpus);
    for (const QString& stem : {file.completeBaseName(), file.fileName()})
        for (const char* suffix : {".align", ".pharaoh", ".gold"}) {
            const QFileInfo found(file.absolutePath() + QLatin1Char('/') + stem + QLatin1String(suffix));
            if (found.isFile() && found != file)
                return found.filePath();
        }
    return {};
}

bool countsFromOne(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QString text = QString::fromLatin1(file.read(bytesLookedAt));
    static const QRegularExpression link(QStringLiteral("\\d[-?p]\\d")),
        zero(QStringLiteral("(?<!\\d)0[-?p]\\d|\\d[-?p]0(?!\\d)"));
    return text.contains(link) && !text.contains(zero);
}

} // namespace zhuyi::AlignmentFile
