#include "tests/end-to-end/TrainedModel.h"

#include <unistd.h>

/// Files that are no corpus: one clear line, exit code 1, nothing left behind, nothing lost.
class BadCorpus : public QObject {
    Q_OBJECT

    TrainedModel trained_;

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(1);
        COMPARE_FINE(trained_.outcome);
    }

    void isRefusedByEveryCommand_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("words"); // that the message must have
        const auto file = [&](const char* name, const QByteArray& bytes, const char* words) {
            const auto path = trained_.path(name) + QStringLiteral(".tsv");
            writeFile(path, bytes);
            QTest::newRow(name) << path << QByteArray(words);
        };
        QByteArray chinese, english, gb;
        for (int i = 0; i < 50; ++i) {
            chinese += tinyPairs(50)[i].split('\t')[0] + '\n';
            english += "A sentence of number " + QByteArray::number(i) + "\tand another one in English\n";
            gb += "\xce\xd2\xcf\xb2\xbb\xb6\xc3\xa8\xa1\xa3\tI like cats " + QByteArray::number(i) + ".\n"; // GB18030
        }
        QByteArray noise;
        for (quint32 i = 0, state = 1; i < 100000; ++i) {
            state = state * 1664525 + 1013904223;
            noise += static_cast<char>(state >> 24);
        }
        file("empty", "", "is empty");
        file("blank", "\n\n \n", "empty");
        file("single-column", chinese, "column");
        file("one-language", english, "Chinese");
        file("binary", noise, "text");
        file("other-encoding", gb, "UTF-8");
        file("megabyte-lines",
             (QByteArray("长").repeated(400000) + "\t" + QByteArray("long ").repeated(200000) + "\n").repeated(3),
             "No pair");
        file("one-side-empty", "我喜欢猫。\t\n\tI like cats.\n", ".");
        QTest::newRow("missing") << trained_.path("nowhere.tsv") << QByteArray("no file");
        QTest::newRow("a folder") << trained_.folder.path() << QByteArray("cannot be read");
        QTest::newRow("a program") << QStringLiteral(ZHUYI_PROGRAM) << QByteArray("text");
        if (geteuid() != 0) {
            const auto locked = trained_.path("locked.tsv");
            writeFile(locked, tinyCorpus(100));
            QFile::setPermissions(locked, QFile::WriteOwner);
            QTest::newRow("not readable") << locked << QByteArray("cannot be read");
        }
    }
    void isRefusedByEveryCommand() {
        QFETCH(QString, file);
        QFETCH(QByteArray, words);
        const auto model = trained_.path("new.zhuyi");
        const auto name = QFile::encodeName(QFileInfo(file).fileName());
        const QStringList train =
            QStringList{QStringLiteral("train"), file, QStringLiteral("--out"), model} + tinySettings(1);
        const QStringList dev = QStringList{QStringLiteral("train"), trained_.corpus,
                                            QStringLiteral("--out"), model,
                                            QStringLiteral("--dev"), file} +
                                tinySettings(1);
        for (const auto& arguments : {train, dev, QStringList{QStringLiteral("evaluate"), trained_.model, file},
                                      QStringList{QStringLiteral("inspect"), file}}) {
            const auto outcome = run(arguments);
            COMPARE_FAILED(outcome, 1, words);
            QVERIFY2(outcome.err.contains(name), outcome.told().constData());
            QVERIFY2(outcome.errLines().size() == 1, outcome.told().constData());
            QVERIFY2(outcome.err.size() < 1000, "a sentence is short");
            QVERIFY(!QFile::exists(model));
        }
    }

    void withAFewBadLinesIsReadWithoutThem() {
        auto lines = tinyPairs(200);
        lines.insert(20, "坏\xff\xfe字节\tBad bytes.");
        lines.insert(40, QByteArray("长").repeated(400000) + "\t" + QByteArray("long ").repeated(200000));
        lines.insert(60, "no tab here");
        lines.insert(80, "");
        lines.insert(100, QByteArray("我\0们\tzero", 12));
        const auto file = trained_.path("few-bad.tsv"), model = trained_.path("few-bad.zhuyi");
        writeFile(file, lines.join("\r\n"));
        const auto outcome =
            run(QStringList{QStringLiteral("train"), file, QStringLiteral("--out"), model} + tinySettings(1));
        COMPARE_FINE(outcome);
        QVERIFY(QFile::exists(model));
    }

    void leavesTheOldModelAsItWas() {
        const auto old = bytesOf(trained_.model);
        const auto outcome = run(QStringList{QStringLiteral("train"), trained_.path("nowhere.tsv"),
                                             QStringLiteral("--out"), trained_.model} +
                                 tinySettings(1));
        COMPARE_FAILED(outcome, 1, "nowhere.tsv");
        QVERIFY(bytesOf(trained_.model) == old);
    }
};

QTEST_GUILESS_MAIN(BadCorpus)
#include "BadCorpus.moc"
