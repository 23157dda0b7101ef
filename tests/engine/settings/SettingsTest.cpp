#include "engine/session/Settings.h"
#include "engine/session/TokenizerKind.h"

#include <QTest>

#include <set>

using namespace zhuyi;

class SettingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void standard_is_the_network_that_speed_is_compared_with() {
        const Settings settings = preset("standard");
        QVERIFY(settings == Settings{});
        QCOMPARE(settings.embedding_size, 256);
        QCOMPARE(settings.hidden_size, 256);
        QCOMPARE(settings.attention, std::string("additive"));
        QCOMPARE(settings.dropout, 0.3);
        QCOMPARE(settings.clip_norm, 5.0);
        QVERIFY(settings.bidirectional && settings.input_feeding);
    }

    void article_is_the_articles_network() {
        const Settings settings = preset("article");
        QCOMPARE(settings.attention, std::string("scaled_dot"));
        QCOMPARE(settings.attention_size, 64);
        QCOMPARE(settings.encoder_layers, 2);
        QCOMPARE(settings.decoder_layers, 2);
        QCOMPARE(settings.dropout, 0.5);
        QCOMPARE(settings.epochs, 5);
        QVERIFY(!settings.bidirectional);
    }

    void best_is_a_preset_of_its_own_and_can_be_trained() {
        const Settings settings = preset("best");
        QCOMPARE(presetOf(settings), std::string("best"));
        QVERIFY(settings != preset("standard"));
        QVERIFY(!settings.tied_embeddings || settings.embedding_size == settings.hidden_size);
        QCOMPARE(presetNames(), (std::vector<std::string>{"article", "best", "small", "standard"}));
    }

    void a_setting_reads_back_what_it_writes() {
        for (const auto& info : settingInfos()) {
            Settings copy;
            QVERIFY(!setSetting(copy, info.name, settingText(preset("article"), info)));
            QCOMPARE(settingText(copy, info), settingText(preset("article"), info));
        }
    }

    void wrong_values_are_refused_and_change_nothing_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const int range = static_cast<int>(MessageCode::SettingOutOfRange);
        const int choice = static_cast<int>(MessageCode::SettingNotAChoice);
        QTest::newRow("unknown") << "colour" << "red" << static_cast<int>(MessageCode::SettingUnknown);
        QTest::newRow("below") << "hidden_size" << "0" << range;
        QTest::newRow("above") << "hidden_size" << "1000000" << range;
        QTest::newRow("fraction") << "hidden_size" << "12.5" << range;
        QTest::newRow("word") << "dropout" << "half" << range;
        QTest::newRow("not a number") << "dropout" << "nan" << range;
        QTest::newRow("nothing") << "epochs" << "" << range;
        QTest::newRow("too many digits") << "seed" << "99999999999999999999" << range;
        QTest::newRow("choice") << "attention" << "magic" << choice;
        QTest::newRow("truth") << "bidirectional" << "maybe" << choice;
    }
    void wrong_values_are_refused_and_change_nothing() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, code);
        Settings settings;
        const auto error = setSetting(settings, name.toStdString(), value.toStdString());
        QVERIFY(error);
        QCOMPARE(static_cast<int>(error->code), code);
        QVERIFY(settings == Settings{});
        QVERIFY(QString::fromStdString(englishText(*error)).contains(name));
    }

    void a_preset_is_recognised_until_a_setting_of_it_changes() {
        Settings settings = preset("small");
        settings.direction = "en-zh";
        settings.seed = 9;
        QCOMPARE(presetOf(settings), std::string("small"));
        settings.hidden_size = 77;
        QCOMPARE(presetOf(settings), std::string());
    }

    void a_joint_vocabulary_is_one_of_subwords_on_both_sides() {
        QVERIFY(!Settings{}.joint_vocabulary);
        for (const char* direction : {"zh-en", "en-zh"})
            for (const char* source : {"character", "word", "subword", "mixed", "whitespace"})
                for (const char* target : {"character", "word", "subword", "mixed", "whitespace"}) {
                    Settings settings;
                    settings.direction = direction;
                    settings.source_tokenizer = source;
                    settings.target_tokenizer = target;
                    QVERIFY(!hasJointVocabulary(settings));
                    settings.joint_vocabulary = true;
                    const auto isSubword = [](const QString& tokenizer, bool english) {
                        return tokenizer == "subword" || (tokenizer == "mixed" && english);
                    };
                    QCOMPARE(hasJointVocabulary(settings), isSubword(source, !settings.sourceIsChinese()) &&
                                                               isSubword(target, settings.sourceIsChinese()));
                }
    }

    void every_message_has_a_sentence_with_its_arguments() {
        for (int code = 0; code <= static_cast<int>(MessageCode::SlowBlas); ++code)
            QVERIFY(qstrlen(pattern(static_cast<MessageCode>(code))) > 5);
        QCOMPARE(englishText({MessageCode::FileMissing, {"a.txt"}}), std::string("There is no file a.txt."));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "SettingsTest.moc"
