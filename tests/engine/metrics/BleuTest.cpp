#include "engine/metrics/Bleu.h"
#include "engine/metrics/BleuTokenizer.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace zhuyi;

namespace {

using Sentences = std::vector<std::string>;

std::string joined(const std::vector<std::string>& tokens) {
    std::string result;
    for (const std::string& token : tokens)
        result += (result.empty() ? "" : " ") + token;
    return result;
}

bool near(double value, double expected, double tolerance = 1e-6) {
    return std::abs(value - expected) < tolerance;
}

} // namespace

class BleuTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tokens13aAreThoseOfSacrebleu_data();
    void tokens13aAreThoseOfSacrebleu();
    void tokensZhAreThoseOfSacrebleu_data();
    void tokensZhAreThoseOfSacrebleu();
    void englishScoresAreThoseOfSacrebleu();
    void chineseScoresAreThoseOfSacrebleu();
    void theScoreThatSacrebleuPublishesForOneSentenceIsMet();
    void aHypothesisShorterThanFourTokensScoresZero();
    void noMatchOrNoTextScoresZero();
    void theSignatureNamesTheTokenisation();
    void listsOfDifferentSizesAreRefused();
    void severalReferencesScoreAsSacrebleuPublishesIt();
    void theReferenceOfTheClosestLengthCounts();
};

void BleuTest::tokens13aAreThoseOfSacrebleu_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("stop") << "The weather is nice today."
                          << "The weather is nice today .";
    QTest::newRow("apostrophe and dashes") << "I don't know what to say -- really!"
                                           << "I don't know what to say -- really !";
    QTest::newRow("numbers") << "It costs $3.50, or 1,000 yen (about 20% less)."
                             << "It costs $ 3.50 , or 1,000 yen ( about 20 % less ) .";
    QTest::newRow("initials and ranges") << "Tom said, \"Let's go to the U.S. in 2024-25.\""
                                         << "Tom said , \" Let's go to the U . S . in 2024 - 25 . \"";
    QTest::newRow("entities") << "&quot;A &amp; B&quot; &lt;c&gt;"
                              << "\" A & B \" < c >";
    QTest::newRow("spaces") << "  two　 spaces "
                            << "two spaces";
}

void BleuTest::tokens13aAreThoseOfSacrebleu() {
    QFETCH(QString, sentence);
    QFETCH(QString, tokens);
    QCOMPARE(QString::fromStdString(joined(bleuTokens13a(sentence.toStdString()))), tokens);
}

void BleuTest::tokensZhAreThoseOfSacrebleu_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("characters") << "今天天气非常好。"
                                << "今 天 天 气 非 常 好 。";
    QTest::newRow("half-width comma") << "我喜欢苹果和香蕉,你呢?"
                                      << "我 喜 欢 苹 果 和 香 蕉 , 你 呢 ?";
    QTest::newRow("numbers") << "他在2023年10月去了北京。"
                             << "他 在 2023 年 10 月 去 了 北 京 。";
    QTest::newRow("curly quotes") << "她说:“我不知道。”"
                                  << "她 说 : “ 我 不 知 道 。 ”";
    QTest::newRow("Latin words") << "我爱 NLP2 模型 “好” 吗"
                                 << "我 爱 NLP2 模 型 “ 好 ” 吗";
    QTest::newRow("beyond the first plane") << "𠀀𠀁字"
                                            << "𠀀𠀁 字";
}

void BleuTest::tokensZhAreThoseOfSacrebleu() {
    QFETCH(QString, sentence);
    QFETCH(QString, tokens);
    QCOMPARE(QString::fromStdString(joined(bleuTokensZh(sentence.toStdString()))), tokens);
}

// Recorded with sacrebleu 2.6.0.
void BleuTest::englishScoresAreThoseOfSacrebleu() {
    const Sentences hypotheses = {"The weather is very nice today.", "I don't know what to say -- really!",
                                  "It costs $3.50, or 1,000 yen (about 20% less).",
                                  "Tom said, \"Let's go to the U.S. in 2024-25.\""};
    const Sentences references = {"The weather is nice today.", "I do not know what to say, really!",
                                  "It costs $3.50 or 1,000 yen (about 20 % less).",
                                  "Tom said: \"Let's go to the U.S. in 2024-2025.\""};
    QVERIFY(near(corpusBleu(hypotheses, references, false).value, 65.42865488));
    QVERIFY(near(corpusBleu({"the the the the the"}, {"the cat sat on the mat"}, false).value, 10.40059769));
    QVERIFY(near(corpusBleu({"a b x y"}, {"a c d y e"}, false).value, 14.79401567));
}

// Recorded with sacrebleu 2.6.0.
void BleuTest::chineseScoresAreThoseOfSacrebleu() {
    const Sentences hypotheses = {"今天天气非常好。", "我喜欢苹果和香蕉,你呢?", "他在2023年10月去了北京。",
                                  "她说:“我不知道。”"};
    const Sentences references = {"今天的天气很好。", "我喜欢苹果和香蕉，你呢？", "他2023年10月去了北京。",
                                  "她说：“我什么都不知道。”"};
    QVERIFY(near(corpusBleu(hypotheses, references, true).value, 56.67067306));
    QVERIFY(near(corpusBleu(hypotheses, references, false).value, 0));
    QVERIFY(near(corpusBleu({"我爱 NLP2 模型 “好” 吗"}, {"我爱NLP2模型“好”吗？"}, true).value, 89.48393168));
}

// The case that sacrebleu's own tests give for exponential smoothing.
void BleuTest::theScoreThatSacrebleuPublishesForOneSentenceIsMet() {
    const Score score = corpusBleu({"Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;"},
                                   {"producţia de zahăr brut se exprimă în zahăr alb;"}, false);
    QVERIFY(near(score.value, 8.493, 1e-3));
    QVERIFY(near(corpusBleu({"this is a test"}, {"this is a test"}, false).value, 100));
}

void BleuTest::aHypothesisShorterThanFourTokensScoresZero() {
    QCOMPARE(corpusBleu({"the cat"}, {"the cat"}, false).value, 0.0);
    QCOMPARE(corpusBleu({"你好"}, {"你好"}, true).value, 0.0);
}

void BleuTest::noMatchOrNoTextScoresZero() {
    QCOMPARE(corpusBleu({"this is a cat"}, {"okay thanks"}, false).value, 0.0);
    QCOMPARE(corpusBleu({"", ""}, {"a", "b"}, false).value, 0.0);
    QCOMPARE(corpusBleu({}, {}, false).value, 0.0);
}

void BleuTest::theSignatureNamesTheTokenisation() {
    QCOMPARE(corpusBleu({"a"}, {"a"}, false).signature,
             std::string("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"));
    QCOMPARE(corpusBleu({"a"}, {"a"}, true).signature,
             std::string("nrefs:1|case:mixed|eff:no|tok:zh|smooth:exp|version:2.6.0"));
}

void BleuTest::listsOfDifferentSizesAreRefused() {
    QVERIFY_EXCEPTION_THROWN(corpusBleu({"a", "b"}, {"a"}, false), std::invalid_argument);
}

// The example of sacrebleu's own page: BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len
// = 18).
void BleuTest::severalReferencesScoreAsSacrebleuPublishesIt() {
    const Score score =
        corpusBleuOfSeveral({"The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."},
                            {{"The dog bit the man.", "The dog had bit the man."},
                             {"It was not unexpected.", "No one was surprised."},
                             {"The man bit him first.", "The man had bitten the dog."}},
                            false);
    QVERIFY2(near(score.value, 48.53, 0.005), qPrintable(QString::number(score.value)));
    QVERIFY(near(score.lengthRatio, 17.0 / 18));
    QCOMPARE(score.signature, std::string("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"));
}

void BleuTest::theReferenceOfTheClosestLengthCounts() {
    // As far from six words as from two: the shorter one counts, and nothing is too short.
    const Score tie = corpusBleuOfSeveral({"a b c d"}, {{"a b c d e f", "a b"}}, false);
    QVERIFY(near(tie.lengthRatio, 2));
    QVERIFY(near(tie.value, 100));
    QVERIFY(near(corpusBleuOfSeveral({"a b c d"}, {{"a b c d e"}}, false).value, 100 * std::exp(1 - 5.0 / 4)));
    // An n-gram counts as often as one of the references has it, not as often as all have it together.
    const Score twice = corpusBleuOfSeveral({"a a a a"}, {{"a a b b", "b a c a"}}, false);
    QVERIFY(near(twice.value, corpusBleu({"a a a a"}, {"a a b b"}, false).value));
    QCOMPARE(corpusBleuOfSeveral({"a", "b"}, {{"a"}, {"b", "c"}}, false).signature.substr(0, 9),
             std::string("nrefs:var"));
    QVERIFY_EXCEPTION_THROWN(corpusBleuOfSeveral({"a"}, {{}}, false), std::invalid_argument);
}

QTEST_GUILESS_MAIN(BleuTest)
#include "BleuTest.moc"
