#include "tests/end-to-end/TrainedModel.h"

#include <QJsonArray>

#include <cmath>

/// `zhuyi evaluate`.
class EvaluateCommand : public QObject {
    Q_OBJECT

    TrainedModel trained_;

    Outcome evaluate(const QString& corpus, const QStringList& flags = {}) const {
        return run(QStringList{QStringLiteral("evaluate"), trained_.model, corpus} + flags);
    }

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(30);
        COMPARE_FINE(trained_.outcome);
    }

    void printsItsScoresAsJson() {
        const auto outcome = evaluate(trained_.corpus);
        COMPARE_FINE(outcome);
        const auto json = outcome.json();
        for (const char* key : {"pairs", "loss", "perplexity", "token_accuracy", "bleu", "chrf", "seconds"})
            QVERIFY2(json.value(QString::fromLatin1(key)).isDouble(), key);
        const auto value = [&](const char* key) { return json.value(QString::fromLatin1(key)).toDouble(); };
        QCOMPARE(value("pairs"), 400.0);
        QVERIFY(qAbs(std::exp(value("loss")) - value("perplexity")) < 1e-3);
        QVERIFY(value("token_accuracy") > 0.5 && value("token_accuracy") <= 1);
        QVERIFY(value("bleu") > 10 && value("bleu") <= 100);
        QVERIFY(value("chrf") > 10 && value("chrf") <= 100);
        double pairs = 0, correct = 0;
        for (const auto& entry : json.value(QStringLiteral("by_length")).toArray()) {
            const auto score = entry.toObject();
            QVERIFY(score.value(QStringLiteral("shortest")).toInt() <= score.value(QStringLiteral("longest")).toInt());
            QVERIFY(score.value(QStringLiteral("bleu")).toDouble() > 0);
            pairs += score.value(QStringLiteral("pairs")).toDouble();
            correct += score.value(QStringLiteral("token_accuracy")).toDouble();
        }
        QCOMPARE(pairs, 400.0);
        QVERIFY(correct > 0.5);
        const auto signatures = QJsonDocument(json).toJson();
        QVERIFY(signatures.contains("tok:13a"));
        QVERIFY(signatures.contains("nc:6"));
    }

    void anEnsembleOfOneMindScoresAsItAlone() {
        const auto alone = evaluate(trained_.corpus),
                   twice = evaluate(trained_.corpus, {QStringLiteral("--ensemble"), trained_.model});
        COMPARE_FINE(twice);
        for (const char* key : {"loss", "token_accuracy", "bleu"})
            QVERIFY2(qAbs(alone.json().value(QString::fromLatin1(key)).toDouble() -
                          twice.json().value(QString::fromLatin1(key)).toDouble()) < 1e-4,
                     key);
    }

    void scoresWhatABeamFinds() {
        const auto greedy = evaluate(trained_.corpus),
                   beam = evaluate(trained_.corpus, {QStringLiteral("--beam"), QStringLiteral("4")}),
                   drawn = evaluate(trained_.corpus, {QStringLiteral("--temperature"), QStringLiteral("3")});
        for (const auto* outcome : {&greedy, &beam, &drawn})
            COMPARE_FINE((*outcome));
        const auto bleu = [](const Outcome& outcome) { return outcome.json().value(QStringLiteral("bleu")).toDouble(); };
        QVERIFY2(bleu(beam) > bleu(greedy) - 5, beam.out.constData());
        QVERIFY2(bleu(drawn) < bleu(greedy) - 5, drawn.out.constData()); // nearly at random
        QCOMPARE(beam.json().value(QStringLiteral("loss")), greedy.json().value(QStringLiteral("loss")));
    }

    void scoresEveryLineOfTheFile() {
        const auto pairs = tinyPairs(5);
        auto lines = pairs;
        lines += pairs[0]; // a repeated one
        lines += QByteArray("猫").repeated(300) + "\t" + QByteArray("cat ").repeated(300);
        const auto file = trained_.path("every.tsv");
        writeFile(file, lines.join('\n') + '\n');
        const auto outcome = evaluate(file);
        COMPARE_FINE(outcome);
        QCOMPARE(outcome.json().value(QStringLiteral("pairs")).toInt(), 7);
    }

    void readsEitherColumnOrder() {
        QByteArray turned;
        for (const auto& pair : tinyPairs(30)) {
            const auto cells = pair.split('\t');
            turned += cells[1] + '\t' + cells[0] + "\tsomeone wrote this\n";
        }
        const auto straight = trained_.path("straight.tsv"), reversed = trained_.path("turned.tsv");
        writeFile(straight, tinyCorpus(30));
        writeFile(reversed, turned);
        const auto a = evaluate(straight), b = evaluate(reversed);
        COMPARE_FINE(a);
        COMPARE_FINE(b);
        for (const char* key : {"pairs", "loss", "bleu", "chrf"})
            QCOMPARE(a.json().value(QString::fromLatin1(key)), b.json().value(QString::fromLatin1(key)));
    }
};

QTEST_GUILESS_MAIN(EvaluateCommand)
#include "EvaluateCommand.moc"
