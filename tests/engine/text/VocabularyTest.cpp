#include "engine/text/Vocabulary.h"

#include <QtTest>

using namespace zhuyi;

class VocabularyTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void specialTokensComeFirst();
    void frequentTokensComeFirstAndEqualCountsInTheOrderOfTheirBytes();
    void theSizeCountsWithoutTheSpecialTokens();
    void rareTokensAreLeftOut();
    void textWrittenLikeASpecialTokenIsUnknown();
    void aRepeatedWordDoesNotShiftTheOthers();
    void wordsBuildTheSameVocabularyAgain();
};

void VocabularyTest::specialTokensComeFirst() {
    const Vocabulary vocabulary;
    QCOMPARE(vocabulary.size(), std::int64_t(4));
    QCOMPARE(vocabulary.token(Vocabulary::Pad), std::string("<pad>"));
    QCOMPARE(vocabulary.token(Vocabulary::Unknown), std::string("<unk>"));
    QCOMPARE(vocabulary.token(Vocabulary::Begin), std::string("<s>"));
    QCOMPARE(vocabulary.token(Vocabulary::End), std::string("</s>"));
    QCOMPARE(vocabulary.id("anything"), std::int32_t(Vocabulary::Unknown));
}

void VocabularyTest::frequentTokensComeFirstAndEqualCountsInTheOrderOfTheirBytes() {
    const auto vocabulary = Vocabulary::fromCounts({{"的", 9}, {"我", 7}, {"b", 2}, {"a", 2}, {"你", 7}}, 100, 1);
    QCOMPARE(vocabulary.words(), (std::vector<std::string>{"的", "你", "我", "a", "b"}));
    QCOMPARE(vocabulary.id("的"), std::int32_t(4));
    QCOMPARE(vocabulary.token(vocabulary.id("我")), std::string("我"));
}

void VocabularyTest::theSizeCountsWithoutTheSpecialTokens() {
    const auto vocabulary = Vocabulary::fromCounts({{"a", 3}, {"b", 2}, {"c", 1}}, 2, 1);
    QCOMPARE(vocabulary.size(), std::int64_t(6));
    QCOMPARE(vocabulary.id("c"), std::int32_t(Vocabulary::Unknown));
}

void VocabularyTest::rareTokensAreLeftOut() {
    const auto vocabulary = Vocabulary::fromCounts({{"a", 2}, {"b", 1}}, 10, 2);
    QCOMPARE(vocabulary.words(), std::vector<std::string>{"a"});
}

void VocabularyTest::textWrittenLikeASpecialTokenIsUnknown() {
    const auto counted = Vocabulary::fromCounts({{"</s>", 50}, {"<pad>", 40}, {"a", 3}, {"<unk>", 20}}, 1, 1);
    QCOMPARE(counted.words(), std::vector<std::string>{"a"});
    const Vocabulary given({"<s>", "a"});
    for (const char* text : {"<pad>", "<unk>", "<s>", "</s>"}) {
        QCOMPARE(counted.id(text), std::int32_t(Vocabulary::Unknown));
        QCOMPARE(given.id(text), std::int32_t(Vocabulary::Unknown));
    }
    QCOMPARE(given.id("a"), std::int32_t(5));
}

void VocabularyTest::aRepeatedWordDoesNotShiftTheOthers() {
    const Vocabulary vocabulary({"a", "a", "b"});
    QCOMPARE(vocabulary.id("a"), std::int32_t(4));
    QCOMPARE(vocabulary.id("b"), std::int32_t(6));
    QCOMPARE(vocabulary.size(), std::int64_t(7));
}

void VocabularyTest::wordsBuildTheSameVocabularyAgain() {
    const auto vocabulary = Vocabulary::fromCounts({{"的", 9}, {"我", 7}, {"x", 3}}, 100, 1);
    const Vocabulary again(vocabulary.words());
    for (std::int32_t id = 0; id < again.size(); ++id)
        QCOMPARE(again.token(id), vocabulary.token(id));
    QCOMPARE(again.id("我"), vocabulary.id("我"));
}

QTEST_GUILESS_MAIN(VocabularyTest)
#include "VocabularyTest.moc"
