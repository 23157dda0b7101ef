#include "tests/end-to-end/Program.h"

#include <QTemporaryDir>

/// `zhuyi corpus`.
class CorpusCommand : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

    Outcome write(const char* name, const char* seed) const {
        return run({QStringLiteral("corpus"), QStringLiteral("--out"), path(name), QStringLiteral("--pairs"),
                    QStringLiteral("500"), QStringLiteral("--seed"), QString::fromLatin1(seed),
                    QStringLiteral("--alignments"), path(name) + QStringLiteral(".align")});
    }

  private Q_SLOTS:
    void writesPairsAndTheirAlignments() {
        const auto outcome = write("one", "1");
        COMPARE_FINE(outcome);
        QVERIFY(outcome.out.isEmpty());
        const auto lines = Outcome::lines(bytesOf(path("one")));
        const auto alignments = Outcome::lines(bytesOf(path("one.align")));
        QCOMPARE(lines.size(), 500);
        QCOMPARE(alignments.size(), 500);
        QCOMPARE(lines.first(), QByteArray("今天 是 星期日 。\ttoday is Sunday ."));
        QCOMPARE(alignments.first(), QByteArray("0-0 1-1 2-2 3-3"));
        for (const auto& line : lines)
            QCOMPARE(line.count('\t'), 1);
    }

    void sameSeedSameFile() {
        COMPARE_FINE(write("first", "7"));
        COMPARE_FINE(write("second", "7"));
        COMPARE_FINE(write("other", "8"));
        QCOMPARE(bytesOf(path("first")), bytesOf(path("second")));
        QCOMPARE(bytesOf(path("first.align")), bytesOf(path("second.align")));
        QVERIFY(bytesOf(path("first")) != bytesOf(path("other")));
    }

    void saysWhereItCannotWrite() {
        const auto outcome = run({QStringLiteral("corpus"), QStringLiteral("--out"), path("no/such/folder.tsv")});
        COMPARE_FAILED(outcome, 1, "folder.tsv");
    }

    void refusesANumberOfPairsThatIsNone() {
        const auto outcome = run(
            {QStringLiteral("corpus"), QStringLiteral("--out"), path("none"), QStringLiteral("--pairs"), QStringLiteral("0")});
        COMPARE_FAILED(outcome, 2, "--pairs");
        QVERIFY(!QFile::exists(path("none")));
    }
};

QTEST_GUILESS_MAIN(CorpusCommand)
#include "CorpusCommand.moc"
