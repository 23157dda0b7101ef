#include "tests/end-to-end/TrainedModel.h"

/// `zhuyi translate`.
class TranslateCommand : public QObject {
    Q_OBJECT

    TrainedModel trained_;

    Outcome translate(const QByteArray& input) const {
        return run({QStringLiteral("translate"), trained_.model}, input);
    }

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(30);
        COMPARE_FINE(trained_.outcome);
    }

    void translatesWhatItLearned() {
        // By heart, nearly: a grammar this small is learned whole.
        int right = 0;
        const auto pairs = tinyPairs(40);
        QByteArray input;
        for (const auto& pair : pairs)
            input += pair.split('\t')[0] + '\n';
        const auto outcome = translate(input);
        COMPARE_FINE(outcome);
        const auto lines = outcome.outLines();
        QCOMPARE(lines.size(), pairs.size());
        for (int i = 0; i < lines.size(); ++i)
            right += lines[i].toLower() == pairs[i].split('\t')[1].toLower();
        QVERIFY2(right >= 20, outcome.out.constData());
    }

    void answersLineForLine() {
        const QByteArray known = tinyPairs(1).first().split('\t')[0];
        const QList<QByteArray> input = {known,
                                         "",
                                         "   \t ",
                                         "龘靐齉", // no word of the corpus
                                         "Entirely English words.",
                                         QByteArray("猫").repeated(2000),
                                         QByteArray("x").repeated(2000),
                                         "\xff\xfe not UTF-8 \xc3",
                                         QByteArray("one\0two", 7),
                                         "\xe3\x80\x80", // an ideographic space alone
                                         known + "\r",
                                         known};
        const auto outcome = translate(input.join('\n') + '\n');
        COMPARE_FINE(outcome);
        const auto lines = outcome.out.split('\n'); // with an empty one after the last line's end
        QCOMPARE(lines.size(), input.size() + 1);
        QVERIFY(!lines.first().isEmpty());
        for (const int empty : {1, 2, 9})
            QVERIFY2(lines[empty].isEmpty(), lines[empty].constData());
        QCOMPARE(lines[10], lines.first());
        QCOMPARE(lines[11], lines.first());
    }

    void warnsOfACutSentenceByItsLine() {
        const auto outcome = translate("我喜欢猫。\n" + QByteArray("猫").repeated(2000) + "\n");
        COMPARE_FINE(outcome);
        QCOMPARE(outcome.errLines().size(), 1);
        QVERIFY2(outcome.err.contains("line 2"), outcome.err.constData());
    }

    void answersALastLineWithoutAnEnd() {
        QCOMPARE(translate("我喜欢猫。").outLines().size(), 1);
        QCOMPARE(translate("").out, QByteArray());
    }

    void answersEachLineBeforeTheNextIsWritten() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(ZHUYI_PROGRAM), {QStringLiteral("translate"), trained_.model});
        for (int i = 0; i < 3; ++i) {
            process.write(i == 1 ? "\n" : "我喜欢猫。\n");
            while (!process.canReadLine())
                QVERIFY(process.waitForReadyRead(LimitMs));
            process.readLine();
        }
        process.closeWriteChannel();
        const auto outcome = outcomeOf(process);
        COMPARE_FINE(outcome);
        QVERIFY(outcome.out.isEmpty());
    }

    void opensAModelAloneElsewhere() {
        const auto here = translate("我喜欢猫。\n");
        QTemporaryDir elsewhere;
        const auto copy = elsewhere.filePath(QStringLiteral("注意 copy.zhuyi"));
        QVERIFY(QFile::copy(trained_.model, copy));
        const auto hidden = trained_.corpus + QStringLiteral(".away");
        QVERIFY(QFile::rename(trained_.corpus, hidden));
        const auto there =
            run({QStringLiteral("translate"), QStringLiteral("注意 copy.zhuyi")}, "我喜欢猫。\n", elsewhere.path());
        QVERIFY(QFile::rename(hidden, trained_.corpus));
        COMPARE_FINE(there);
        QCOMPARE(there.out, here.out);
    }

    void endsWith130WhenInterruptedWhileItWaits() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(ZHUYI_PROGRAM), {QStringLiteral("translate"), trained_.model});
        process.write("我喜欢猫。\n");
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(LimitMs));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QCOMPARE(outcomeOf(process).code, 130);
    }

    void failsWhenItsOutputCannotBeWritten() {
        const auto outcome = runInShell(QStringLiteral("printf '我喜欢猫。\\n' | \"$0\" \"$@\" > /dev/full"),
                                        {QStringLiteral("translate"), trained_.model});
        COMPARE_FAILED(outcome, 1, "output");
    }
};

QTEST_GUILESS_MAIN(TranslateCommand)
#include "TranslateCommand.moc"
