#pragma once

#include <QByteArray>
#include <QString>

namespace zhuyi {

/// A text as a field of comma-separated values, in quotes where it needs them (RFC 4180).
inline QByteArray csvField(const QString& text) {
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n');
    return (needsQuotes ? u'"' + QString(text).replace(u'"', QLatin1String("\"\"")) + u'"' : text).toUtf8();
}

} // namespace zhuyi
