#include "ui/translation/TextFile.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStringDecoder>

namespace zhuyi {

namespace {

constexpr qint64 mostBytes = 1LL << 30;

} // namespace

TextFile TextFile::read(const QString& path) {
    TextFile result;
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result.problem = tr("%1 cannot be read: %2.").arg(shown, file.errorString());
        return result;
    }
    if (file.size() > mostBytes) {
        result.problem = tr("%1 is larger than 1 GiB; translate it in parts.").arg(shown);
        return result;
    }
    const QByteArray bytes = file.readAll();
    const auto bom = QStringConverter::encodingForData(bytes);
    QString text;
    if (bom && *bom != QStringConverter::Utf8) {
        QStringDecoder decoder(*bom);
        text = decoder.decode(bytes);
        result.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(*bom));
        if (decoder.hasError())
            result.problem = tr("%1 is not valid %2.").arg(shown, result.encoding);
    } else {
        QStringDecoder utf8(QStringConverter::Utf8);
        text = utf8.decode(bytes);
        result.encoding = QStringLiteral("UTF-8");
        if (utf8.hasError()) {
            QStringDecoder chinese("GB18030");
            result.encoding = QStringLiteral("GB18030");
            text = chinese.isValid() ? QString(chinese.decode(bytes)) : QString();
            if (!chinese.isValid() || chinese.hasError() || text.contains(QChar::ReplacementCharacter))
                result.problem = tr("%1 is neither UTF-8 nor GB18030.").arg(shown);
        }
    }
    if (result.problem.isEmpty() && text.contains(QChar::Null))
        result.problem = tr("%1 is not a text file.").arg(shown);
    if (!result.problem.isEmpty())
        return result;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    result.lines = text.split(u'\n');
    if (result.lines.last().isEmpty())
        result.lines.removeLast(); // what the last line break ends is no line
    if (result.lines.isEmpty())
        result.problem = tr("%1 is empty.").arg(shown);
    return result;
}

QString TextFile::write(const QString& path, const QStringList& lines) {
    QByteArray bytes = lines.join(u'\n').toUtf8();
    bytes += '\n';
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace zhuyi
