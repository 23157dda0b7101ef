#include "engine/text/Tokenizer.h"
#include "engine/session/Message.h"
#include "engine/text/Normalise.h"

#include <QtTest>

using namespace zhuyi;

namespace {

QString spaced(const std::vector<std::string>& tokens) {
    QStringList list;
    for (const std::string& token : tokens)
        list << QString::fromStdString(token);
    return list.join(' ');
}

std::vector<std::string> words(const QString& text) {
    std::vector<std::string> tokens;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts))
        tokens.push_back(word.toStdString());
    return tokens;
}

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void textIsCutIntoTheseTokens_data();
    void textIsCutIntoTheseTokens();
    void tokensJoinToTheTextTheyCameFrom_data();
    void tokensJoinToTheTextTheyCameFrom();
    void tokensOfAnotherProgramJoinToReadableText();
    void mixedPunctuationBecomesWhatTheLanguageUses();
    void noTokenIsEmptyOrHasWhiteSpaceInIt_data();
    void noTokenIsEmptyOrHasWhiteSpaceInIt();
    void aCloneCutsAlike();
    void anUnknownKindIsRefused();
};

void TokenizerTest::textIsCutIntoTheseTokens_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto add = [](const char* kind, bool chinese, const char* text, const char* tokens) {
        QTest::addRow("%s: %s", kind, text) << kind << chinese << text << tokens;
    };
    add("word", true, "我喜欢学习汉语。", "我 喜欢 学习 汉语 。");
    add("word", true, "今天天气很好，我们去公园吧！", "今天 天气 很好 ， 我们 去 公园 吧 ！");
    add("word", true, "他花了3.5元买DVD", "他 花了 3.5 元 买 DVD");
    add("word", true, "約翰·史密斯……", "約翰 · 史密斯 ……");
    add("word", false, "I don't know, Tom.", "i don't know , tom .");
    add("word", false, "It's Tom's e-mail; I'm sure they've 3.5 of 1,000!",
        "it 's tom 's e-mail ; i 'm sure they 've 3.5 of 1,000 !");
    add("word", false, "It’s five o’clock…", "it 's five o'clock ...");
    add("word", false, "“Yes,” he said (at 2:30 p.m. in the U.S.).",
        "\" yes , \" he said ( at 2:30 p.m. in the u.s. ) .");
    add("word", false, "The students' café -- 20% off, $5", "the students ' café -- 20 % off , $ 5");
    add("character", true, "我爱NLP2，3.5元。", "我 爱 NLP2 ， 3.5 元 。");
    add("character", true, "𠀀字—— 好", "𠀀 字 —— 好");
    add("character", false, "Hi, Tom", "H i , ▁ T o m");
    add("character", false, "x̣y", "x̣ y");
    add("whitespace", true, "我 喜欢 NLP , 3 .", "我 喜欢 NLP , 3 .");
    add("whitespace", false, "Do n't  touch @-@ it", "Do n't touch @-@ it");
}

void TokenizerTest::textIsCutIntoTheseTokens() {
    QFETCH(QString, kind);
    QFETCH(bool, chinese);
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    const auto tokenizer = makeTokenizer(kind.toStdString(), chinese ? Language::Chinese : Language::English);
    QCOMPARE(spaced(tokenizer->tokenize(text.toStdString())), tokens);
}

void TokenizerTest::tokensJoinToTheTextTheyCameFrom_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("text");
    const char* const chinese[] = {
        "今天天气很好，我们去公园吧！", "他说：“我不知道。”",         "她在2023年10月去了New York工作。",
        "《红楼梦》（上）写得怎么样？", "我爱Windows 10……真的——吗？", "价格是3.5元，涨了20%；汤姆·杰克逊买了。",
        "這個「繁體字」的句子也可以。",
    };
    const char* const english[] = {
        "I don't know what you're talking about.",
        "Tom's brother said he'd come at five o'clock, but I'm not sure.",
        "Is it true that they've bought 1,000 books for $3.50 (20% off)?",
        "He said, \"I'll be there.\"",
        "Mary lives in Boston; she speaks French and Chinese.",
        "The students' father-in-law drives a second-hand car.",
        "Wait! Are you OK? Mr. Wang came on Monday at 2:30 p.m. today...",
        "It's 'good enough' for the U.S. and Japan.",
    };
    for (const char* kind : {"word", "character"}) {
        for (const char* text : chinese)
            QTest::addRow("%s: %s", kind, text) << kind << true << text;
        for (const char* text : english)
            QTest::addRow("%s: %s", kind, text) << kind << false << text;
    }
    QTest::newRow("exact") << "character" << false << "tHE oDd  /  cASe - \"of\" ' things ,";
    QTest::newRow("tokens that come alone") << "whitespace" << false << "one two Three";
}

void TokenizerTest::tokensJoinToTheTextTheyCameFrom() {
    QFETCH(QString, kind);
    QFETCH(bool, chinese);
    QFETCH(QString, text);
    const auto tokenizer = makeTokenizer(kind.toStdString(), chinese ? Language::Chinese : Language::English);
    QCOMPARE(QString::fromStdString(tokenizer->detokenize(tokenizer->tokenize(text.toStdString()))), text);
}

void TokenizerTest::tokensOfAnotherProgramJoinToReadableText() {
    const auto chinese = makeTokenizer("whitespace", Language::Chinese);
    QCOMPARE(QString::fromStdString(chinese->detokenize(words("我 喜欢 Deep Learning ， 3 年 了 。"))),
             QString("我喜欢Deep Learning，3年了。"));
    const auto english = makeTokenizer("whitespace", Language::English);
    QCOMPARE(
        QString::fromStdString(english->detokenize(words("they do n't say \" hello \" , tom 's ( best ) friend ."))),
        QString("they don't say \"hello\", tom's (best) friend."));
}

void TokenizerTest::mixedPunctuationBecomesWhatTheLanguageUses() {
    const auto chinese = makeTokenizer("word", Language::Chinese);
    const auto printed = [](const Tokenizer& tokenizer, const char* text) {
        return QString::fromStdString(tokenizer.detokenize(tokenizer.tokenize(normalise(text))));
    };
    QCOMPARE(printed(*chinese, "你好吗? 我很好, \"谢谢\"!"), QString("你好吗？我很好，“谢谢”！"));
    QCOMPARE(printed(*chinese, "他走了."), QString("他走了。"));
    QCOMPARE(printed(*chinese, "１２：３０ 见"), QString("12：30见"));
    const auto english = makeTokenizer("word", Language::English);
    QCOMPARE(printed(*english, "“It’s fine” – he said…"), QString("\"It's fine\" - he said..."));
    QCOMPARE(printed(*english, "Ｈｅｌｌｏ，world！"), QString("Hello, world!"));
}

void TokenizerTest::noTokenIsEmptyOrHasWhiteSpaceInIt_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"word", "character", "whitespace"})
        QTest::newRow(kind) << kind;
}

void TokenizerTest::noTokenIsEmptyOrHasWhiteSpaceInIt() {
    QFETCH(QString, kind);
    const std::string odd[] = {"",
                               "'",
                               "''s",
                               "\u0301",
                               "a \u0301b",
                               "...",
                               ". . .",
                               "\ufffd",
                               "▁",
                               "😀👍🏽 好",
                               "①②③",
                               "'s 'm",
                               "U.S.",
                               "a-'-b..",
                               "ＡＢ　Ｃ",
                               "\u200b \u3000",
                               "かな漢字",
                               "안녕 привет",
                               std::string(3000, 'x')};
    for (const Language language : {Language::Chinese, Language::English}) {
        const auto tokenizer = makeTokenizer(kind.toStdString(), language);
        for (const std::string& text : odd) {
            const std::string plain = normalise(text);
            const auto tokens = tokenizer->tokenize(plain);
            QCOMPARE(tokens.empty(), plain.empty());
            for (const std::string& token : tokens) {
                QVERIFY(!token.empty());
                QCOMPARE(normalise("[" + token + "]").find(' '), std::string::npos);
                QCOMPARE(findInvalidUtf8(token), std::string_view::npos);
            }
            QCOMPARE(findInvalidUtf8(tokenizer->detokenize(tokens)), std::string_view::npos);
        }
    }
}

void TokenizerTest::aCloneCutsAlike() {
    const std::string text = "我们在北京大学学习自然语言处理。";
    for (const char* kind : {"word", "character", "whitespace"}) {
        const auto tokenizer = makeTokenizer(kind, Language::Chinese);
        const auto expected = tokenizer->tokenize(text);
        const auto clone = tokenizer->clone();
        QCOMPARE(clone->tokenize(text), expected);
        QCOMPARE(clone->detokenize(expected), text);
    }
}

void TokenizerTest::anUnknownKindIsRefused() {
    QVERIFY_EXCEPTION_THROWN(makeTokenizer("syllable", Language::English), Failure);
}

QTEST_GUILESS_MAIN(TokenizerTest)
#include "TokenizerTest.moc"
