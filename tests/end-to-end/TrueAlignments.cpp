#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/TinyCorpus.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <set>

/// True alignments on the command line: `train` and `evaluate` with --alignments, and `align`.
class TrueAlignments : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString corpus_, alignments_, model_, log_;

    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }
    Outcome align(const QByteArray& input) const { return run({QStringLiteral("align"), model_}, input); }
    QStringList training(const QString& corpus, const QString& model, const QStringList& more) const {
        return QStringList{QStringLiteral("train"), corpus, QStringLiteral("--out"), model} + tinySettings(12) + more;
    }

    /// Words 1 to 1 but for the object, which comes first in English, and for 了, which is only possibly the verb's; in
    /// lines with their alignments.
    static void write(const QString& corpus, const QString& alignments, bool englishFirst, int firstIndex) {
        QByteArray text, links;
        const auto link = [&](int chinese, char sign, int english) {
            const auto first = englishFirst ? english : chinese, second = englishFirst ? chinese : english;
            links += QByteArray::number(first + firstIndex) + sign + QByteArray::number(second + firstIndex) + ' ';
        };
        for (const auto& [who, i] : {std::pair("我", "i"), {"你", "you"}, {"他们", "they"}, {"老师", "teachers"}})
            for (const auto& [does, did] : {std::pair("看", "saw"), {"买", "bought"}, {"找", "found"}, {"画", "drew"}})
                for (const auto& [what, it] :
                     {std::pair("书", "books"), {"茶", "tea"}, {"花", "flowers"}, {"苹果", "apples"}, {"鱼", "fish"}})
                    for (const auto& [when, then] : {std::pair("昨天", "yesterday"), {"今天", "today"}}) {
                        const auto chinese = QByteArray(who) + ' ' + when + ' ' + does + " 了 " + what + " 。";
                        const auto english = QByteArray(it) + ' ' + i + ' ' + did + ' ' + then + " .";
                        text += englishFirst ? english + '\t' + chinese : chinese + '\t' + english;
                        text += '\n';
                        for (const auto& [a, b] : {std::pair(0, 1), {1, 3}, {2, 2}, {4, 0}, {5, 4}})
                            link(a, '-', b);
                        link(3, firstIndex == 1 ? 'p' : '?', 2);
                        links += '\n';
                    }
        writeFile(corpus, text);
        writeFile(alignments, links);
    }

  private Q_SLOTS:
    void initTestCase() {
        corpus_ = path("corpus.tsv");
        alignments_ = path("corpus.align");
        model_ = path("model.zhuyi");
        log_ = path("log.jsonl");
        write(corpus_, alignments_, false, 0);
        const auto outcome = run(
            training(corpus_, model_, {QStringLiteral("--alignments"), alignments_, QStringLiteral("--log"), log_}));
        COMPARE_FINE(outcome);
        QVERIFY2(outcome.err.contains("AER 0."), outcome.told().constData());
        QVERIFY2(outcome.err.contains("160 with their alignment"), outcome.told().constData());
    }

    void theLogHasTheErrorRateOfEveryValidation() {
        const auto lines = validations(readLog(log_));
        // At the end of each of twelve epochs, and early in the run.
        const auto stepOf = [](const QJsonObject& line) { return line.value(QStringLiteral("step")).toInteger(); };
        const auto steps = stepOf(lines.last());
        std::set<qint64> expected, logged;
        for (qint64 epoch = 1; epoch <= 12; ++epoch)
            expected.insert(epoch * steps / 12);
        for (const qint64 early : {50, 75, 100, 150, 200, 300, 400, 600, 800})
            if (early < steps)
                expected.insert(early);
        for (const auto& line : lines)
            logged.insert(stepOf(line));
        QVERIFY(steps < 1200);
        QVERIFY(logged == expected);
        for (const auto& line : lines)
            for (const char* key : {"aer", "alignment_precision", "alignment_recall"}) {
                const auto value = line.value(QString::fromLatin1(key));
                QVERIFY2(value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1, key);
            }
        const auto model = run({QStringLiteral("inspect"), model_}).json();
        QVERIFY(model.value(QStringLiteral("metrics")).toObject().value(QStringLiteral("aer")).isDouble());
    }

    void eitherColumnOrderAndEitherFirstNumberGiveTheSameRun() {
        const auto turned = path("turned.tsv"), links = path("turned.align"), log = path("turned.jsonl");
        write(turned, links, true, 1);
        COMPARE_FINE(run(training(
            turned, path("turned.zhuyi"),
            {QStringLiteral("--alignments"), links, QStringLiteral("--one-based"), QStringLiteral("--log"), log})));
        const auto a = validations(readLog(log_)), b = validations(readLog(log));
        for (const char* key : {"aer", "dev_loss"})
            QCOMPARE(b.last().value(QString::fromLatin1(key)), a.last().value(QString::fromLatin1(key)));
    }

    void withoutAlignmentsThereIsNoErrorRate() {
        const auto log = path("plain.jsonl");
        const auto outcome = run(training(corpus_, path("plain.zhuyi"), {QStringLiteral("--log"), log}));
        COMPARE_FINE(outcome);
        QVERIFY(!outcome.err.contains("AER"));
        QVERIFY(!bytesOf(log).contains("aer"));
        const auto a = validations(readLog(log_)), b = validations(readLog(log));
        QCOMPARE(b.last().value(QStringLiteral("dev_loss")), a.last().value(QStringLiteral("dev_loss")));
    }

    void aDevFileMayHaveAlignmentsOfItsOwn() {
        const auto log = path("dev.jsonl");
        COMPARE_FINE(run(training(corpus_, path("dev.zhuyi"),
                                  {QStringLiteral("--dev"), corpus_, QStringLiteral("--dev-alignments"), alignments_,
                                   QStringLiteral("--log"), log})));
        QVERIFY(validations(readLog(log)).last().contains(QStringLiteral("aer")));
        QCOMPARE(run(training(corpus_, path("x.zhuyi"), {QStringLiteral("--dev-alignments"), alignments_})).code, 2);
    }

    void evaluatePrintsTheErrorRateWhereAlignmentsAreGiven() {
        const auto outcome =
            run({QStringLiteral("evaluate"), model_, corpus_, QStringLiteral("--alignments"), alignments_});
        COMPARE_FINE(outcome);
        const auto json = outcome.json();
        const auto value = [&](const char* key) { return json.value(QString::fromLatin1(key)).toDouble(-1); };
        for (const char* key : {"aer", "precision", "recall"})
            QVERIFY2(value(key) >= 0 && value(key) <= 1, key);
        const auto plain = run({QStringLiteral("evaluate"), model_, corpus_}).json();
        QVERIFY(!plain.contains(QStringLiteral("aer")));
        QCOMPARE(plain.value(QStringLiteral("loss")), json.value(QStringLiteral("loss")));

        // The same from what `align` prints: possible links are no error, and need not be given.
        QByteArray input;
        for (const auto& line : Outcome::lines(bytesOf(corpus_)))
            input += QByteArray(line).replace('\t', " ||| ") + '\n';
        const auto aligned = align(input);
        COMPARE_FINE(aligned);
        const auto lines = aligned.outLines(), gold = Outcome::lines(bytesOf(alignments_));
        QCOMPARE(lines.size(), gold.size());
        int links = 0, sure = 0, inSure = 0, inPossible = 0;
        for (int i = 0; i < lines.size(); ++i) {
            const auto wanted = gold[i].trimmed().split(' ');
            for (const auto& link : wanted)
                sure += link.contains('-');
            for (const auto& link : lines[i].isEmpty() ? QList<QByteArray>() : lines[i].split(' ')) {
                ++links;
                inSure += wanted.contains(link);
                inPossible += wanted.contains(link) || wanted.contains(QByteArray(link).replace('-', '?'));
            }
        }
        QVERIFY(qAbs(value("aer") - (1 - double(inSure + inPossible) / (links + sure))) < 1e-9);
        QVERIFY(qAbs(value("precision") - double(inPossible) / links) < 1e-9);
        QVERIFY(qAbs(value("recall") - double(inSure) / sure) < 1e-9);
    }

    void alignAnswersLineForLineWhateverComes() {
        const QByteArray known = "我 昨天 看 了 书 。 ||| books i saw yesterday .";
        const QList<QByteArray> input = {known,
                                         "",
                                         "  \t ",
                                         "no bars",
                                         "我 | | | i",
                                         "我||| i",
                                         "||| i",
                                         "我 |||",
                                         "|||",
                                         "我 ||| i ||| you",
                                         "火星人 昨天 ||| martians yesterday",
                                         "\xff\xfe 我 ||| \xc3 i",
                                         QByteArray("我 ").repeated(3000) + "||| " + QByteArray("i ").repeated(3000),
                                         "\t我 昨天 看 了 书 。 \t|||  books i saw yesterday .\r",
                                         known};
        const auto outcome = align(input.join('\n')); // the last line has no end
        COMPARE_FINE(outcome);
        const auto lines = outcome.out.split('\n'); // with an empty one after the last line's end
        QCOMPARE(lines.size(), input.size() + 1);
        const QRegularExpression links(QStringLiteral("^(\\d+-\\d+( \\d+-\\d+)*)?$"));
        for (const auto& line : lines)
            QVERIFY2(links.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        QVERIFY(!lines.first().isEmpty());
        for (const int empty : {1, 2, 3, 4, 5, 6, 7, 8, 9})
            QVERIFY2(lines[empty].isEmpty(), lines[empty].constData());
        QCOMPARE(lines[13], lines.first());
        QCOMPARE(lines[14], lines.first());
        for (const char* malformed : {"line 4", "line 5", "line 6", "line 10"})
            QVERIFY2(outcome.err.contains(malformed), outcome.told().constData());
        QVERIFY2(outcome.err.contains("line 13: "), outcome.told().constData()); // cut
        QCOMPARE(outcome.errLines().size(), 6);                                  // which has two sides
    }

    void alignAnswersAPersonBeforeTheNextLine() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.start(QStringLiteral(ZHUYI_PROGRAM), {QStringLiteral("align"), model_});
        for (const QByteArray line : {"我 看 ||| i saw\n", "\n", "你 买 ||| you bought\n"}) {
            process.write(line);
            while (!process.canReadLine())
                QVERIFY(process.waitForReadyRead(LimitMs));
            QCOMPARE(process.readLine().trimmed().isEmpty(), line.trimmed().isEmpty());
            QVERIFY(!process.canReadLine());
        }
        process.closeWriteChannel();
        QCOMPARE(outcomeOf(process).code, 0);
    }

    void alignAnswersThousandsOfLinesInTheirOrder() {
        const QByteArray a = "我 昨天 看 了 书 。 ||| books i saw yesterday .\n", b = "你 买 ||| you bought\n";
        const auto first = align(a).out, second = align(b).out;
        const auto outcome = align((a + b + b).repeated(1500));
        COMPARE_FINE(outcome);
        QVERIFY(outcome.out == (first + second + second).repeated(1500));
    }

    void aModelWithoutAttentionAlignsNothingAndSaysSo() {
        const auto model = path("none.zhuyi"), log = path("none.jsonl");
        COMPARE_FINE(run(training(corpus_, model,
                                  {QStringLiteral("--alignments"), alignments_, QStringLiteral("--set"),
                                   QStringLiteral("attention=none"), QStringLiteral("--log"), log})));
        QVERIFY(!bytesOf(log).contains("aer"));
        const auto outcome = run({QStringLiteral("align"), model}, "我 ||| i\n");
        COMPARE_FAILED(outcome, 1, "without attention");
        const auto evaluated =
            run({QStringLiteral("evaluate"), model, corpus_, QStringLiteral("--alignments"), alignments_});
        COMPARE_FINE(evaluated);
        QVERIFY(!evaluated.json().contains(QStringLiteral("aer")));
    }

    void badAlignmentFilesAreRefusedInOneLine_data() {
        QTest::addColumn<QByteArray>("replaced");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("malformed") << QByteArray("0=1") << QStringList() << QByteArray("line 1: 0=1");
        QTest::newRow("outside") << QByteArray("0-17") << QStringList() << QByteArray("line 1: the link 0-17");
        QTest::newRow("from 0") << QByteArray("0-1") << QStringList{QStringLiteral("--one-based")}
                                << QByteArray("without --one-based");
        QTest::newRow("a line more") << QByteArray("0-1\n") << QStringList() << QByteArray("161 lines");
    }
    void badAlignmentFilesAreRefusedInOneLine() {
        QFETCH(QByteArray, replaced);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, words);
        auto text = bytesOf(alignments_);
        text.replace(0, 3, replaced);
        const auto bad = path("bad.align"), model = path("bad.zhuyi");
        writeFile(bad, text);
        const auto trained = run(training(corpus_, model, QStringList{QStringLiteral("--alignments"), bad} + more));
        COMPARE_FAILED(trained, 1, words);
        QVERIFY(trained.complaint().contains("bad.align"));
        QVERIFY(!QFile::exists(model));
        const auto evaluated =
            run(QStringList{QStringLiteral("evaluate"), model_, corpus_, QStringLiteral("--alignments"), bad} + more);
        COMPARE_FAILED(evaluated, 1, words);
    }

    void aMissingAlignmentFileIsNamed() {
        const auto outcome =
            run(training(corpus_, path("x.zhuyi"), {QStringLiteral("--alignments"), path("nothing.align")}));
        COMPARE_FAILED(outcome, 1, "nothing.align");
    }

    void theAlignmentsAreNeverWrittenOver() {
        const auto before = bytesOf(alignments_);
        const auto outcome = run(training(corpus_, alignments_, {QStringLiteral("--alignments"), alignments_}));
        COMPARE_FAILED(outcome, 1, "corpus.align");
        QVERIFY(bytesOf(alignments_) == before);
    }
};

QTEST_GUILESS_MAIN(TrueAlignments)
#include "TrueAlignments.moc"
