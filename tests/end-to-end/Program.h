#pragma once

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTest>

#include <csignal>
#include <functional>

/// What one run of the built program came to.
struct Outcome {
    int code = -1; // negative where it crashed or did not end
    QByteArray out;
    QByteArray err;

    QList<QByteArray> outLines() const { return lines(out); }
    QList<QByteArray> errLines() const { return lines(err); }
    /// The last line on standard error.
    QByteArray complaint() const { return errLines().isEmpty() ? QByteArray() : errLines().last(); }
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// For QVERIFY2.
    QByteArray told() const {
        return "exit code " + QByteArray::number(code) + "\n" + out.left(2000) + "\n" + err.left(2000);
    }

    static QList<QByteArray> lines(QByteArray text) {
        if (text.endsWith('\n'))
            text.chop(1);
        return text.isEmpty() ? QList<QByteArray>() : text.split('\n');
    }
};

constexpr int LimitMs = 240000; // only a hang takes this long

inline Outcome outcomeOf(QProcess& process) {
    Outcome outcome;
    if (!process.waitForFinished(LimitMs)) {
        process.kill();
        process.waitForFinished();
        outcome.err = "(did not end) ";
    } else if (process.exitStatus() == QProcess::NormalExit) {
        outcome.code = process.exitCode();
    }
    outcome.out = process.readAllStandardOutput();
    outcome.err += process.readAllStandardError();
    return outcome;
}

/// Without a display, as on a server.
inline QProcessEnvironment bareEnvironment() {
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

inline Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QString& folder = {}) {
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(ZHUYI_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    return outcomeOf(process);
}

/// Through a shell, for limits and redirections; "$0" is the program, "$@" the arguments.
inline Outcome runInShell(const QString& script, const QStringList& arguments) {
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.start(QStringLiteral("/bin/sh"),
                  QStringList{QStringLiteral("-c"), script, QStringLiteral(ZHUYI_PROGRAM)} + arguments);
    process.closeWriteChannel();
    return outcomeOf(process);
}

/// Sends SIGINT as soon as `ready` says so.
inline Outcome runAndInterrupt(const QStringList& arguments, const std::function<bool()>& ready) {
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.start(QStringLiteral(ZHUYI_PROGRAM), arguments);
    process.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    while (!ready() && process.state() != QProcess::NotRunning && clock.elapsed() < LimitMs)
        process.waitForFinished(5);
    if (process.state() == QProcess::Running)
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    return outcomeOf(process);
}

/// A failure told in one clear line: nothing on standard output, and on standard error, after progress where there was
/// some, a last line that a person can read.
#define COMPARE_FAILED(outcome, exitCode, words)                                                                       \
    do {                                                                                                               \
        QVERIFY2((outcome).code == (exitCode), (outcome).told().constData());                                          \
        QVERIFY2((outcome).out.isEmpty(), (outcome).told().constData());                                               \
        QVERIFY2((outcome).complaint().contains(words), (outcome).told().constData());                                 \
        for (const char* jargon : {"terminate", "what()", "Exception", "std::", "c10::", ".cpp"})                      \
            QVERIFY2(!(outcome).err.contains(jargon), (outcome).told().constData());                                   \
    } while (false)

#define COMPARE_FINE(outcome)                                                                                          \
    do {                                                                                                               \
        const auto& fineOutcome = (outcome); /* once, it may be a run */                                               \
        QVERIFY2(fineOutcome.code == 0, fineOutcome.told().constData());                                               \
    } while (false)

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The objects of a JSON Lines file.
inline QList<QJsonObject> readLog(const QString& path) {
    QList<QJsonObject> log;
    for (const auto& line : Outcome::lines(bytesOf(path))) {
        QJsonParseError error;
        const auto json = QJsonDocument::fromJson(line, &error);
        if (!json.isObject())
            return {};
        log.append(json.object());
    }
    return log;
}

/// Those of them that report a validation.
inline QList<QJsonObject> validations(const QList<QJsonObject>& log) {
    QList<QJsonObject> found;
    for (const auto& line : log)
        if (line.contains(QStringLiteral("dev_loss")))
            found.append(line);
    return found;
}
