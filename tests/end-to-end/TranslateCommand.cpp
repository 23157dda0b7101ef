#include "tests/end-to-end/TrainedModel.h"

/// `zhuyi translate`.
class TranslateCommand : public QObject {
    Q_OBJECT

    TrainedModel trained_;

    Outcome translate(const QByteArray& input, const QStringList& flags = {}) const {
        return run(QStringList{QStringLiteral("translate"), trained_.model} + flags, input);
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

    void translatesAFileAsItDoesEachLine() {
        QByteArray file;
        const auto pairs = tinyPairs(200);
        for (const auto& pair : pairs)
            file += pair.split('\t')[0] + '\n';
        for (const char* beam : {"1", "3"}) {
            const QStringList flags{QStringLiteral("--beam"), QString::fromLatin1(beam)};
            const auto whole = translate(file, flags);
            COMPARE_FINE(whole);
            const auto lines = whole.outLines();
            QCOMPARE(lines.size(), pairs.size());
            const auto alone = translate(pairs[150].split('\t')[0] + '\n', flags);
            QCOMPARE(alone.outLines().value(0), lines[150]);
        }
    }

    void severalModelsTranslateTogether() {
        const auto other = trained_.path("other.zhuyi"), wordless = trained_.path("wordless.zhuyi");
        const auto train = [&](const QString& model, const QString& setting) {
            return run(QStringList{QStringLiteral("train"), trained_.corpus, QStringLiteral("--out"), model,
                                   QStringLiteral("--set"), setting} +
                       tinySettings(2));
        };
        COMPARE_FINE(train(other, QStringLiteral("attention=dot")));
        QByteArray input;
        for (const auto& pair : tinyPairs(40))
            input += pair.split('\t')[0] + '\n';
        const auto alone = translate(input);
        const auto twice = translate(input, {QStringLiteral("--ensemble"), trained_.model});
        COMPARE_FINE(twice);
        QCOMPARE(twice.out, alone.out); // of one mind
        // A model that knows little beside one that is sure changes what is probable, if not what is written.
        const QStringList scored{QStringLiteral("--n-best"), QStringLiteral("1")};
        const auto together = translate(input, scored + QStringList{QStringLiteral("--ensemble"), other});
        COMPARE_FINE(together);
        QCOMPARE(together.outLines().size(), 40);
        QVERIFY(together.out != translate(input, scored).out);
        COMPARE_FINE(train(wordless, QStringLiteral("target_tokenizer=character")));
        COMPARE_FAILED(translate(input, {QStringLiteral("--ensemble"), wordless}), 1, "target_tokenizer");
    }

    void listsTheBestWhereThatIsAsked() {
        const auto sentence = tinyPairs(1).first().split('\t')[0];
        const auto outcome = translate(sentence + "\n\n" + sentence + '\n', {QStringLiteral("--n-best"), QStringLiteral("3")});
        COMPARE_FINE(outcome);
        const auto lines = outcome.outLines();
        QCOMPARE(lines.size(), 7); // three, one for the empty line, three
        const auto best = translate(sentence + '\n', {QStringLiteral("--beam"), QStringLiteral("3")}).outLines().value(0);
        double last = 0;
        for (int i = 0; i < lines.size(); ++i) {
            const auto text = QString::fromUtf8(lines[i]);
            const auto parts = text.split(QStringLiteral(" ||| "));
            QCOMPARE(parts.size(), 3);
            QCOMPARE(parts[0].toInt(), i < 3 ? 0 : i < 4 ? 1 : 2);
            bool isNumber = false;
            const double score = parts[2].toDouble(&isNumber);
            QVERIFY(isNumber && score <= 0);
            if (i < 3) {
                QVERIFY(i == 0 || score <= last);
                last = score;
                QCOMPARE(lines[i].mid(1), lines[i + 4].mid(1));
            }
        }
        QCOMPARE(QString::fromUtf8(lines[0]).split(QStringLiteral(" ||| ")).value(1), QString::fromUtf8(best));
    }

    void refusesOptionsThatAreNone() {
        for (const QStringList& flags : {QStringList{QStringLiteral("--beam"), QStringLiteral("0")},
                                         QStringList{QStringLiteral("--beam"), QStringLiteral("many")},
                                         QStringList{QStringLiteral("--temperature"), QStringLiteral("-1")}}) {
            const auto outcome = translate("", flags);
            QVERIFY2(outcome.code == 2, outcome.told().constData());
            QCOMPARE(outcome.errLines().size(), 1);
        }
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
