#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace zhuyi {

/// A text file's lines, whatever of the usual character sets of Chinese and English text it is in. Reading may take
/// long; it is not for the GUI thread.
struct TextFile {
    Q_DECLARE_TR_FUNCTIONS(TextFile)
  public:
    QStringList lines;
    QString encoding; // its name
    QString problem;  // a sentence; empty where the file could be read

    static TextFile read(const QString& path);
    /// A line each, in UTF-8. The old file stays whole until the new one is. Answers the reason where that failed.
    static QString write(const QString& path, const QStringList& lines);
};

} // namespace zhuyi
