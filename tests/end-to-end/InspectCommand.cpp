#include "tests/end-to-end/TrainedModel.h"

#include <QJsonArray>

/// `zhuyi inspect`.
class InspectCommand : public QObject {
    Q_OBJECT

    TrainedModel trained_;

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(2);
        COMPARE_FINE(trained_.outcome);
    }

    void describesAModel() {
        const auto outcome = run({QStringLiteral("inspect"), trained_.model});
        COMPARE_FINE(outcome);
        const auto json = outcome.json();
        QCOMPARE(json.value(QStringLiteral("settings")).toObject().value(QStringLiteral("hidden_size")).toInt(), 16);
        QVERIFY(json.value(QStringLiteral("metrics")).toObject().contains(QStringLiteral("dev_loss")));
        qint64 parameters = 0;
        for (const auto& layer : json.value(QStringLiteral("layers")).toArray()) {
            qint64 count = 1;
            for (const auto& extent : layer.toObject().value(QStringLiteral("shape")).toArray())
                count *= extent.toInteger();
            QCOMPARE(layer.toObject().value(QStringLiteral("parameters")).toInteger(), count);
            parameters += count;
        }
        QVERIFY(parameters > 0);
        QCOMPARE(json.value(QStringLiteral("parameters")).toInteger(), parameters);
    }

    void namesTheLinesThatWereCutFromTheCorpus() {
        const auto corpus =
            run({QStringLiteral("inspect"), trained_.model}).json().value(QStringLiteral("corpus")).toObject();
        QSet<int> seen;
        for (const char* part : {"dev_lines", "test_lines"}) {
            const auto lines = corpus.value(QString::fromLatin1(part)).toArray();
            QCOMPARE(lines.size(), 40); // a tenth
            for (const auto& line : lines) {
                QVERIFY(line.toInt() >= 1 && line.toInt() <= 400);
                QVERIFY(!seen.contains(line.toInt()));
                seen.insert(line.toInt());
            }
        }
    }

    void describesACorpusAndWhyLinesAreDropped() {
        auto lines = tinyPairs(100);
        lines += lines.first();                                                            // repeated
        lines += "\tNothing on the left.";                                                 // empty side
        lines += "没有翻译";                                                               // no tab
        lines += "坏\xff\xfe字节\tBad bytes.";                                             // invalid UTF-8
        lines += QByteArray("猫").repeated(400) + "\t" + QByteArray("cat ").repeated(400); // too long
        lines += QByteArray("长").repeated(400000) + "\tA line of a megabyte.";            // too long
        const auto file = trained_.path("dirty.tsv");
        writeFile(file, lines.join('\n') + '\n');
        const auto outcome = run({QStringLiteral("inspect"), file});
        COMPARE_FINE(outcome);
        const auto json = outcome.json();
        QCOMPARE(json.value(QStringLiteral("lines")).toInt(), 106);
        QCOMPARE(json.value(QStringLiteral("pairs")).toInt(), 100);
        const auto dropped = json.value(QStringLiteral("dropped")).toObject();
        const auto lost = [&](const char* reason) {
            return dropped.value(QString::fromLatin1(reason)).toObject().value(QStringLiteral("lines")).toInt();
        };
        QCOMPARE(lost("duplicate"), 1);
        QCOMPARE(lost("empty_side"), 1);
        QCOMPARE(lost("malformed"), 1);
        QCOMPARE(lost("invalid_utf8"), 1);
        QCOMPARE(lost("too_long"), 2);
    }
};

QTEST_GUILESS_MAIN(InspectCommand)
#include "InspectCommand.moc"
