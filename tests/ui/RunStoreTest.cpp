#include "ui/history/RunStore.h"

#include "ui/history/RecordedRun.h"
#include "ui/history/RunWriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <thread>

using namespace zhuyi;

namespace {

RunInfo run(const QString& checkpoint = {}) {
    RunInfo run;
    run.corpus.path = "/corpora/配对.tsv";
    run.pairs = 27155;
    run.settings = preset("small");
    run.settings.attention = "general";
    run.program = "0.1.0";
    run.process = QCoreApplication::applicationPid();
    run.began = QDateTime::currentDateTime();
    run.parameters = 1234;
    run.checkpoint = checkpoint;
    return run;
}

StepReport step(std::int64_t n) {
    StepReport report;
    report.step = n;
    report.epoch = 1;
    report.stepInEpoch = n;
    report.stepsInEpoch = 1000;
    report.trainLoss = 8 - 0.001 * static_cast<double>(n);
    report.gradientNorm = 1.5;
    report.learningRate = 1e-3;
    report.seconds = static_cast<double>(n);
    return report;
}

ValidationReport validation(std::int64_t n, double loss) {
    ValidationReport report;
    report.step = n;
    report.epoch = 1;
    report.devLoss = loss;
    report.perplexity = std::exp(loss);
    report.tokenAccuracy = 0.5;
    report.bleu = 12.5;
    report.best = true;
    report.samples = {{"今天是星期日。", "Today is Sunday.", "today is ."}, {"好", "Good", ""}};
    return report;
}

/// What the writer does that is killed: runs as fast as they can be written, whose parts belong together.
int writeUntilKilled(const QString& folder) {
    RunStore store(folder);
    for (;;) {
        const qint64 id = store.begin(run());
        RunWriter writer(store, id);
        for (std::int64_t n = 1; n <= 40; ++n) {
            writer.add({step(n)});
            if (n % 10 == 0) {
                writer.flush();
                store.addValidation(id, validation(n, 3));
            }
        }
        store.end(id, RunEnd::Completed, {});
        std::fputc('.', stdout);
        std::fflush(stdout);
    }
}

/// JSON, written with single quotes.
QByteArray quoted(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class RunStoreTest : public QObject {
    Q_OBJECT

    static QString integrity(const QString& folder) {
        QString found;
        {
            auto database = QSqlDatabase::addDatabase("QSQLITE", "check");
            database.setDatabaseName(RunStore::file(folder));
            if (database.open()) {
                QSqlQuery query("PRAGMA integrity_check", database);
                while (query.next())
                    found += query.value(0).toString();
            }
        }
        QSqlDatabase::removeDatabase("check");
        return found;
    }

  private Q_SLOTS:
    void what_goes_in_comes_out() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        auto written = run("/checkpoints/a.checkpoint");
        written.corpus.devPath = "/corpora/dev.tsv";
        written.minutes = 2.5;
        const qint64 id = store.begin(written);
        store.addSteps(id, {step(1), step(2), step(3)}, false);
        auto unknown = validation(3, 2.5);
        unknown.bleu.reset();
        unknown.alignment = AlignmentScore{0.25, 0.5, 0.75};
        unknown.perplexity = INFINITY;
        store.addValidation(id, unknown);
        store.addRateChange(id, {2, 5e-4});
        store.setLengths(id, {{1, 5, 40, 20.5, 0.7}, {6, 50, 21, 10, 0.6}});
        store.setModel(id, "/models/a.zhuyi");
        QCOMPARE(store.runs().front().end, RunEnd::Running); // this process is alive
        ModelSummary model;
        model.metrics = {{"dev_loss", 2.4}};
        store.end(id, RunEnd::Stopped, model);

        const auto runs = store.runs();
        QCOMPARE(runs.size(), 1U);
        const RunInfo& found = runs.front();
        QCOMPARE(found.id, id);
        QCOMPARE(found.corpus.path, written.corpus.path);
        QCOMPARE(found.corpus.devPath, written.corpus.devPath);
        QVERIFY(found.settings == written.settings);
        QVERIFY(found.corpus.settings == written.settings);
        QCOMPARE(found.minutes, 2.5);
        QCOMPARE(found.pairs, 27155);
        QCOMPARE(found.end, RunEnd::Stopped);
        QVERIFY(found.ended.isValid());
        QCOMPARE(found.step, 3);
        QCOMPARE(found.model, QString("/models/a.zhuyi"));
        QCOMPARE(found.metrics.at("dev_loss"), 2.4);
        QVERIFY(found.metrics.count("bleu") == 0);

        const auto series = store.series(found);
        QCOMPARE(series.steps.size(), 3U);
        QCOMPARE(series.steps[1].trainLoss, step(2).trainLoss);
        QCOMPARE(series.validations.size(), 1U);
        QVERIFY(!series.validations[0].bleu);
        QCOMPARE(series.validations[0].alignment->recall, 0.75);
        QVERIFY(std::isnan(series.validations[0].perplexity));
        QCOMPARE(series.validations[0].samples.size(), 2U);
        QCOMPARE(series.validations[0].samples[0].source, std::string("今天是星期日。"));
        QCOMPARE(series.rateChanges.at(0).learningRate, 5e-4);
        QCOMPARE(series.byLength.at(1).pairs, 21);
    }

    void names_and_notes_stay_and_a_deletion_can_be_taken_back() {
        QTemporaryDir folder;
        qint64 id = 0;
        {
            RunStore store(folder.path());
            id = store.begin(run());
            store.begin(run());
            store.rename(id, "对照");
            store.setNote(id, "it's \"quoted\"; DROP TABLE runs");
            store.setDeleted({id}, true);
            QCOMPARE(store.runs().size(), 1U);
        }
        RunStore store(folder.path()); // the next start
        store.tidy();
        store.setDeleted({id}, false);
        const auto runs = store.runs();
        QCOMPARE(runs.size(), 2U);
        QCOMPARE(runs.back().name, QString("对照"));
        QCOMPARE(runs.back().note, QString("it's \"quoted\"; DROP TABLE runs"));
    }

    void a_long_run_is_kept_up_to_its_last_step() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        const qint64 id = store.begin(run());
        RunWriter writer(store, id);
        for (std::int64_t n = 1; n <= 5003; ++n) // more than it has points
            writer.add({step(n)});
        writer.finish();
        QCOMPARE(store.runs()[0].step, qint64(5003));
        QCOMPARE(store.series(store.runs()[0]).steps.back().step, std::int64_t(5003));
    }

    void a_run_that_goes_on_takes_up_at_its_checkpoint() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        const qint64 id = store.begin(run("/c/1.checkpoint"));
        store.addSteps(id, {step(10), step(20), step(30)}, false);
        store.addValidation(id, validation(20, 3));
        store.addValidation(id, validation(30, 2));
        store.addRateChange(id, {15, 0.002});
        store.addRateChange(id, {25, 0.001});
        store.end(id, RunEnd::Interrupted, {});
        QCOMPARE(store.goOn("/c/other.checkpoint", 20), 0);
        QCOMPARE(store.goOn("/c/1.checkpoint", 20), id);
        const auto found = store.runs().front();
        QCOMPARE(found.end, RunEnd::Running);
        QCOMPARE(store.series(found).steps.back().step, 20);
        QCOMPARE(store.series(found).validations.size(), 1U);
        QCOMPARE(store.series(found).rateChanges.size(), 1U);
        QCOMPARE(store.series(found).rateChanges.front().step, 15);
    }

    void a_process_that_is_gone_was_cut_off() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        auto gone = run();
        gone.process = 1; // another program
        store.begin(gone);
        QCOMPARE(store.runs().front().end, RunEnd::CutOff);
    }

    void models_of_unnamed_runs_are_bounded_and_named_ones_stay() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        std::vector<QString> files;
        for (int i = 0; i < RunStore::mostModels + 3; ++i) {
            auto one = run();
            one.began = QDateTime::fromSecsSinceEpoch(1700000000 + i);
            const qint64 id = store.begin(one);
            files.push_back(RunStore::modelFolder(folder.path()) + QStringLiteral("/%1.zhuyi").arg(i));
            QFile file(files.back());
            QVERIFY(file.open(QIODevice::WriteOnly));
            store.setModel(id, files.back());
            if (i == 1)
                store.rename(id, "the good one");
        }
        store.tidy();
        QVERIFY(!QFile::exists(files[0]));
        QVERIFY(QFile::exists(files[1]));
        QVERIFY(!QFile::exists(files[2]));
        QVERIFY(QFile::exists(files[3]));
        QCOMPARE(store.runs().size(), files.size());
        QCOMPARE(store.runs().back().model, QString());
    }

    void two_windows_write_and_read_at_once() {
        QTemporaryDir folder;
        const auto write = [&] {
            RunStore store(folder.path());
            for (int i = 0; i < 20; ++i) {
                const qint64 id = store.begin(run());
                for (std::int64_t n = 1; n <= 5; ++n) {
                    store.addSteps(id, {step(n)}, false);
                    store.addValidation(id, validation(n, 3));
                }
            }
        };
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                try {
                    write();
                } catch (const StoreFailure& failure) {
                    qWarning("%s", failure.what());
                    ++failures;
                }
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        RunStore store(folder.path());
        const auto runs = store.runs();
        QCOMPARE(runs.size(), 60U);
        for (const auto& one : runs)
            QCOMPARE(store.series(one).validations.size(), 5U);
    }

    void another_windows_writing_is_noticed() {
        QTemporaryDir folder;
        RunStore here(folder.path()), there(folder.path());
        const auto before = here.version();
        QCOMPARE(here.version(), before);
        there.begin(run());
        QVERIFY(here.version() != before);
    }

    void a_writer_killed_at_any_moment_leaves_the_database_whole() {
        QTemporaryDir folder;
        std::mt19937 random(5); // NOLINT: the same each time
        std::size_t written = 0;
        for (int round = 0; round < 12; ++round) {
            QProcess writer;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("ZHUYI_TEST_WRITER", folder.path());
            writer.setProcessEnvironment(environment);
            writer.start(QCoreApplication::applicationFilePath(), {});
            QVERIFY(writer.waitForReadyRead(60000)); // it is at work
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 100000));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(integrity(folder.path()), QString("ok"));
            RunStore store(folder.path());
            const auto runs = store.runs();
            QVERIFY(runs.size() > written); // nothing that was there has gone
            written = runs.size();
            for (const RunInfo& one : runs) {
                QVERIFY(one.end == RunEnd::Completed || one.end == RunEnd::CutOff);
                const auto series = store.series(one);
                QVERIFY(one.end != RunEnd::Completed || (series.steps.size() == 40 && series.validations.size() == 4));
                for (const auto& report : series.validations)
                    QCOMPARE(report.samples.size(), 2U); // in one piece with their validation
            }
        }
        qInfo("%zu runs written", written);
    }

    void what_cannot_be_opened_is_told_apart() {
        const auto kindOf = [](const QString& folder) {
            try {
                const RunStore store(folder);
            } catch (const StoreFailure& failure) {
                return int(failure.kind());
            }
            return -1;
        };
        QCOMPARE(kindOf("/proc/none"), int(StoreFailure::Kind::FolderUnwritable));
        QTemporaryDir folder;
        QFile file(RunStore::file(folder.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(kindOf(folder.path()), int(StoreFailure::Kind::Database));
        QVERIFY(file.remove());
        QCOMPARE(kindOf(folder.path()), -1);
        {
            auto database = QSqlDatabase::addDatabase("QSQLITE", "newer");
            database.setDatabaseName(file.fileName());
            QVERIFY(database.open());
            QSqlQuery("PRAGMA user_version = 99", database);
            database.close();
        }
        QSqlDatabase::removeDatabase("newer");
        QCOMPARE(kindOf(folder.path()), int(StoreFailure::Kind::TooNew));
    }

    void a_recorded_folder_is_read_whole_or_cut_off() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(content);
        };
        QVERIFY(!RecordedRun::read(folder.path()));
        write("settings.txt", "hidden_size=24\nattention=none\nsomething_new=1\nbatch_size=10\n");
        const char* const log =
            "{'step':8,'epoch':1,'seconds':9.6,'train_loss':4.5,'learning_rate':0.001,'gradient_norm':2}\n"
            "{'step':10,'epoch':1,'seconds':12,'dev_loss':4.25,'bleu':3.5,'token_accuracy':0.25,'train_loss':4.4}\n"
            "{'step':12,'epo";
        write("log.jsonl", quoted(log));
        const QByteArray record =
            quoted("{'format':1,'program':'0.1.0','process':1,'started':'2026-01-31T12:00:00Z',%1 "
                   "'corpus':{'path':'/c/"
                   "pairs.tsv','dev':'','alignments':'','dev_alignments':'','one_based':false,'pairs':120, "
                   "'train_pairs':100},'minutes':0,'parameters':5,'step':10,'metrics':{'dev_loss':4.25},'resumed':"
                   "false, 'checkpoint':'/c/m.checkpoint'}");
        write("run.json", QByteArray(record).replace("%1", ""));
        auto read = RecordedRun::read(folder.path());
        QVERIFY(read);
        QCOMPARE(read->info.end, RunEnd::CutOff);
        QCOMPARE(read->info.settings.hidden_size, 24);
        QCOMPARE(read->info.settings.attention, std::string("none"));
        QCOMPARE(read->info.began, QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
        QCOMPARE(read->series.steps.size(), 2U);
        QCOMPARE(read->series.validations.size(), 1U);
        QVERIFY(read->series.validations[0].best && read->series.validations[0].endOfEpoch);
        QCOMPARE(*read->series.validations[0].bleu, 3.5);
        QCOMPARE(read->info.checkpoint, QString("/c/m.checkpoint"));
        write("run.json",
              QByteArray(record).replace("%1", quoted("'ended':'2026-01-31T13:00:00Z','end':'completed',")));
        read = RecordedRun::read(folder.path());
        QVERIFY(read);
        QCOMPARE(read->info.end, RunEnd::Completed);
        write("run.json", QByteArray(record).replace("%1", "").replace("\"format\":1", "\"format\":2"));
        QVERIFY(!RecordedRun::read(folder.path()));
        write("run.json", record.left(40));
        QVERIFY(!RecordedRun::read(folder.path()));
        // One that still goes on is left alone.
        write("run.json",
              QByteArray(record).replace("%1", "").replace(
                  "\"process\":1", "\"process\":" + QByteArray::number(QCoreApplication::applicationPid())));
        QVERIFY(!RecordedRun::read(folder.path()));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (const auto folder = qEnvironmentVariable("ZHUYI_TEST_WRITER"); !folder.isEmpty())
        return writeUntilKilled(folder);
    RunStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "RunStoreTest.moc"
