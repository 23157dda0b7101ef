#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/TinyCorpus.h"

#include <QTemporaryDir>

/// What the command line says to a person who gets it wrong, or asks for help.
class Usage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void wrongUsageExitsWith2AndSaysWhy_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* name, const char* arguments, const char* named) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << QByteArray(named);
        };
        row("no corpus", "train --out m.zhuyi", "CORPUS");
        row("no model to write", "train CORPUS", "--out");
        row("an option that is none", "train CORPUS --out m.zhuyi --nonsense", "--nonsense");
        row("a setting that is none", "train CORPUS --out m.zhuyi --set nonsense=1", "nonsense");
        row("a setting without a value", "train CORPUS --out m.zhuyi --set hidden_size", "hidden_size");
        row("a value out of range", "train CORPUS --out m.zhuyi --set hidden_size=-5", "hidden_size");
        row("a value that is no number", "train CORPUS --out m.zhuyi --set dropout=much", "dropout");
        row("a value that is no choice", "train CORPUS --out m.zhuyi --set attention=all", "attention");
        row("a direction that is none", "train CORPUS --out m.zhuyi --direction zh-fr", "zh-fr");
        row("no epochs", "train CORPUS --out m.zhuyi --epochs 0", "epochs");
        row("minutes that are none", "train CORPUS --out m.zhuyi --minutes -3", "minutes");
        row("a preset that is none", "train CORPUS --out m.zhuyi --preset huge", "huge");
        row("no model to translate with", "translate", "MODEL");
        row("no corpus to evaluate on", "evaluate m.zhuyi", "CORPUS");
        row("nothing to inspect", "inspect", "FILE");
    }
    void wrongUsageExitsWith2AndSaysWhy() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        QTemporaryDir folder;
        const auto corpus = folder.filePath(QStringLiteral("corpus.tsv"));
        writeFile(corpus, tinyCorpus(100));
        arguments.replaceInStrings(QStringLiteral("CORPUS"), corpus);
        const auto outcome = run(arguments, {}, folder.path());
        QVERIFY2(outcome.code == 2, outcome.told().constData());
        QVERIFY2(outcome.out.isEmpty(), outcome.told().constData());
        QVERIFY2(outcome.err.contains(named), outcome.told().constData());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("m.zhuyi"))));
    }

    void helpNamesEveryCommand() {
        const auto outcome = run({QStringLiteral("--help")});
        COMPARE_FINE(outcome);
        for (const char* command : {"train", "translate", "evaluate", "inspect"}) {
            QVERIFY2(outcome.out.contains(command), command);
            const auto help = run({QString::fromLatin1(command), QStringLiteral("--help")});
            COMPARE_FINE(help);
            QVERIFY2(help.out.contains(command), command);
        }
    }

    void withoutADisplayTheWindowSaysSoInOneLine() {
        const auto outcome = run({});
        COMPARE_FAILED(outcome, 1, "display");
        QCOMPARE(outcome.errLines().size(), 1);
    }
};

QTEST_GUILESS_MAIN(Usage)
#include "Usage.moc"
