#include "engine/text/VocabularyCut.h"

#include <QtTest>

using namespace zhuyi;

using Words = std::vector<std::string>;

class VocabularyCutTest : public QObject {
    Q_OBJECT

    static Words chinese(std::string_view token, const Words& vocabulary) {
        return cutByVocabulary(token, Vocabulary(vocabulary), Language::Chinese);
    }
    static Words english(std::string_view token, const Words& vocabulary) {
        return cutByVocabulary(token, Vocabulary(vocabulary), Language::English);
    }

  private Q_SLOTS:
    void chinese_typed_without_spaces_is_cut_into_words() {
        const Words vocabulary = {"今天", "是", "星期日", "。", "？", "星期", "日", "今", "天"};
        QCOMPARE(chinese("今天是星期日。", vocabulary), (Words{"今天", "是", "星期日", "。"}));
        QCOMPARE(chinese("今天是星期日?", vocabulary), (Words{"今天", "是", "星期日", "？"}));
    }

    void the_fewest_words_win_even_where_the_first_could_be_longer() {
        QCOMPARE(chinese("研究生命", {"研究生", "命", "研", "究"}), (Words{"研究生", "命"}));
        QCOMPARE(chinese("中国人民", {"中国人", "中国", "人民"}), (Words{"中国", "人民"}));
    }

    void of_equally_few_the_more_frequent_win() {
        QCOMPARE(chinese("研究生命", {"研究", "生命", "研究生", "命"}), (Words{"研究", "生命"}));
        QCOMPARE(chinese("研究生命", {"研究生", "命", "研究", "生命"}), (Words{"研究生", "命"}));
    }

    void a_token_that_cannot_be_cut_wholly_stays() {
        QCOMPARE(chinese("今天下雪", {"今天", "下"}), Words());
        QCOMPARE(chinese("", {"今天"}), Words());
    }

    void letters_and_digits_stay_together() {
        QCOMPARE(chinese("2020年Tom", {"20", "2020", "年", "tom", "to", "m"}), (Words{"2020", "年", "tom"}));
        QCOMPARE(chinese("2020年", {"20", "年"}), Words());
        QCOMPARE(english("bookshop", {"book", "shop"}), Words());
    }

    void english_words_leave_their_signs_and_capitals() {
        const Words vocabulary = {"books", ".", "i", "did", "n't", "'s", "it", "don't", "\"", "?", "!"};
        QCOMPARE(english("books.", vocabulary), (Words{"books", "."}));
        QCOMPARE(english("Books", vocabulary), (Words{"books"}));
        QCOMPARE(english("\"Books?!\"", vocabulary), (Words{"\"", "books", "?", "!", "\""}));
        QCOMPARE(english("didn't", vocabulary), (Words{"did", "n't"}));
        QCOMPARE(english("Didn’t", vocabulary), (Words{"did", "n't"}));
        QCOMPARE(english("it's", vocabulary), (Words{"it", "'s"}));
        QCOMPARE(english("Don't", vocabulary), (Words{"don't"}));
    }

    void a_long_token_takes_no_long_time() {
        const std::string token(60000, 'x');
        QCOMPARE(english(token + ".", {"x", "."}), Words());
        std::string run;
        for (int i = 0; i < 20000; ++i)
            run += "好";
        QCOMPARE(chinese(run, {"好"}).size(), std::size_t(20000));
    }
};

QTEST_GUILESS_MAIN(VocabularyCutTest)
#include "VocabularyCutTest.moc"
