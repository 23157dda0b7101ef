#include "engine/corpus/PharaohFile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace zhuyi;

using Links = std::vector<AlignmentLink>;

class PharaohFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::string write(const char* name, const QByteArray& text) const {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    Corpus corpusOf(const QByteArray& text, bool keepAll = false) const {
        return readCorpus(write("corpus.tsv", text), nullptr, keepAll);
    }
    static Links linksOf(const Corpus& corpus, std::size_t pair) {
        return {corpus.alignments.begin(pair), corpus.alignments.end(pair)};
    }
    /// The links of the first pair.
    Links read(const QByteArray& text, const QByteArray& alignments, bool oneBased = false) const {
        Corpus corpus = corpusOf(text);
        readAlignments(write("corpus.align", alignments), oneBased, corpus, nullptr);
        if (corpus.alignments.size() != corpus.pairs.size())
            qFatal("not one entry a pair");
        return linksOf(corpus, 0);
    }
    Message failure(const QByteArray& text, const QByteArray& alignments, bool oneBased = false) const {
        try {
            read(text, alignments, oneBased);
        } catch (const Failure& failure) {
            return failure.message();
        }
        return {};
    }

  private Q_SLOTS:
    void sure_and_possible_links_of_either_spelling() {
        QCOMPARE(read("我 看 书\ti read books\n", "0-0 1?1 2p2 1-2\n"),
                 (Links{{0, 0, true}, {1, 1, false}, {1, 2, true}, {2, 2, false}}));
    }

    void counting_from_one() {
        QCOMPARE(read("我 看 书\ti read\n", "1-1 3p2\n", true), (Links{{0, 0}, {2, 1, false}}));
    }

    void the_first_number_counts_the_first_column() {
        QCOMPARE(read("i read books\t我 看 书 了\n", "0-0 1-3\n"), (Links{{0, 0}, {3, 1}}));
        QCOMPARE(read("7\ti read books\t我 看 书 了\n", "2-3\n"), (Links{{3, 2}}));
    }

    void white_space_and_line_ends_of_any_kind() {
        QCOMPARE(read("我 看\ti read\r\n", "\xEF\xBB\xBF  0-0\t 1-1 \t\r\n"), (Links{{0, 0}, {1, 1}}));
        QCOMPARE(read("我 看\ti read", "0-0"), (Links{{0, 0}}));
    }

    void a_link_that_stands_twice_is_one() {
        QCOMPARE(read("我 看\ti read\n", "0-0 1?1 0-0 1-1 1?1\n"), (Links{{0, 0, true}, {1, 1, true}}));
    }

    void an_empty_line_says_nothing_of_its_pair() {
        Corpus corpus = corpusOf("我\ti\n你\tyou\n他\the\n");
        readAlignments(write("some.align", "0-0\n \n0-0\n"), false, corpus, nullptr);
        QCOMPARE(linksOf(corpus, 0).size(), std::size_t(1));
        QVERIFY(linksOf(corpus, 1).empty());
        QCOMPARE(linksOf(corpus, 2).size(), std::size_t(1));
    }

    void lines_of_pairs_that_were_dropped_are_passed_over() {
        Corpus corpus = corpusOf("我\ti\n我\ti\nno pair\n\t\n你 好\thow are you\n");
        QCOMPARE(corpus.pairs.size(), std::size_t(2));
        readAlignments(write("some.align", "0-0\n9-9\nnonsense\n\n1-2\n"), false, corpus, nullptr);
        QCOMPARE(linksOf(corpus, 0), (Links{{0, 0}}));
        QCOMPARE(linksOf(corpus, 1), (Links{{1, 2}}));
    }

    void words_are_those_of_the_file_though_normalising_leaves_some_out() {
        // The second word is a zero-width space, which is gone in the corpus at hand; U+3000 separates as well.
        QCOMPARE(read("我 \u200B 看\u3000书\ti read books\n", "0-0 1-1 2-1 3-2\n"), (Links{{0, 0}, {1, 1}, {2, 2}}));
    }

    void what_is_wrong_is_told_with_file_and_line_data() {
        QTest::addColumn<QByteArray>("alignments");
        QTest::addColumn<bool>("oneBased");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("arguments"); // after the path
        const auto row = [](const char* name, const QByteArray& alignments, bool oneBased, MessageCode code,
                            const QStringList& arguments) {
            QTest::newRow(name) << alignments << oneBased << static_cast<int>(code) << arguments;
        };
        const auto malformed = MessageCode::AlignmentMalformed;
        row("a word", "0-0\n0-0 one\n", false, malformed, {"2", "one"});
        row("half a link", "0-\n\n", false, malformed, {"1", "0-"});
        row("no first number", "-1\n\n", false, malformed, {"1", "-1"});
        row("three numbers", "0-1-2\n\n", false, malformed, {"1", "0-1-2"});
        row("another sign", "0:1\n\n", false, malformed, {"1", "0:1"});
        row("a huge number", "0-0 99999999999999-0\n\n", false, malformed, {"1", "99999999999999-0"});
        row("a negative number", "0--1\n\n", false, malformed, {"1", "0--1"});
        row("outside", "0-0\n1-7\n", false, MessageCode::AlignmentOutside, {"2", "1-7", "2", "3"});
        row("outside by one, in a file from 0", "0-0\n2-2\n", false, MessageCode::AlignmentOutside,
            {"2", "2-2", "2", "3"});
        row("a file from 1", "1-1\n2-3\n", false, MessageCode::AlignmentFromOne, {"2", "2-3", "2", "3"});
        row("a file from 0", "1-1\n0-1\n", true, MessageCode::AlignmentFromZero, {"2", "0-1"});
        row("outside, from 1", "1-1\n3-1\n", true, MessageCode::AlignmentOutside, {"2", "3-1", "2", "3"});
        row("a line too few", "0-0\n", false, MessageCode::AlignmentLineCount, {"1", "(corpus)", "2"});
        row("a line too many", "0-0\n\n\n", false, MessageCode::AlignmentLineCount, {"3", "(corpus)", "2"});
        row("nothing", "", false, MessageCode::AlignmentLineCount, {"0", "(corpus)", "2"});
    }
    void what_is_wrong_is_told_with_file_and_line() {
        QFETCH(QByteArray, alignments);
        QFETCH(bool, oneBased);
        QFETCH(int, code);
        QFETCH(QStringList, arguments);
        const auto message = failure("我 看\ti read it\n你 看\tyou read it\n", alignments, oneBased);
        QCOMPARE(static_cast<int>(message.code), code);
        arguments.prepend(folder_.filePath("corpus.align"));
        arguments.replaceInStrings("(corpus)", folder_.filePath("corpus.tsv"));
        QStringList told;
        for (const auto& argument : message.arguments)
            told << QString::fromStdString(argument);
        QCOMPARE(told, arguments);
    }

    void a_missing_file_is_told_and_the_corpus_stays_as_it_was() {
        Corpus corpus = corpusOf("我\ti\n");
        try {
            readAlignments(folder_.filePath("none").toStdString(), false, corpus, nullptr);
            QFAIL("read");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::FileMissing);
        }
        QVERIFY(corpus.alignments.empty());
    }

    void an_evaluation_set_keeps_its_repeated_lines() {
        Corpus corpus = corpusOf("我 们\twe\n我 们\twe\n", true);
        readAlignments(write("some.align", "0-0\n1-0\n"), false, corpus, nullptr);
        QCOMPARE(linksOf(corpus, 0), (Links{{0, 0}}));
        QCOMPARE(linksOf(corpus, 1), (Links{{1, 0}}));
    }
};

QTEST_GUILESS_MAIN(PharaohFileTest)
#include "PharaohFileTest.moc"
