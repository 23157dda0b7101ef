#include "ui/translation/TokenSpans.h"

#include <QTest>

using namespace zhuyi;

namespace {

QStringList cut(const QString& text, const std::vector<std::string>& tokens) {
    QStringList pieces;
    for (const TextSpan& span : tokenSpans(text, tokens))
        pieces << text.mid(span.start, span.length);
    return pieces;
}

} // namespace

class TokenSpansTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void eachTokenHasItsPlaceInTheText() {
        QCOMPARE(cut("今天是星期日。", {"今天", "是", "星期日", "。"}), QStringList({"今天", "是", "星期日", "。"}));
        QCOMPARE(cut("Today is Sunday.", {"today", "is", "sunday", ".", "</s>"}),
                 QStringList({"Today", "is", "Sunday", ".", ""}));
    }

    void theSameWordTwiceHasTwoPlaces() {
        const auto spans = tokenSpans("the cat and the dog", {"the", "cat", "and", "the", "dog"});
        QCOMPARE(spans[0].start, 0);
        QCOMPARE(spans[3].start, 12);
    }

    void charactersWidthsAndSpacesMayDiffer() {
        QCOMPARE(cut("Ａ b", {"a", "▁", "b"}), QStringList({"Ａ", "", "b"}));
        QCOMPARE(cut("don’t 3％", {"don’t", "3", "%"}), QStringList({"don’t", "3", "％"}));
    }

    void anUnknownWordIsWhatLiesBetweenItsNeighbours() {
        QCOMPARE(cut("I like zyzzyvas a lot", {"i", "like", "<unk>", "a", "lot"}),
                 QStringList({"I", "like", "zyzzyvas", "a", "lot"}));
        QCOMPARE(cut("I like ‹?›.", {"i", "like", "<unk>", "."}), QStringList({"I", "like", "‹?›", "."}));
        QCOMPARE(cut("叔叔你好", {"叔叔", "<unk>", "</s>"}), QStringList({"叔叔", "你好", ""}));
    }

    void whatCannotBeFoundHasNoPlace() {
        QCOMPARE(cut("good", {"bad", "good"}), QStringList({"", "good"}));
        QVERIFY(tokenSpans("", {"x"})[0].length == 0);
    }
};

QTEST_GUILESS_MAIN(TokenSpansTest)
#include "TokenSpansTest.moc"
