#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/SafetensorsReader.h"
#include "tests/end-to-end/TinyCorpus.h"

#include "engine/session/Settings.h"

#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

#include <set>

#include <cmath>

/// `zhuyi train`.
class TrainCommand : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString corpus_, model_, log_;

    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

    static QStringList training(const QString& corpus, const QString& model, int epochs, const QStringList& more = {}) {
        return QStringList{QStringLiteral("train"), corpus, QStringLiteral("--out"), model} + tinySettings(epochs) +
               more;
    }
    /// The lines of a log that a repeated run repeats, without what is measured by a clock.
    static QList<QJsonObject> repeatable(const QString& log) {
        auto lines = validations(readLog(log));
        for (auto& line : lines)
            for (const char* clocked : {"seconds", "tokens_per_second"})
                line.remove(QString::fromLatin1(clocked));
        return lines;
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        corpus_ = path("corpus.tsv");
        model_ = path("first.zhuyi");
        log_ = path("first.jsonl");
        writeFile(corpus_, tinyCorpus(300));
        const auto outcome = run(training(corpus_, model_, 6, {QStringLiteral("--log"), log_}));
        COMPARE_FINE(outcome);
    }

    void leavesAModelAndNothingElseBesideIt() {
        const auto left = QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(left, QStringList({QStringLiteral("corpus.tsv"), QStringLiteral("first.jsonl"),
                                    QStringLiteral("first.zhuyi")}));
    }

    void logsEveryValidationAsOneJsonObjectALine() {
        const auto lines = validations(readLog(log_));
        // At the end of each of six epochs, and early in the run.
        const auto stepOf = [](const QJsonObject& line) { return line.value(QStringLiteral("step")).toInteger(); };
        const auto steps = stepOf(lines.last());
        std::set<qint64> expected, logged;
        for (qint64 epoch = 1; epoch <= 6; ++epoch)
            expected.insert(epoch * steps / 6);
        for (const qint64 early : {50, 75, 100, 150})
            if (early < steps)
                expected.insert(early);
        for (const auto& line : lines)
            logged.insert(stepOf(line));
        QVERIFY(steps < 200);
        QVERIFY(logged == expected);
        QCOMPARE(lines.size(), qsizetype(expected.size()));
        for (const auto& line : lines) {
            for (const char* key : {"step", "epoch", "seconds", "train_loss", "dev_loss", "perplexity",
                                    "token_accuracy", "learning_rate", "tokens_per_second"})
                QVERIFY2(line.value(QString::fromLatin1(key)).isDouble(), key);
            QCOMPARE(line.value(QStringLiteral("epoch")).toInteger(), (6 * stepOf(line) + steps - 1) / steps);
            QVERIFY(qAbs(std::exp(line.value(QStringLiteral("dev_loss")).toDouble()) -
                         line.value(QStringLiteral("perplexity")).toDouble()) < 1e-3);
            const double accuracy = line.value(QStringLiteral("token_accuracy")).toDouble();
            QVERIFY(accuracy >= 0 && accuracy <= 1);
        }
    }

    void learns() {
        const auto lines = validations(readLog(log_));
        QVERIFY(lines.last().value(QStringLiteral("dev_loss")).toDouble() <
                0.7 * lines.first().value(QStringLiteral("dev_loss")).toDouble());
        QVERIFY(lines.last().value(QStringLiteral("token_accuracy")).toDouble() >
                lines.first().value(QStringLiteral("token_accuracy")).toDouble());
    }

    void givesTheSameRunForTheSameSeed() {
        const auto model = path("again.zhuyi"), log = path("again.jsonl");
        COMPARE_FINE(run(training(corpus_, model, 6, {QStringLiteral("--log"), log})));
        QVERIFY(!repeatable(log).isEmpty());
        QCOMPARE(repeatable(log), repeatable(log_));
        QVERIFY(SafetensorsReader(bytesOf(model)).tensors == SafetensorsReader(bytesOf(model_)).tensors);
    }

    void givesAnotherRunForAnotherSeed() {
        const auto log = path("other.jsonl");
        COMPARE_FINE(run(training(corpus_, path("other.zhuyi"), 1,
                                  {QStringLiteral("--seed"), QStringLiteral("2"), QStringLiteral("--log"), log})));
        QVERIFY(repeatable(log).first() != repeatable(log_).first());
    }

    void resumesAfterAnInterruptToTheSameEndBitForBit() {
        const int epochs = 60;
        const auto whole = path("whole.zhuyi"), wholeLog = path("whole.jsonl");
        COMPARE_FINE(run(training(corpus_, whole, epochs, {QStringLiteral("--log"), wholeLog})));

        const auto model = path("broken.zhuyi"), log = path("broken.jsonl"), resumedLog = path("resumed.jsonl");
        const auto arguments = training(corpus_, model, epochs);
        const auto interrupted = runAndInterrupt(arguments + QStringList{QStringLiteral("--log"), log},
                                                 [&] { return validations(readLog(log)).size() >= 2; });
        QVERIFY2(interrupted.code == 130, interrupted.told().constData());
        QVERIFY(!QFile::exists(model));
        const auto resumed =
            run(arguments + QStringList{QStringLiteral("--resume"), QStringLiteral("--log"), resumedLog});
        COMPARE_FINE(resumed);

        const auto expected = repeatable(wholeLog);
        QVERIFY(expected.size() > epochs); // one an epoch, and early ones
        auto got = repeatable(log) + repeatable(resumedLog);
        QCOMPARE(got.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            for (const char* key : {"step", "epoch", "dev_loss", "perplexity", "token_accuracy"})
                QCOMPARE(got[i].value(QString::fromLatin1(key)), expected[i].value(QString::fromLatin1(key)));
        const SafetensorsReader a(bytesOf(whole)), b(bytesOf(model));
        QVERIFY(!a.tensors.isEmpty());
        QVERIFY(a.tensors == b.tensors);
    }

    void resumesOnlyWhatItsCheckpointBelongsTo() {
        const auto model = path("mismatch.zhuyi"), log = path("mismatch.jsonl");
        const auto arguments = training(corpus_, model, 500);
        const auto interrupted = runAndInterrupt(arguments + QStringList{QStringLiteral("--log"), log},
                                                 [&] { return !readLog(log).isEmpty(); });
        QVERIFY2(interrupted.code == 130, interrupted.told().constData());
        const auto otherSize = run(arguments + QStringList{QStringLiteral("--resume"), QStringLiteral("--set"),
                                                           QStringLiteral("hidden_size=20")});
        COMPARE_FAILED(otherSize, 1, "hidden_size");
        const auto none = run(training(corpus_, path("none.zhuyi"), 2, {QStringLiteral("--resume")}));
        COMPARE_FAILED(none, 1, "checkpoint");
        QVERIFY(!QFile::exists(model));
        QVERIFY(!QFile::exists(path("none.zhuyi")));
    }

    void endsWhenTheMinutesAreOver() {
        const auto model = path("minutes.zhuyi"), log = path("minutes.jsonl");
        COMPARE_FINE(
            run(training(corpus_, model, 100000,
                         {QStringLiteral("--minutes"), QStringLiteral("0.03"), QStringLiteral("--log"), log})));
        QVERIFY(QFile::exists(model));
        const auto lines = validations(readLog(log));
        QVERIFY(!lines.isEmpty());
        QVERIFY(lines.last().value(QStringLiteral("seconds")).toDouble() >= 0.03 * 60);
    }

    void keepsTheBestModelByDevLoss() {
        const auto model = path("best.zhuyi"), log = path("best.jsonl");
        // At this rate the loss jumps about.
        COMPARE_FINE(run(
            training(corpus_, model, 12,
                     {QStringLiteral("--set"), QStringLiteral("learning_rate=0.2"), QStringLiteral("--log"), log})));
        double best = 1e9;
        for (const auto& line : validations(readLog(log)))
            best = std::min(best, line.value(QStringLiteral("dev_loss")).toDouble());
        const auto metrics = run({QStringLiteral("inspect"), model}).json().value(QStringLiteral("metrics")).toObject();
        QVERIFY(qAbs(metrics.value(QStringLiteral("dev_loss")).toDouble() - best) < 1e-9);
    }

    void cutsNoPartFromTheCorpusWhenDevIsGiven() {
        const auto dev = path("dev.tsv"), model = path("dev.zhuyi");
        const auto pairs = tinyPairs(360);
        writeFile(dev, pairs.mid(300).join('\n') + '\n');
        COMPARE_FINE(run(training(corpus_, model, 2, {QStringLiteral("--dev"), dev})));
        const auto cut = run({QStringLiteral("inspect"), model_}).json().value(QStringLiteral("corpus")).toObject();
        const auto whole = run({QStringLiteral("inspect"), model}).json().value(QStringLiteral("corpus")).toObject();
        for (const char* key : {"dev_lines", "test_lines"}) {
            QVERIFY2(!cut.value(QString::fromLatin1(key)).toArray().isEmpty(), key);
            QVERIFY2(whole.value(QString::fromLatin1(key)).toArray().isEmpty(), key);
        }
        const auto trained = run({QStringLiteral("inspect"), model}).json();
        const auto evaluated = run({QStringLiteral("evaluate"), model, dev}).json();
        QVERIFY(qAbs(trained.value(QStringLiteral("metrics")).toObject().value(QStringLiteral("dev_loss")).toDouble() -
                     evaluated.value(QStringLiteral("loss")).toDouble()) < 1e-4);
    }

    void trainsTheOtherWayWithTheLastSettingGiven() {
        const auto model = path("en-zh.zhuyi");
        COMPARE_FINE(run(training(corpus_, model, 1,
                                  {QStringLiteral("--set"), QStringLiteral("direction=zh-en"), QStringLiteral("--seed"),
                                   QStringLiteral("4"), QStringLiteral("--direction"), QStringLiteral("en-zh"),
                                   QStringLiteral("--set"), QStringLiteral("seed=5")})));
        const auto settings =
            run({QStringLiteral("inspect"), model}).json().value(QStringLiteral("settings")).toObject();
        QCOMPARE(settings.value(QStringLiteral("direction")).toString(), QStringLiteral("en-zh"));
        QCOMPARE(settings.value(QStringLiteral("seed")).toInt(), 5);
    }

    void refusesToTrainOnFewerPairsThanABatch() {
        const auto small = path("small.tsv"), model = path("small.zhuyi");
        writeFile(small, tinyCorpus(12));
        const auto outcome = run(training(small, model, 1));
        COMPARE_FAILED(outcome, 1, "batch");
        QVERIFY(!QFile::exists(model));
    }

    void saysWhereTheModelCannotBeWritten() {
        const auto nowhere = folder_.filePath(QStringLiteral("no/such/folder/model.zhuyi"));
        const auto outcome = run(training(corpus_, nowhere, 1));
        COMPARE_FAILED(outcome, 1, "no/such/folder");
    }

    void keepsTheOldModelWhenAFileMayNotGrow() {
        // A limit on the size of files stands in for a full disk where nobody may mount one.
        QTemporaryDir place;
        const auto model = place.filePath(QStringLiteral("model.zhuyi"));
        const auto old = bytesOf(model_);
        writeFile(model, old);
        const auto outcome =
            runInShell(QStringLiteral("trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""), training(corpus_, model, 1));
        COMPARE_FAILED(outcome, 1, "cannot be written");
        QVERIFY(bytesOf(model) == old);
        QCOMPARE(QDir(place.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void keepsTheOldModelWhenTheDiskIsFull() {
        QTemporaryDir place;
        const auto mounted = QFile::encodeName(place.path());
        if (geteuid() != 0 || mount("tmpfs", mounted.constData(), "tmpfs", 0, "size=128k") != 0)
            QSKIP("NOT TESTED: only root can mount a small disk to fill");
        const auto unmount = qScopeGuard([&] { umount2(mounted.constData(), MNT_DETACH); });
        const auto model = place.filePath(QStringLiteral("model.zhuyi"));
        const auto old = bytesOf(model_);
        writeFile(model, old);
        writeFile(place.filePath(QStringLiteral("ballast")), QByteArray(128 * 1024 - old.size() - 16 * 1024, 'x'));
        const auto outcome = run(training(corpus_, model, 1));
        COMPARE_FAILED(outcome, 1, "disk is full");
        QVERIFY(bytesOf(model) == old);
        QCOMPARE(QDir(place.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
                 QStringList({QStringLiteral("ballast"), QStringLiteral("model.zhuyi")}));
    }

    void failsClearlyWhenTheLogCannotBeWritten() {
        const auto model = path("full-log.zhuyi");
        const auto outcome =
            run(training(corpus_, model, 100000, {QStringLiteral("--log"), QStringLiteral("/dev/full")}));
        COMPARE_FAILED(outcome, 1, "/dev/full");
        QVERIFY(!QFile::exists(model));
    }

    void settingsThatDoNotGoTogetherAreRefused_data() {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("coverage") << QStringList{"coverage=true", "attention=dot"}
                                  << QByteArray("attention chosen is dot");
        QTest::newRow("no subwords") << QStringList{"subword_sampling=0.1"} << QByteArray("needs subwords");
        QTest::newRow("joint words") << QStringList{"joint_vocabulary=true"}
                                     << QByteArray("joint vocabulary is one of subwords");
        QTest::newRow("joint with characters")
            << QStringList{"joint_vocabulary=true", "source_tokenizer=mixed", "target_tokenizer=mixed"}
            << QByteArray("joint vocabulary is one of subwords");
        QTest::newRow("guided") << QStringList{"subword_sampling=0.1", "target_tokenizer=subword", "guided_attention=1"}
                                << QByteArray("guided_attention or subword_sampling");
    }
    void settingsThatDoNotGoTogetherAreRefused() {
        QFETCH(QStringList, settings);
        QFETCH(QByteArray, said);
        QStringList flags;
        for (const auto& setting : settings)
            flags << QStringLiteral("--set") << setting;
        const auto model = path("refused.zhuyi");
        COMPARE_FAILED(run(training(corpus_, model, 1, flags)), 1, said.constData());
        QVERIFY(!QFile::exists(model));
    }

    void networksOfAnotherKindTrainAndSayThatTheyAreSlower() {
        const auto model = path("gru.zhuyi");
        const auto outcome = run(training(corpus_, model, 2,
                                          {QStringLiteral("--set"), QStringLiteral("cell=gru"), QStringLiteral("--set"),
                                           QStringLiteral("layer_normalisation=true"), QStringLiteral("--set"),
                                           QStringLiteral("coverage=true")}));
        COMPARE_FINE(outcome);
        QCOMPARE(outcome.err.count("a third slower"), 1);
        const auto usual = run(training(corpus_, path("lstm.zhuyi"), 1));
        QVERIFY(!usual.err.contains("a third slower"));
        COMPARE_FINE(run({QStringLiteral("translate"), model}, "我们每天吃苹果。\n"));
    }

    void listsEverySettingWithItsDefaultAndExplanation() {
        const auto outcome = run({QStringLiteral("train"), QStringLiteral("--list-settings")});
        COMPARE_FINE(outcome);
        for (const auto& info : zhuyi::settingInfos()) {
            QVERIFY2(outcome.out.contains(info.name), info.name);
            QVERIFY2(outcome.out.contains(info.explanation), info.name);
            QVERIFY2(outcome.out.contains(zhuyi::settingText(zhuyi::Settings(), info).c_str()), info.name);
        }
    }
};

QTEST_GUILESS_MAIN(TrainCommand)
#include "TrainCommand.moc"
