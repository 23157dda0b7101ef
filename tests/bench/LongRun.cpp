// LongRun [--fake] [--runs N] [STEPS]: what the window costs in memory, and how it feels, over a long run of STEPS
// steps (100,000 unless said). Trains a tiny model on the built-in corpus with the real window and the real engine;
// with --fake, the events come from nobody and far faster, so that what is measured is the window alone; with --runs,
// there are N runs in the history already.
//
// Prints a line for each tenth of the run: the step, the resident memory of the program and what of it is in use, in
// MiB, and the longest gap of a 10 ms timer of the GUI thread since the line before; at the end how much is more in use
// than after the first fifth, over 100,000 steps.
#include "tests/bench/FakeTraining.h"
#include "ui/history/RunStore.h"
#include "ui/history/RunsPanel.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

#include <malloc.h>
#include <unistd.h>

using namespace zhuyi;

namespace {

constexpr double mib = 1024 * 1024;

double residentMib() {
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / mib;
}

double usedMib() {
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / mib;
}

void chooseTinyModel() {
    QSettings run;
    run.beginGroup(QStringLiteral("run"));
    for (const char* size : {"hidden_size", "embedding_size", "attention_size"})
        run.setValue(QString::fromLatin1(size), 16);
    run.setValue(QStringLiteral("batch_size"), 4);
    run.setValue(QStringLiteral("epochs"), 1000);
    run.setValue(QStringLiteral("threads"), 1);
}

void fillHistory(const QString& folder, int runs) {
    RunStore store(folder);
    RunSeries series;
    for (std::int64_t n = 1; n <= 500; ++n)
        series.steps.push_back(FakeEngine::step(n));
    for (std::int64_t n = 50; n <= 500; n += 50)
        series.validations.push_back(FakeEngine::validation(n));
    for (int i = 0; i < runs; ++i) {
        RunInfo run;
        run.corpus.path = "/corpora/pairs.txt";
        run.end = RunEnd::Completed;
        run.began = run.ended = QDateTime::currentDateTime().addSecs(-3600 * i);
        run.name = QStringLiteral("run %1").arg(i);
        run.metrics = {{"dev_loss", 2.5}, {"bleu", 20.1}, {"token_accuracy", 0.5}};
        run.step = 500;
        store.add(run, series);
    }
}

/// The longest time since the last reading that the GUI thread let its timer wait.
class Heart {
  public:
    Heart() {
        timer_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] {
            longest_ = std::max(longest_, static_cast<double>(clock_.nsecsElapsed()) / 1e6);
            clock_.start();
        });
        clock_.start();
        timer_.start(10);
    }
    double longestGap() { return std::exchange(longest_, 0); }

  private:
    QTimer timer_;
    QElapsedTimer clock_;
    double longest_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi-longrun"));
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    qputenv("ZHUYI_DATA", folder.filePath(QStringLiteral("data")).toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool isFake = arguments.removeAll(QStringLiteral("--fake")) > 0;
    const auto at = arguments.indexOf(QStringLiteral("--runs"));
    const bool hasHistory = at >= 0;
    if (hasHistory) {
        fillHistory(folder.filePath(QStringLiteral("data")), arguments.value(at + 1).toInt());
        arguments.remove(at, 2);
    }
    const std::int64_t steps = arguments.isEmpty() ? 100000 : arguments.first().toLongLong();
    chooseTinyModel();

    FakeTraining fake;
    EngineClient client(isFake ? fake.factory() : openSessionBehindWindow);
    MainWindow window(&client);
    window.resize(1280, 800);
    window.show();
    if (hasHistory) {
        auto* runs = window.findChild<RunsPanel*>()->parentWidget();
        runs->show();
        runs->raise();
    }
    if (isFake)
        fake.openCorpus();
    else
        window.openBuiltIn();
    QObject::connect(&client, &EngineClient::failed, &window,
                     [](const Failed& failure) { qFatal("%s", englishText(failure.message).c_str()); });
    QTimer::singleShot(1000, &window, [&] {
        window.findChild<QToolButton*>(QStringLiteral("startButton"))->click(); // it waits for the corpus
        window.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("今天是星期日。"));
        if (isFake)
            fake.begin();
    });

    QTextStream out(stdout);
    Heart heart;
    std::int64_t told = 0;
    double settled = 0;
    QObject::connect(&client, &EngineClient::stepped, &window, [&](const std::vector<StepReport>& reports) {
        const std::int64_t step = reports.back().step;
        if (step < told + steps / 10)
            return;
        told += steps / 10;
        out << "step " << qlonglong(step) << "  " << QString::number(residentMib(), 'f', 1) << " MiB resident, "
            << QString::number(usedMib(), 'f', 2) << " MiB in use, longest gap "
            << QString::number(heart.longestGap(), 'f', 1) << " ms" << Qt::endl;
        if (told == steps / 10 * 2)
            settled = usedMib();
        if (told < steps / 10 * 10)
            return;
        out << "from the first fifth on "
            << QString::number((usedMib() - settled) / (0.8 * static_cast<double>(steps)) * 100000, 'f', 2)
            << " MiB more in use for each 100,000 steps" << Qt::endl;
        QCoreApplication::exit(0);
    });
    return QApplication::exec();
}
