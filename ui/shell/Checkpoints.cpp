#include "ui/shell/Checkpoints.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace zhuyi::Checkpoints {

namespace {

constexpr int earlierKept = 2;

QString pathKey() { return QStringLiteral("unsettled/checkpoint"); }
QString processKey() { return QStringLiteral("unsettled/process"); }

} // namespace

QString begin() {
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/checkpoints"));
    if (!folder.mkpath(QStringLiteral(".")))
        return {};
    const QStringList earlier = folder.entryList({QStringLiteral("*.checkpoint")}, QDir::Files, QDir::Name);
    for (int i = 0; i + earlierKept < earlier.size(); ++i)
        folder.remove(earlier[i]); // the names begin with the time
    const QString path =
        folder.filePath(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss")) +
                        QStringLiteral(".checkpoint"));
    goOn(path);
    return path;
}

void goOn(const QString& path) {
    QSettings store;
    store.setValue(pathKey(), path);
    store.setValue(processKey(), QCoreApplication::applicationPid());
    store.sync(); // a crash may come before Qt would write it
}

void settle() { QSettings().remove(QStringLiteral("unsettled")); }

QString leftBehind() {
    const QSettings store;
    const QString path = store.value(pathKey()).toString();
    const auto process = store.value(processKey()).toLongLong();
    // Another window's, still at it; the number alone may have gone to another program since.
    const bool isRunning =
        process != QCoreApplication::applicationPid() &&
        QFileInfo(QStringLiteral("/proc/%1/exe").arg(process)).symLinkTarget() == QCoreApplication::applicationFilePath();
    return !path.isEmpty() && QFile::exists(path) && !isRunning ? path : QString();
}

} // namespace zhuyi::Checkpoints
