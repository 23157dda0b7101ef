#include "engine/text/WordsOfTokens.h"

#include "engine/text/Normalise.h"
#include "engine/text/Tokenizer.h"

#include <QtTest>

using namespace zhuyi;

using Words = std::vector<std::uint16_t>;
using Tokens = std::vector<std::string>;

class WordsOfTokensTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_token_of_separated_words_is_a_word() {
        QCOMPARE(wordsOfTokens("今天 是 星期日 。", {"今天", "是", "星期日", "。"}), (Words{0, 1, 2, 3}));
    }

    void words_may_be_cut_into_tokens() {
        QCOMPARE(wordsOfTokens("don't look-alike books.", {"do", "n't", "look", "-", "alike", "books", "."}),
                 (Words{0, 0, 1, 1, 1, 2, 2}));
    }

    void a_token_of_several_words_counts_to_the_first() {
        QCOMPARE(wordsOfTokens("我 喜欢 书", {"我喜欢", "书"}), (Words{0, 2}));
    }

    void letters_and_signs_may_be_written_otherwise() {
        QCOMPARE(wordsOfTokens("“Hello,” said TOM … again", {"\"", "hello", ",", "\"", "said", "tom", "...", "again"}),
                 (Words{0, 0, 0, 0, 1, 2, 3, 4}));
        QCOMPARE(wordsOfTokens("好 ... 吗 ?", {"好", "……", "吗", "？"}), (Words{0, 1, 2, 3}));
        QCOMPARE(wordsOfTokens("１２ 个", {"12", "个"}), (Words{0, 1}));
    }

    void tokens_that_stand_for_spaces_count_to_the_word_behind() {
        QCOMPARE(wordsOfTokens("is it", {"i", "s", "▁", "i", "t"}), (Words{0, 0, 1, 1, 1}));
        QCOMPARE(wordsOfTokens("is it", {"is", "▁it"}), (Words{0, 1}));
        QCOMPARE(wordsOfTokens("is", {"is", "▁"}), (Words{0, 0}));
    }

    void tokens_of_a_sentence_that_was_cut_keep_their_words() {
        QCOMPARE(wordsOfTokens("a bc d e f", {"a", "b", "c"}), (Words{0, 1, 1}));
    }

    void nothing_has_no_words() {
        QCOMPARE(wordsOfTokens("a b", {}), Words());
        QCOMPARE(wordsOfTokens("", {"a"}), (Words{0}));
    }

    void what_no_tokenizer_would_write_stays_within_the_sentence() {
        const auto words = wordsOfTokens("a bc d", {"xyz", "q", "d", "vvvvv"});
        QCOMPARE(words.size(), std::size_t(4));
        QVERIFY(std::is_sorted(words.begin(), words.end()));
        QVERIFY(words.back() <= 2);
        const std::string text(6000, 'a'), other(5000, 'b'); // over any table
        QCOMPARE(wordsOfTokens(text, {other, "c"}), (Words{0, 0}));
    }

    void every_tokenizer_keeps_within_the_words_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("Chinese") << "他 昨天 说 ： “ 我 没有 ３ 本 书 . ” ... 真的 吗 ? OK" << true;
        QTest::newRow("English") << "\"Don't\" they’ve … 3.5 U.S. friends' e-mail , isn't it ?! ﬁne — ÀÉ" << false;
    }
    void every_tokenizer_keeps_within_the_words() {
        QFETCH(QString, text);
        QFETCH(bool, chinese);
        const auto normal = normalise(text.toStdString());
        const auto given = QString::fromStdString(normal).split(' ');
        for (const std::string kind : {"character", "word", "whitespace"}) {
            const auto tokenizer = makeTokenizer(kind, chinese ? Language::Chinese : Language::English);
            const auto tokens = tokenizer->tokenize(normal);
            const auto words = wordsOfTokens(normal, tokens);
            QCOMPARE(words.size(), tokens.size());
            // Word by word the tokenizer gives the same letters and digits.
            std::vector<QString> gathered(static_cast<std::size_t>(given.size()));
            for (std::size_t i = 0; i < tokens.size(); ++i)
                gathered.at(words[i]) += QString::fromStdString(tokens[i]).toLower();
            for (qsizetype word = 0; word < given.size(); ++word)
                for (const QChar c : given[word].toLower())
                    if (c.isLetter())
                        QVERIFY2(gathered[static_cast<std::size_t>(word)].contains(c), qPrintable(given[word]));
        }
    }

    void normalising_keeps_words_in_their_places() {
        using Places = std::vector<std::int32_t>;
        QCOMPARE(wordsAfterNormalising("我 看\t书"), (Places{0, 1, 2}));
        QCOMPARE(wordsAfterNormalising("  a\u00A0b\u3000c \r"), (Places{0, 1, 2}));
        QCOMPARE(wordsAfterNormalising("a \u200B b"), (Places{0, -1, 1}));
        QCOMPARE(wordsAfterNormalising("\uFEFF a\u200Bb c"), (Places{-1, 0, 1}));
        QCOMPARE(wordsAfterNormalising(" "), Places());
        for (const std::string text : {"e\u0301 a \u200B \u0301 x", "\x01 b", "\u3000a\u3000", "a\u2028b \u00AD"}) {
            const auto places = wordsAfterNormalising(text);
            const auto normal = QString::fromStdString(normalise(text));
            QCOMPARE(std::count_if(places.begin(), places.end(), [](int place) { return place >= 0; }),
                     normal.split(' ', Qt::SkipEmptyParts).size());
        }
    }
};

QTEST_GUILESS_MAIN(WordsOfTokensTest)
#include "WordsOfTokensTest.moc"
