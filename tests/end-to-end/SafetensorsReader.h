#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QtEndian>

#include <algorithm>
#include <vector>

/// A model file read by the rules of the safetensors format alone (huggingface/safetensors, README.md, "Format"): eight
/// bytes with the header's length, little-endian; a JSON header that begins with '{' and may end in spaces; the
/// tensors' bytes, without holes and to the last byte.
struct SafetensorsReader {
    QString error; // empty where every rule holds
    QJsonObject metadata;
    QMap<QString, QByteArray> tensors;

    explicit SafetensorsReader(const QByteArray& file) { error = read(file); }

    QJsonObject record() const {
        return QJsonDocument::fromJson(metadata.value(QStringLiteral("zhuyi")).toString().toUtf8()).object();
    }

  private:
    static qint64 sizeOf(const QString& type) {
        static const QMap<QString, qint64> sizes = {
            {QStringLiteral("BOOL"), 1}, {QStringLiteral("U8"), 1},  {QStringLiteral("I8"), 1},
            {QStringLiteral("I16"), 2},  {QStringLiteral("U16"), 2}, {QStringLiteral("F16"), 2},
            {QStringLiteral("BF16"), 2}, {QStringLiteral("I32"), 4}, {QStringLiteral("U32"), 4},
            {QStringLiteral("F32"), 4},  {QStringLiteral("F64"), 8}, {QStringLiteral("I64"), 8},
            {QStringLiteral("U64"), 8}};
        return sizes.value(type, 0);
    }

    QString read(const QByteArray& file) {
        if (file.size() < 8)
            return QStringLiteral("no header length");
        const auto length = qFromLittleEndian<quint64>(file.constData());
        if (length > 100'000'000 || length > static_cast<quint64>(file.size() - 8))
            return QStringLiteral("a header longer than the file");
        const QByteArray header = file.mid(8, static_cast<qsizetype>(length));
        const QByteArray data = file.mid(8 + static_cast<qsizetype>(length));
        if (!header.startsWith('{'))
            return QStringLiteral("a header that does not begin with {");
        if (length % 8 != 0)
            return QStringLiteral("tensors that are not aligned to 8 bytes");
        QJsonParseError parsed;
        const auto json = QJsonDocument::fromJson(header, &parsed).object();
        if (parsed.error != QJsonParseError::NoError)
            return parsed.errorString();
        std::vector<std::pair<qint64, qint64>> ranges;
        for (auto it = json.begin(); it != json.end(); ++it) {
            const auto entry = it.value().toObject();
            if (it.key() == QLatin1String("__metadata__")) {
                metadata = entry;
                for (const auto& value : entry)
                    if (!value.isString())
                        return QStringLiteral("metadata that is not text");
                continue;
            }
            const auto type = entry.value(QStringLiteral("dtype")).toString();
            const auto shape = entry.value(QStringLiteral("shape")).toArray();
            const auto offsets = entry.value(QStringLiteral("data_offsets")).toArray();
            if (entry.size() != 3 || sizeOf(type) == 0 || offsets.size() != 2)
                return it.key() + QStringLiteral(": not dtype, shape and data_offsets");
            const auto begin = offsets[0].toInteger(-1), end = offsets[1].toInteger(-1);
            qint64 bytes = sizeOf(type);
            for (const auto& extent : shape) {
                if (extent.toInteger(-1) < 0)
                    return it.key() + QStringLiteral(": a shape that is none");
                bytes *= extent.toInteger();
            }
            if (begin < 0 || end - begin != bytes || end > data.size())
                return it.key() + QStringLiteral(": offsets that do not fit its shape");
            if (begin % sizeOf(type) != 0)
                return it.key() + QStringLiteral(": not aligned to its type");
            ranges.emplace_back(begin, end);
            tensors.insert(it.key(), data.mid(begin, bytes));
        }
        std::sort(ranges.begin(), ranges.end());
        qint64 reached = 0;
        for (const auto& [begin, end] : ranges) {
            if (begin != reached)
                return QStringLiteral("a hole or an overlap between tensors");
            reached = end;
        }
        return reached == data.size() ? QString() : QStringLiteral("bytes after the last tensor");
    }
};
