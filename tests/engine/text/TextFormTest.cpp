#include "engine/session/TokenizerKind.h"
#include "engine/text/TextForm.h"

#include "engine/session/Settings.h"
#include "engine/text/SimplifiedChinese.h"
#include "engine/text/Tokenizer.h"
#include "engine/text/Vocabulary.h"

#include <QTest>

#include <string>

using namespace zhuyi;

/// Capitals and traditional characters on their way to tokens and back.
class TextFormTest : public QObject {
    Q_OBJECT

    static TextForm form(const char* casing) {
        Settings settings;
        settings.casing = casing;
        return TextForm(settings, Language::English);
    }

  private Q_SLOTS:
    void traditionalCharactersBecomeSimplifiedOnes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("simplified");
        QTest::newRow("sentence") << "這個問題很難。"
                                  << "这个问题很难。";
        QTest::newRow("simplified already") << "这个问题很难。"
                                            << "这个问题很难。";
        QTest::newRow("one character of two") << "他的頭髮是乾的，皇后發現了。"
                                              << "他的头发是干的，皇后发现了。";
        QTest::newRow("phrase") << "乾隆"
                                << "乾隆"; // not 干隆
        QTest::newRow("other signs") << "OK, 100% 臺灣 🙂"
                                     << "OK, 100% 台湾 🙂";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void traditionalCharactersBecomeSimplifiedOnes() {
        QFETCH(QString, text);
        QFETCH(QString, simplified);
        QCOMPARE(QString::fromStdString(simplifiedChinese(text.toStdString())), simplified);
    }

    void theFormOfEachSideIsItsOwn() {
        Settings settings;
        QVERIFY(!TextForm(settings, Language::Chinese).changes() && !TextForm(settings, Language::English).changes());
        settings.simplify = true;
        settings.casing = "lowered";
        QCOMPARE(TextForm(settings, Language::Chinese).read("Tom 說"), std::string("Tom 说"));
        QCOMPARE(TextForm(settings, Language::English).read("Tom 說"), std::string("tom 說"));
    }

    void capitalsOfSentencesComeBack_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("word") << "The cat sleeps."
                              << "the cat sleeps.";
        QTest::newRow("I") << "I know. You don't."
                           << "I know. you don't.";
        QTest::newRow("name") << "Tom met Yanni. Yanni left."
                              << "Tom met Yanni. yanni left.";
        QTest::newRow("initials") << "TV is bad. U.S. troops left."
                                  << "TV is bad. U.S. troops left.";
        QTest::newRow("capitals") << "NASA did it!"
                                  << "NASA did it!";
        QTest::newRow("quotation") << "\"Come in!\" He came."
                                   << "\"come in!\" he came.";
        QTest::newRow("title") << "Mr. Smith is here."
                               << "Mr. Smith is here.";
        QTest::newRow("one letter") << "A dog."
                                    << "a dog.";
        QTest::newRow("ellipsis") << "Well... maybe."
                                  << "well... maybe.";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void capitalsOfSentencesComeBack() {
        QFETCH(QString, text);
        QFETCH(QString, read);
        const auto sentence = form("sentence");
        QCOMPARE(QString::fromStdString(sentence.read(text.toStdString())), read);
        QCOMPARE(QString::fromStdString(sentence.write(read.toStdString())), text);
    }

    void whatIsUnknownStaysOneSign() {
        QCOMPARE(form("lowered").write("i am <unk> years old. <unk>"), std::string("I am <unk> years old. <unk>"));
        QCOMPARE(form("lowered").write("<unk>"), std::string("<unk>"));
        QCOMPARE(form("lowered").write(""), std::string());
        QCOMPARE(form("sentence").write("he is <unk>."), std::string("He is <unk>."));
    }

    void tokenizersWorkOnTheForm() {
        Settings settings;
        settings.direction = "en-zh";
        const auto tokens = [&](const char* casing) {
            settings.casing = casing;
            const auto tokenizer = makeTokenizer(settings, Side::Source, Vocabulary());
            std::string joined;
            for (const auto& token : tokenizer->tokenize("The dogs saw Yanni's TV."))
                joined += (joined.empty() ? "" : " ") + token;
            return QString::fromStdString(joined);
        };
        QCOMPARE(tokens("auto"), QString("the dogs saw yanni 's tv ."));
        QCOMPARE(tokens("lowered"), QString("the dogs saw yanni 's tv ."));
        QCOMPARE(tokens("kept"), QString("The dogs saw Yanni 's TV ."));
        QCOMPARE(tokens("sentence"), QString("the dogs saw Yanni 's TV ."));
    }

    void mixedCutsEachLanguageAsItSuits() {
        Settings settings;
        settings.source_tokenizer = settings.target_tokenizer = "mixed";
        QCOMPARE(QString::fromStdString(sourceTokenizerKind(settings)), QString("character"));
        QCOMPARE(QString::fromStdString(targetTokenizerKind(settings)), QString("subword"));
        QCOMPARE(makeTokenizer(settings, Side::Source, Vocabulary())->tokenize("我喜欢猫").size(), std::size_t(4));
        settings.direction = "en-zh";
        QCOMPARE(QString::fromStdString(sourceTokenizerKind(settings)), QString("subword"));
        QCOMPARE(QString::fromStdString(targetTokenizerKind(settings)), QString("character"));
        settings.source_tokenizer = "word";
        QCOMPARE(QString::fromStdString(sourceTokenizerKind(settings)), QString("word"));
    }

    void whatTokenizersJoinHasItsCapitals() {
        for (const char* casing : {"auto", "lowered", "kept", "sentence"}) {
            Settings settings;
            settings.casing = casing;
            const auto tokenizer = makeTokenizer(settings, Side::Target, Vocabulary());
            const std::string text = "The dogs saw Tom's TV. I didn't.";
            QCOMPARE(tokenizer->clone()->detokenize(tokenizer->tokenize(text)), text);
        }
    }
};

QTEST_GUILESS_MAIN(TextFormTest)
#include "TextFormTest.moc"
