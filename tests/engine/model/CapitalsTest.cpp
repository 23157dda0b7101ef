#include "engine/text/Capitals.h"
#include "engine/corpus/PreparedCorpus.h"
#include "engine/model/ModelRecordJson.h"
#include "engine/text/Tokenizer.h"

#include <QtTest>

using namespace zhuyi;

namespace {

Capitals learnt(const std::vector<std::string>& texts) {
    return Capitals::learn(texts.size(), [&](std::size_t i) { return std::string_view(texts[i]); });
}

QString within(const Capitals& capitals, const char* word) {
    return QString::fromStdString(capitals.within(word));
}

} // namespace

class CapitalsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aWordIsWrittenAsItMostlyIsWithinSentences() {
        const auto capitals = learnt({"The Kremlin saw it.", "We saw the Kremlin.", "The kremlin of the Kremlin.",
                                      "An iPhone.", "My iPhone rang.", "Our May was cold.", "You may, you may."});
        QCOMPARE(within(capitals, "kremlin"), QString("Kremlin"));
        QCOMPARE(within(capitals, "iphone"), QString("iPhone"));
        QCOMPARE(QString::fromStdString(capitals.atBeginning("iphone")), QString("IPhone"));
        QCOMPARE(within(capitals, "may"), QString("may"));
        QCOMPARE(within(capitals, "saw"), QString("saw"));
    }

    void beginningsTellNothing() {
        const auto capitals =
            learnt({"Roses are red. Roses fade.", "\"Roses,\" he said: \"Roses!\"", "So it is... Roses?"});
        QCOMPARE(within(capitals, "roses"), QString("roses"));
        QVERIFY(capitals.words().empty());
    }

    void titlesEndNoSentence() {
        const auto capitals = learnt({"I saw Mr. Popov.", "It was Mr. Popov."});
        QCOMPARE(within(capitals, "popov"), QString("Popov"));
    }

    void whatIsNotSeenIsAsInCommonEnglish() {
        for (const auto& capitals : {Capitals(), learnt({}), learnt({"It rains."})}) {
            QVERIFY(capitals.beginSentences());
            QCOMPARE(within(capitals, "monday"), QString("Monday"));
            QCOMPARE(within(capitals, "tv"), QString("TV"));
            QCOMPARE(within(capitals, "i'm"), QString("I'm"));
            QCOMPARE(within(capitals, "dog"), QString("dog"));
        }
    }

    void aCorpusWithoutCapitalsGetsNone() {
        const auto capitals = learnt({"on monday i go .", "then i go on monday .", "no"});
        QVERIFY(!capitals.beginSentences());
        QCOMPARE(within(capitals, "i"), QString("i"));
        QCOMPARE(QString::fromStdString(capitals.atBeginning("monday")), QString("monday"));
    }

    void otherScriptsHaveNoCapitals() { QVERIFY(learnt({"猫 is a cat", "猫 too"}).beginSentences()); }

    void aPreparedCorpusTeachesTheTokenizer() {
        Corpus corpus;
        const auto add = [&](const std::string& text) {
            const Corpus::Span span{corpus.text.size(), static_cast<std::uint32_t>(text.size())};
            corpus.text += text;
            return span;
        };
        for (int i = 0; i < 60; ++i) {
            const auto chinese = add("猫" + std::to_string(i));
            corpus.pairs.push_back({chinese, add("today number " + std::to_string(i) + " is Xiaoming 's"), i + 1});
        }
        Settings settings;
        settings.source_tokenizer = "character";
        settings.minimum_count = 1;
        const auto prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
        const auto detokenized = [&](const Vocabulary& vocabulary) {
            const auto tokenizer = makeTokenizer(settings, Side::Target, vocabulary);
            return QString::fromStdString(tokenizer->detokenize({"today", "xiaoming", "slept"}));
        };
        QCOMPARE(detokenized(prepared.target), QString("today Xiaoming slept"));
        QCOMPARE(detokenized(Vocabulary()), QString("Today xiaoming slept"));

        ModelRecord record;
        record.target = prepared.target;
        QCOMPARE(detokenized(recordFromJson(toJson(record), "model").target), QString("today Xiaoming slept"));
        auto older = toJson(record);
        older.erase("target_capitals");
        QCOMPARE(detokenized(recordFromJson(older, "model").target), QString("Today xiaoming slept"));
        auto broken = toJson(record);
        broken["target_capitals"]["words"] = {1, 2};
        QVERIFY_EXCEPTION_THROWN(recordFromJson(broken, "model"), Failure);
    }
};

QTEST_GUILESS_MAIN(CapitalsTest)
#include "CapitalsTest.moc"
