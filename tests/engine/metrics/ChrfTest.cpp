#include "engine/metrics/Chrf.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace zhuyi;

namespace {

bool near(double value, double expected) {
    return std::abs(value - expected) < 1e-6;
}

} // namespace

class ChrfTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theScoresThatSacrebleuPublishesAreMet_data();
    void theScoresThatSacrebleuPublishesAreMet();
    void scoresOfRealSentencesAreThoseOfSacrebleu();
    void whiteSpaceDoesNotCount();
    void recallWeighsMoreThanPrecision();
    void theSignatureNamesTheOrders();
    void listsOfDifferentSizesAreRefused();
};

// Cases with effective order of sacrebleu's own tests; precision equals recall in each, so that beta plays no part.
void ChrfTest::theScoresThatSacrebleuPublishesAreMet_data() {
    QTest::addColumn<QStringList>("hypotheses");
    QTest::addColumn<QStringList>("references");
    QTest::addColumn<double>("score");
    QTest::newRow("one character") << QStringList{"a"} << QStringList{"a"} << 100.0;
    QTest::newRow("no hypothesis") << QStringList{""} << QStringList{"reference"} << 0.0;
    QTest::newRow("same words") << QStringList{"a b c"} << QStringList{"a b c"} << 100.0;
    QTest::newRow("same without spaces") << QStringList{"a b c"} << QStringList{"abc"} << 100.0;
    QTest::newRow("half") << QStringList{"a", "b"} << QStringList{"a", "c"} << 50.0;
    QTest::newRow("first of two characters") << QStringList{"aa"} << QStringList{"ab"} << 25.0;
}

void ChrfTest::theScoresThatSacrebleuPublishesAreMet() {
    QFETCH(QStringList, hypotheses);
    QFETCH(QStringList, references);
    QFETCH(double, score);
    std::vector<std::string> given;
    std::vector<std::string> expected;
    for (const QString& text : hypotheses)
        given.push_back(text.toStdString());
    for (const QString& text : references)
        expected.push_back(text.toStdString());
    QVERIFY(near(corpusChrf(given, expected).value, score));
}

// Recorded with sacrebleu 2.6.0.
void ChrfTest::scoresOfRealSentencesAreThoseOfSacrebleu() {
    QVERIFY(
        near(corpusChrf(
                 {"今天天气非常好。", "我喜欢苹果和香蕉,你呢?", "他在2023年10月去了北京。", "她说:“我不知道。”"},
                 {"今天的天气很好。", "我喜欢苹果和香蕉，你呢？", "他2023年10月去了北京。", "她说：“我什么都不知道。”"})
                 .value,
             56.63733998));
    QVERIFY(
        near(corpusChrf(
                 {"The weather is very nice today.", "I don't know what to say -- really!",
                  "It costs $3.50, or 1,000 yen (about 20% less).", "Tom said, \"Let's go to the U.S. in 2024-25.\""},
                 {"The weather is nice today.", "I do not know what to say, really!",
                  "It costs $3.50 or 1,000 yen (about 20 % less).", "Tom said: \"Let's go to the U.S. in 2024-2025.\""})
                 .value,
             82.34131172));
    QVERIFY(near(corpusChrf({"the the the the the"}, {"the cat sat on the mat"}).value, 15.59285076));
}

void ChrfTest::whiteSpaceDoesNotCount() {
    QVERIFY(near(corpusChrf({"我 爱　你"}, {"我爱你"}).value, 100));
}

void ChrfTest::recallWeighsMoreThanPrecision() {
    const double tooLong = corpusChrf({"the cat sat"}, {"the cat"}).value;
    const double tooShort = corpusChrf({"the cat"}, {"the cat sat"}).value;
    QVERIFY(tooLong > tooShort);
}

void ChrfTest::theSignatureNamesTheOrders() {
    QCOMPARE(corpusChrf({"a"}, {"a"}).signature,
             std::string("nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0"));
}

void ChrfTest::listsOfDifferentSizesAreRefused() {
    QVERIFY_EXCEPTION_THROWN(corpusChrf({"a"}, {}), std::invalid_argument);
}

QTEST_GUILESS_MAIN(ChrfTest)
#include "ChrfTest.moc"
