#include "tests/end-to-end/SafetensorsReader.h"
#include "tests/end-to-end/TrainedModel.h"

#include <QtEndian>

/// Model files that are none, or no longer one: one clear line, exit code 1.
class BadModel : public QObject {
    Q_OBJECT

    TrainedModel trained_;
    QByteArray whole_;

    qsizetype headerLength() const { return static_cast<qsizetype>(qFromLittleEndian<quint64>(whole_.constData())); }

    static QByteArray assembled(QByteArray header, const QByteArray& data) {
        while (header.size() % 8 != 0)
            header += ' ';
        QByteArray length(8, '\0');
        qToLittleEndian<quint64>(static_cast<quint64>(header.size()), length.data());
        return length + header + data;
    }
    /// The model with its header changed.
    QByteArray changed(const std::function<void(QJsonObject&)>& change) const {
        auto header = QJsonDocument::fromJson(whole_.mid(8, headerLength())).object();
        change(header);
        return assembled(QJsonDocument(header).toJson(QJsonDocument::Compact), whole_.mid(8 + headerLength()));
    }
    QByteArray withRecord(const std::function<void(QJsonObject&)>& change) const {
        return changed([&](QJsonObject& header) {
            auto metadata = header.value(QStringLiteral("__metadata__")).toObject();
            auto record = QJsonDocument::fromJson(metadata.value(QStringLiteral("zhuyi")).toString().toUtf8()).object();
            change(record);
            metadata.insert(QStringLiteral("zhuyi"),
                            QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact)));
            header.insert(QStringLiteral("__metadata__"), metadata);
        });
    }
    QByteArray withTensor(const char* key, const QJsonValue& value) const {
        return changed([&](QJsonObject& header) {
            const auto name = QStringLiteral("output.weight");
            auto entry = header.value(name).toObject();
            entry.insert(QString::fromLatin1(key), value);
            header.insert(name, entry);
        });
    }
    void refused(const QByteArray& bytes, const char* words) {
        const auto file = trained_.path("bad.zhuyi");
        writeFile(file, bytes);
        for (const auto& arguments : {QStringList{QStringLiteral("translate"), file},
                                      QStringList{QStringLiteral("evaluate"), file, trained_.corpus}}) {
            const auto outcome = run(arguments, "我喜欢猫。\n");
            COMPARE_FAILED(outcome, 1, words);
            QVERIFY2(outcome.err.contains("bad.zhuyi"), outcome.told().constData());
            QVERIFY2(outcome.errLines().size() == 1, outcome.told().constData());
        }
        const auto inspected = run({QStringLiteral("inspect"), file});
        QVERIFY2(inspected.code == 0 || inspected.code == 1, inspected.told().constData());
    }

  private Q_SLOTS:
    void initTestCase() {
        trained_.train(1);
        COMPARE_FINE(trained_.outcome);
        whole_ = bytesOf(trained_.model);
        QVERIFY(SafetensorsReader(whole_).error.isEmpty());
    }

    void changedInNothingIsStillRead() { // or the other tests would prove nothing
        const auto file = trained_.path("same.zhuyi");
        writeFile(file, withRecord([](QJsonObject&) {}));
        COMPARE_FINE(run({QStringLiteral("translate"), file}, "我喜欢猫。\n"));
    }

    void cutShortIsRefused_data() {
        QTest::addColumn<qint64>("length");
        for (const qint64 length : {qint64(0), qint64(1), qint64(8), qint64(9), qint64(8 + headerLength() / 2),
                                    qint64(8 + headerLength()), qint64(whole_.size() / 2), qint64(whole_.size() - 1)})
            QTest::newRow(qPrintable(QString::number(length) + QStringLiteral(" bytes left"))) << length;
    }
    void cutShortIsRefused() {
        QFETCH(qint64, length);
        refused(whole_.left(length), "bad.zhuyi");
        const auto inspected = run({QStringLiteral("inspect"), trained_.path("bad.zhuyi")});
        COMPARE_FAILED(inspected, 1, "bad.zhuyi");
    }

    void ofANewerVersionIsRefusedAsSuch() {
        refused(withRecord([](QJsonObject& record) { record.insert(QStringLiteral("format_version"), 99); }), "newer");
        const auto inspected = run({QStringLiteral("inspect"), trained_.path("bad.zhuyi")});
        COMPARE_FAILED(inspected, 1, "newer");
    }

    void thatLiesIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto end = static_cast<double>(whole_.size());
        QByteArray huge = whole_;
        qToLittleEndian<quint64>(~quint64(0) - 7, huge.data());
        QTest::newRow("a header of 2^64 bytes") << huge;
        qToLittleEndian<quint64>(static_cast<quint64>(whole_.size()), huge.data());
        QTest::newRow("a header longer than the file") << huge;
        QTest::newRow("a header that is no JSON") << assembled("{\"a\": [", whole_.mid(8 + headerLength()));
        QTest::newRow("a header nested deeply") << assembled("{\"a\":" + QByteArray("[").repeated(200000), {});
        QTest::newRow("no tensors") << assembled("{}", {});
        QTest::newRow("text") << tinyCorpus(100);
        QTest::newRow("offsets beyond the end") << withTensor("data_offsets", QJsonArray{0, end * 4});
        QTest::newRow("offsets that are negative") << withTensor("data_offsets", QJsonArray{-64, 64});
        QTest::newRow("offsets that are text") << withTensor("data_offsets", QStringLiteral("0, 4"));
        QTest::newRow("a shape that overflows") << withTensor("shape", QJsonArray{4294967296.0, 4294967296.0});
        QTest::newRow("a shape that is negative") << withTensor("shape", QJsonArray{-1, 16});
        QTest::newRow("another type") << withTensor("dtype", QStringLiteral("F64"));
        QTest::newRow("no output layer") << changed(
            [](QJsonObject& header) { header.remove(QStringLiteral("output.weight")); });
        QTest::newRow("no record") << changed(
            [](QJsonObject& header) { header.remove(QStringLiteral("__metadata__")); });
        QTest::newRow("a record without settings")
            << withRecord([](QJsonObject& record) { record.remove(QStringLiteral("settings")); });
        const auto withSetting = [&](const char* key, const QJsonValue& value) {
            return withRecord([&](QJsonObject& record) {
                auto settings = record.value(QStringLiteral("settings")).toObject();
                settings.insert(QString::fromLatin1(key), value);
                record.insert(QStringLiteral("settings"), settings);
            });
        };
        QTest::newRow("another hidden size") << withSetting("hidden_size", 4096);
        QTest::newRow("a hidden size of millions") << withSetting("hidden_size", 100000000);
        QTest::newRow("more layers") << withSetting("encoder_layers", 8);
        QTest::newRow("another attention") << withSetting("attention", QStringLiteral("scaled_dot"));
        QTest::newRow("a tokenizer that is none") << withSetting("source_tokenizer", QStringLiteral("guess"));
        QTest::newRow("a vocabulary of another size") << withRecord([](QJsonObject& record) {
            record.insert(QStringLiteral("source_vocabulary"), QJsonArray{QStringLiteral("a")});
        });
    }
    void thatLiesIsRefused() {
        QFETCH(QByteArray, bytes);
        refused(bytes, "bad.zhuyi");
    }

    void missingIsSaid() {
        for (const auto& arguments :
             {QStringList{QStringLiteral("translate"), trained_.path("none.zhuyi")},
              QStringList{QStringLiteral("evaluate"), trained_.path("none.zhuyi"), trained_.corpus},
              QStringList{QStringLiteral("inspect"), trained_.path("none.zhuyi")}}) {
            const auto outcome = run(arguments);
            COMPARE_FAILED(outcome, 1, "none.zhuyi");
        }
    }
};

QTEST_GUILESS_MAIN(BadModel)
#include "BadModel.moc"
