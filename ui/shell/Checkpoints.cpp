#include "ui/shell/Checkpoints.h"

#include "ui/history/ProgramProcess.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace zhuyi::Checkpoints {

namespace {

constexpr int earlierKept = 2;

// A run of each window: its process, and the checkpoint that it writes.
QString group() {
    return QStringLiteral("unsettled");
}

/// The keys of all but those that other windows are still at.
QStringList keysOfOurs(QSettings& store) {
    store.beginGroup(group());
    QStringList keys = store.childKeys();
    store.endGroup();
    keys.erase(std::remove_if(keys.begin(), keys.end(),
                              [](const QString& process) {
                                  return process.toLongLong() != QCoreApplication::applicationPid() &&
                                         isRunningHere(process.toLongLong());
                              }),
               keys.end());
    for (QString& key : keys)
        key.prepend(group() + u'/');
    return keys;
}

} // namespace

QString begin() {
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/checkpoints"));
    if (!folder.mkpath(QStringLiteral(".")))
        return {};
    const QStringList earlier = folder.entryList({QStringLiteral("*.checkpoint")}, QDir::Files, QDir::Name);
    for (int i = 0; i + earlierKept < earlier.size(); ++i)
        folder.remove(earlier[i]); // the names begin with the time
    const QString path = folder.filePath(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss")) +
                                         QStringLiteral(".checkpoint"));
    goOn(path);
    return path;
}

void goOn(const QString& path) {
    settle();
    QSettings store;
    store.setValue(group() + u'/' + QString::number(QCoreApplication::applicationPid()), path);
    store.sync(); // a crash may come before Qt would write it
}

void settle() {
    QSettings store;
    for (const QString& key : keysOfOurs(store))
        store.remove(key);
}

QString leftBehind() {
    QSettings store;
    QString newest;
    for (const QString& key : keysOfOurs(store))
        if (const QString path = store.value(key).toString(); QFile::exists(path))
            newest = std::max(newest, path); // the names begin with the time
    return newest;
}

} // namespace zhuyi::Checkpoints
