#include "tests/end-to-end/SafetensorsReader.h"
#include "tests/end-to-end/TrainedModel.h"

/// model.zhuyi is a safetensors file that any reader of the format opens.
class ModelFormat : public QObject {
    Q_OBJECT

    TrainedModel trained_;

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(1);
        COMPARE_FINE(trained_.outcome);
    }

    void keepsTheRulesOfSafetensors() {
        const SafetensorsReader file(bytesOf(trained_.model));
        QCOMPARE(file.error, QString());
        QVERIFY(file.tensors.size() > 5);
        QVERIFY(file.tensors.contains(QStringLiteral("output.weight")));
    }

    void holdsAllThatAModelNeedsInItsRecord() {
        const auto record = SafetensorsReader(bytesOf(trained_.model)).record();
        for (const char* key :
             {"format_version", "settings", "source_vocabulary", "target_vocabulary", "metrics", "trained_with"})
            QVERIFY2(record.contains(QString::fromLatin1(key)), key);
        for (const char* key : {"zhuyi", "libtorch", "blas", "threads"})
            QVERIFY2(record.value(QStringLiteral("trained_with")).toObject().contains(QString::fromLatin1(key)), key);
        const auto words = record.value(QStringLiteral("source_vocabulary")).toArray();
        QVERIFY(words.contains(QStringLiteral("苹果")) || words.contains(QStringLiteral("喜欢")));
    }

    void namesNoPathOfTheMachineItWasMadeOn() {
        QVERIFY(!bytesOf(trained_.model).contains(QFile::encodeName(trained_.folder.path())));
    }

    void holdsWeightsThatAreNumbers() {
        const auto weights = SafetensorsReader(bytesOf(trained_.model)).tensors.value(QStringLiteral("output.weight"));
        QVERIFY(!weights.isEmpty());
        float sum = 0;
        for (qsizetype i = 0; i + 4 <= weights.size(); i += 4)
            sum += std::abs(qFromLittleEndian<float>(weights.constData() + i));
        QVERIFY(std::isfinite(sum) && sum > 0);
    }
};

QTEST_GUILESS_MAIN(ModelFormat)
#include "ModelFormat.moc"
