#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/TinyCorpus.h"

#include <QTemporaryDir>

/// `zhuyi train --record`, whose folder RunFolder.h describes.
class RecordedRun : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString corpus_, model_;

    QStringList arguments(int epochs) const {
        return QStringList{QStringLiteral("train"), corpus_, QStringLiteral("--out"), model_,
                           QStringLiteral("--record")} +
               tinySettings(epochs);
    }
    QString runs() const { return folder_.filePath(QStringLiteral("data/runs")); }
    QStringList names() const { return QDir(runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name); }
    QString newest(const char* file) const {
        return runs() + QLatin1Char('/') + names().value(names().size() - 1) + QLatin1Char('/') +
               QString::fromLatin1(file);
    }
    QJsonObject record() const { return QJsonDocument::fromJson(bytesOf(newest("run.json"))).object(); }

  private Q_SLOTS:
    void initTestCase() {
        corpus_ = folder_.filePath(QStringLiteral("corpus.tsv"));
        model_ = folder_.filePath(QStringLiteral("model.zhuyi"));
        writeFile(corpus_, tinyCorpus(400));
    }
    void init() {
        qputenv("ZHUYI_DATA", folder_.filePath(QStringLiteral("data")).toUtf8());
        QDir(folder_.filePath(QStringLiteral("data"))).removeRecursively();
        QFile::remove(model_);
    }

    void a_run_to_its_end_leaves_settings_log_model_and_record() {
        const auto log = folder_.filePath(QStringLiteral("log.jsonl"));
        const auto outcome = run(arguments(3) << QStringLiteral("--log") << log);
        COMPARE_FINE(outcome);
        QCOMPARE(names().size(), 1);
        QVERIFY2(outcome.err.contains(names().front().toUtf8()), outcome.told().constData());
        QCOMPARE(QDir(runs() + QLatin1Char('/') + names().front()).entryList(QDir::Files, QDir::Name),
                 (QStringList{"log.jsonl", "model.zhuyi", "run.json", "settings.txt"}));
        QCOMPARE(bytesOf(newest("model.zhuyi")), bytesOf(model_));
        QCOMPARE(bytesOf(newest("log.jsonl")), bytesOf(log));
        QVERIFY(validations(readLog(log)).size() >= 3); // one an epoch, and early ones
        QVERIFY(validations(readLog(log)).front().value(QStringLiteral("bleu")).isDouble());
        const auto settings = bytesOf(newest("settings.txt"));
        QVERIFY(settings.contains("\nhidden_size=16\n") && settings.contains("\nepochs=3\n"));
        const auto json = record();
        QCOMPARE(json.value("format").toInt(), 1);
        QCOMPARE(json.value("end").toString(), QString("completed"));
        QVERIFY(!json.value("started").toString().isEmpty() && !json.value("ended").toString().isEmpty());
        QVERIFY(!json.value("program").toString().isEmpty());
        QCOMPARE(json.value("corpus").toObject().value("path").toString(), corpus_);
        QCOMPARE(json.value("corpus").toObject().value("pairs").toInt(), 400);
        QCOMPARE(json.value("step").toInt(), outcome.json().value("step").toInt());
        QCOMPARE(json.value("metrics").toObject().value("dev_loss"), outcome.json().value("dev_loss"));
        QCOMPARE(json.value("checkpoint").toString(), QString());

        // The same again, in the same second perhaps, is another run.
        COMPARE_FINE(run(arguments(1)));
        QCOMPARE(names().size(), 2);
    }

    void an_interrupted_run_tells_where_its_checkpoint_is() {
        const auto outcome =
            runAndInterrupt(arguments(100000), [this] { return bytesOf(newest("log.jsonl")).size() > 0; });
        QCOMPARE(outcome.code, 130);
        QCOMPARE(record().value("end").toString(), QString("interrupted"));
        QCOMPARE(record().value("checkpoint").toString(), model_ + ".checkpoint");
        QVERIFY(QFile::exists(model_ + ".checkpoint"));
        QVERIFY(!QFile::exists(newest("model.zhuyi")));
        QVERIFY(QFile::remove(model_ + ".checkpoint"));
    }

    void a_run_killed_leaves_whole_files_and_no_end() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(ZHUYI_PROGRAM), arguments(100000));
        QTRY_VERIFY_WITH_TIMEOUT(readLog(newest("log.jsonl")).size() > 1, 60000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(record().value("process").toInteger() > 0, true);
        QVERIFY(!record().contains("ended"));
        QVERIFY(bytesOf(newest("settings.txt")).contains("hidden_size=16"));
        QFile::remove(model_ + ".checkpoint");
    }

    void the_xdg_folder_is_where_it_goes_by_itself() {
        qunsetenv("ZHUYI_DATA");
        qputenv("XDG_DATA_HOME", folder_.filePath(QStringLiteral("xdg")).toUtf8());
        const auto outcome = run(arguments(1));
        qunsetenv("XDG_DATA_HOME");
        COMPARE_FINE(outcome);
        QCOMPARE(QDir(folder_.filePath(QStringLiteral("xdg/zhuyi/runs")))
                     .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                     .size(),
                 1);
    }

    void a_folder_that_cannot_be_written_is_told_before_any_training() {
        qputenv("ZHUYI_DATA", "/proc/none");
        const auto outcome = run(arguments(1));
        COMPARE_FAILED(outcome, 1, "/proc/none/runs cannot be written");
        QVERIFY(!QFile::exists(model_));
    }
};

QTEST_GUILESS_MAIN(RecordedRun)
#include "RecordedRun.moc"
