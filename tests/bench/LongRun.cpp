// LongRun [STEPS]: what the window costs in memory over a long run. Trains a tiny model on the built-in corpus with the
// real window and the real engine for STEPS steps (100,000 unless said) and prints a line a minute: the step and the
// resident memory of the program in MiB; at the end the growth from the fifth minute on.
#include "ui/client/EngineClient.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

#include <unistd.h>

using namespace zhuyi;

namespace {

constexpr int settlingMinutes = 5;

double residentMib() {
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi-longrun"));
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settingsFolder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder.path());
    const std::int64_t steps = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 100000;
    {
        QSettings run;
        run.beginGroup(QStringLiteral("run"));
        for (const char* size : {"hidden_size", "embedding_size", "attention_size"})
            run.setValue(QString::fromLatin1(size), 16);
        run.setValue(QStringLiteral("batch_size"), 4);
        run.setValue(QStringLiteral("epochs"), 1000);
        run.setValue(QStringLiteral("threads"), 1);
    }

    EngineClient client;
    MainWindow window(&client);
    window.resize(1280, 800);
    window.show();
    window.openBuiltIn();
    QObject::connect(&client, &EngineClient::failed, &window,
                     [](const Failed& failure) { qFatal("%s", englishText(failure.message).c_str()); });
    window.findChild<QToolButton*>(QStringLiteral("startButton"))->click(); // it waits for the corpus

    QTextStream out(stdout);
    QElapsedTimer clock;
    clock.start();
    std::int64_t step = 0;
    double settled = 0;
    QTimer minute;
    QObject::connect(&minute, &QTimer::timeout, &window, [&] {
        const auto minutes = clock.elapsed() / 60000;
        if (minutes == settlingMinutes)
            settled = residentMib();
        out << "minute " << minutes << "  step " << qlonglong(step) << "  " << QString::number(residentMib(), 'f', 1)
            << " MiB" << Qt::endl;
    });
    minute.start(60000);
    QObject::connect(&client, &EngineClient::stepped, &window, [&](const std::vector<StepReport>& reports) {
        step = reports.back().step;
        if (step < steps)
            return;
        out << "step " << qlonglong(step) << ": " << QString::number(residentMib(), 'f', 1) << " MiB";
        if (settled > 0)
            out << ", " << QString::number(residentMib() - settled, 'f', 1) << " MiB more than after "
                << settlingMinutes << " minutes";
        out << Qt::endl;
        QCoreApplication::exit(0);
    });
    return QApplication::exec();
}
