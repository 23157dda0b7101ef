#include "tests/end-to-end/SafetensorsReader.h"
#include "tests/end-to-end/TrainedModel.h"

/// Models of subwords: what cuts the text goes with the model.
class Subwords : public QObject {
    Q_OBJECT

    TrainedModel trained_;
    QStringList settings_ = {QStringLiteral("--set"), QStringLiteral("source_tokenizer=subword"),
                             QStringLiteral("--set"), QStringLiteral("target_tokenizer=subword"),
                             QStringLiteral("--set"), QStringLiteral("vocabulary_size=80")};

    QStringList training(int epochs, const QString& model) const {
        return QStringList{QStringLiteral("train"), trained_.corpus, QStringLiteral("--out"), model} +
               tinySettings(epochs) + settings_;
    }

  private Q_SLOTS:
    void initTestCase() {
        writeFile(trained_.corpus, tinyCorpus(400));
        COMPARE_FINE(run(training(30, trained_.model)));
    }

    void theModelHoldsWhatCutsItsText() {
        const SafetensorsReader file(bytesOf(trained_.model));
        QCOMPARE(file.error, QString());
        for (const auto& name : {QStringLiteral("source_tokenizer"), QStringLiteral("target_tokenizer")})
            QVERIFY2(!file.tensors.value(name).isEmpty(), qPrintable(name));
        const auto pieces = file.record().value(QStringLiteral("target_vocabulary")).toArray();
        QVERIFY(pieces.size() <= 80 && pieces.contains(QStringLiteral("▁")));
    }

    void translatesIntoWholeSentences() {
        const auto outcome = run({QStringLiteral("translate"), trained_.model}, "我们每天吃苹果。\n老师们喜欢猫。\n");
        COMPARE_FINE(outcome);
        const auto lines = outcome.outLines();
        QCOMPARE(lines.size(), 2);
        // A small network may take another verb; what it writes are words again, not pieces.
        QVERIFY2(lines[0].startsWith("We ") && lines[0].endsWith(" every day."), outcome.out.constData());
        QVERIFY2(lines[1].startsWith("The teachers ") && lines[1].endsWith("s."), outcome.out.constData());
        QVERIFY(!outcome.out.contains("▁"));
    }

    void evaluatesAndAligns() {
        const auto outcome = run({QStringLiteral("evaluate"), trained_.model, trained_.corpus});
        COMPARE_FINE(outcome);
        QVERIFY2(outcome.json().value(QStringLiteral("bleu")).toDouble() > 50, outcome.out.constData());
        const auto aligned = run({QStringLiteral("align"), trained_.model}, "我们 吃 苹果 。 ||| We eat apples .\n");
        COMPARE_FINE(aligned);
        QVERIFY2(aligned.out.contains("2-2"), aligned.out.constData());
    }

    void aJointVocabularyGoesWithTheModel() {
        const auto model = trained_.path("joint.zhuyi"), log = trained_.path("joint.jsonl");
        COMPARE_FINE(
            run(training(30, model) + QStringList{QStringLiteral("--log"), log, QStringLiteral("--set"),
                                                  QStringLiteral("joint_vocabulary=true"), QStringLiteral("--set"),
                                                  QStringLiteral("tied_embeddings=true"), QStringLiteral("--set"),
                                                  QStringLiteral("vocabulary_size=150"), QStringLiteral("--set"),
                                                  QStringLiteral("hidden_size=32"), QStringLiteral("--set"),
                                                  QStringLiteral("embedding_size=32")}));
        const auto lines = validations(readLog(log));
        QVERIFY(lines.last().value(QStringLiteral("dev_loss")).toDouble() <
                0.5 * lines.first().value(QStringLiteral("dev_loss")).toDouble());
        const auto bytes = bytesOf(model);
        const SafetensorsReader file(bytes);
        QCOMPARE(file.error, QString());
        QVERIFY(file.record()
                    .value(QStringLiteral("settings"))
                    .toObject()
                    .value(QStringLiteral("joint_vocabulary"))
                    .toBool());
        const auto vocabulary = file.record().value(QStringLiteral("target_vocabulary")).toArray();
        QVERIFY(vocabulary.size() <= 150 && vocabulary.contains(QStringLiteral("猫")) &&
                vocabulary.contains(QStringLiteral("c")));
        QCOMPARE(file.record().value(QStringLiteral("source_vocabulary")).toArray(), vocabulary);
        QCOMPARE(file.tensors.value(QStringLiteral("source_tokenizer")),
                 file.tensors.value(QStringLiteral("target_tokenizer")));
        for (const auto& name :
             {QStringLiteral("encoder.embedding.weight"), QStringLiteral("decoder.embedding.weight")})
            QVERIFY2(!file.tensors.contains(name), qPrintable(name)); // those of the output layer
        const auto outcome = run({QStringLiteral("translate"), model}, "我们每天吃苹果。\n老师们喜欢猫。\n");
        COMPARE_FINE(outcome);
        QVERIFY2(outcome.outLines().at(0).startsWith("We ") && outcome.outLines().at(0).endsWith(" every day."),
                 outcome.out.constData());
        const auto evaluated = run({QStringLiteral("evaluate"), model, trained_.corpus});
        COMPARE_FINE(evaluated);
        QVERIFY2(evaluated.json().value(QStringLiteral("bleu")).toDouble() > 50, evaluated.out.constData());
        // With another model it shares neither vocabulary nor ids.
        COMPARE_FAILED(
            run({QStringLiteral("translate"), model, QStringLiteral("--ensemble"), trained_.model}, "我喜欢猫。\n"), 1,
            "vocabulary");
    }

    void theSameSeedMakesTheSameModel() {
        const auto first = trained_.path("first.zhuyi"), second = trained_.path("second.zhuyi");
        COMPARE_FINE(run(training(1, first)));
        COMPARE_FINE(run(training(1, second)));
        QVERIFY(SafetensorsReader(bytesOf(first)).tensors == SafetensorsReader(bytesOf(second)).tensors);
    }

    void aModelWithoutItsPiecesIsRefused() {
        auto bytes = bytesOf(trained_.model);
        bytes.replace("\"source_tokenizer\":{\"data", "\"sourcx_tokenizer\":{\"data");
        bytes.replace("\"source_tokenizer\":{\"dtype", "\"sourcx_tokenizer\":{\"dtype");
        QVERIFY(bytes != bytesOf(trained_.model));
        const auto file = trained_.path("bad.zhuyi");
        writeFile(file, bytes);
        COMPARE_FAILED(run({QStringLiteral("translate"), file}, "我喜欢猫。\n"), 1, "source_tokenizer");
    }
};

QTEST_GUILESS_MAIN(Subwords)
#include "Subwords.moc"
