#include "engine/text/Normalise.h"

#include <QtTest>

using namespace zhuyi;

class NormaliseTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whiteSpaceOfAnyKindBecomesOneSpace();
    void whiteSpaceAtTheEndsGoes();
    void controlAndZeroWidthCharactersGo();
    void decomposedLettersAreComposed();
    void ordinaryChineseAndEnglishStayAsTheyAre();
    void brokenBytesBecomeReplacementCharacters();
    void doingItTwiceChangesNothingMore();
    void theFirstBrokenByteIsFound_data();
    void theFirstBrokenByteIsFound();
    void hanShareTellsChineseFromEnglish();
};

void NormaliseTest::whiteSpaceOfAnyKindBecomesOneSpace() {
    QCOMPARE(normalise("今天　天气 \t\u00a0\u2003很好"), std::string("今天 天气 很好"));
    QCOMPARE(normalise("a\u2028b\r\nc"), std::string("a b c"));
}

void NormaliseTest::whiteSpaceAtTheEndsGoes() {
    QCOMPARE(normalise(" \u3000你好 \n"), std::string("你好"));
    QCOMPARE(normalise("\u3000 \t"), std::string());
}

void NormaliseTest::controlAndZeroWidthCharactersGo() {
    QCOMPARE(normalise("\ufeff你\u200b好\u200d\u0007 a\u00adb\u202e"), std::string("你好 ab"));
}

void NormaliseTest::decomposedLettersAreComposed() {
    QCOMPARE(normalise("cafe\u0301"), std::string("caf\u00e9"));
    QCOMPARE(normalise("\uf900"), std::string("\u8c48")); // a compatibility ideograph is canonically another
}

void NormaliseTest::ordinaryChineseAndEnglishStayAsTheyAre() {
    const std::string chinese = "他说：“３号楼……”，Tom's——是吗？";
    QCOMPARE(normalise(chinese), chinese);
}

void NormaliseTest::brokenBytesBecomeReplacementCharacters() {
    QCOMPARE(normalise("a\xff"
                       "b"),
             std::string("a\ufffdb"));
}

void NormaliseTest::doingItTwiceChangesNothingMore() {
    for (const std::string text :
         {" e\u0301 \u200b a", "今天　天气", "a\u200b\u0301", "\u1100\u1161\u11a8 \u3042\u3099"})
        QCOMPARE(normalise(normalise(text)), normalise(text));
}

void NormaliseTest::theFirstBrokenByteIsFound_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("position");
    QTest::newRow("none") << QByteArray("今天 is a long enough line \xEF\xBF\xBD") << qint64(-1);
    QTest::newRow("GB18030") << QByteArray("a long line in ASCII \xBD\xF1\xCC\xEC") << qint64(21);
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << qint64(0);
    QTest::newRow("surrogate") << QByteArray("ab\xED\xA0\x80") << qint64(2);
    QTest::newRow("cut short") << QByteArray("你\xE5\xA5") << qint64(3);
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << qint64(0);
}

void NormaliseTest::theFirstBrokenByteIsFound() {
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, position);
    const std::size_t expected = position < 0 ? std::string_view::npos : static_cast<std::size_t>(position);
    QCOMPARE(findInvalidUtf8(bytes.toStdString()), expected);
}

void NormaliseTest::hanShareTellsChineseFromEnglish() {
    QCOMPARE(hanShare("今天是2024年5月。"), 1.0);
    QCOMPARE(hanShare("It is May 2024."), 0.0);
    QCOMPARE(hanShare("我是Tom"), 0.4);
    QCOMPARE(hanShare("123 …"), 0.0);
}

QTEST_GUILESS_MAIN(NormaliseTest)
#include "NormaliseTest.moc"
