#include "engine/corpus/BuiltInCorpus.h"
#include "engine/corpus/GrammarReader.h"
#include "engine/corpus/GrammarSentences.h"
#include "engine/session/Message.h"
#include "engine/text/ChineseWordTokenizer.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace zhuyi;

namespace {

QByteArray bytes(std::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray complaintAbout(const char* rules) {
    try {
        readGrammar({{"words.grammar", rules}});
    } catch (const Failure& failure) {
        return failure.what();
    }
    return {};
}

} // namespace

class BuiltInCorpusTest : public QObject {
    Q_OBJECT

    Corpus corpus_;

  private Q_SLOTS:
    void initTestCase() { corpus_ = makeBuiltInCorpus({}, {}); }

    void holdsTheSizesOfTheArticle() {
        QCOMPARE(corpus_.pairs.size(), std::size_t(110000));
        QCOMPARE(corpus_.testPairs, std::size_t(10000));
        QCOMPARE(corpus_.alignments.size(), corpus_.pairs.size());
        QCOMPARE(corpus_.pairs.back().line, std::int64_t(110000));
        QVERIFY(corpus_.path.empty());
    }

    void beginsWithTheArticlesExample() {
        QCOMPARE(bytes(corpus_.chinese(0)), QByteArray("今天 是 星期日 。"));
        QCOMPARE(bytes(corpus_.english(0)), QByteArray("today is Sunday ."));
    }

    /// Nobody says that Tom met Tom.
    void namesAPersonOnce() {
        const QStringList names{"汤姆", "玛丽", "大卫", "亚当", "路易斯", "小明", "约翰"};
        int found = 0;
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i) {
            const auto words = QString::fromUtf8(bytes(corpus_.chinese(i))).split(' ');
            for (const auto& name : names) {
                found += words.contains(name);
                QVERIFY2(words.count(name) <= 1, bytes(corpus_.chinese(i)).constData());
            }
        }
        QVERIFY(found > 5000);
    }

    void morePairsThanTheGrammarHasAreRefusedWithHowManyThereAre() {
        const auto grammar = readGrammar({{"words.grammar", "[First]\n今天 是 星期日 。 | today is Sunday .\n"
                                                            "[Sentence]\n<Who> 看 <What> 。 | <Who> read <What> .\n"
                                                            "[Who]\n我 | I\n你 | you\n"
                                                            "[What]\n书 | books\n报纸 | papers\n信 | letters\n"}});
        BuiltInCorpusOptions options;
        options.pairs = 7;
        QCOMPARE(makeCorpus(grammar, options, {}).pairs.size(), std::size_t(7));
        options.pairs = 8;
        try {
            makeCorpus(grammar, options, {});
            QFAIL("made");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::GrammarExhausted);
            QCOMPARE(failure.message().arguments, (std::vector<std::string>{"8", "7"}));
            QCOMPARE(QByteArray(failure.what()),
                     QByteArray("The built-in grammar can make only about 7 different sentence pairs, not 8; ask for "
                                "fewer."));
        }
    }

    void aFileThatCannotBeMadeLeavesTheOneThatWasThere() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.tsv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("of someone's own");
        file.close();
        BuiltInCorpusOptions options;
        options.pairs = 5000;
        try {
            writeBuiltInCorpus(options, path.toStdString(), {}, [](double) { throw Failure(MessageCode::Cancelled); });
            QFAIL("written");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::Cancelled);
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("of someone's own"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void saysNothingTwice() {
        QSet<QByteArray> chinese, english;
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i) {
            chinese.insert(bytes(corpus_.chinese(i)).replace(" ", ""));
            english.insert(bytes(corpus_.english(i)));
        }
        QCOMPARE(static_cast<std::size_t>(chinese.size()), corpus_.pairs.size());
        QCOMPARE(static_cast<std::size_t>(english.size()), corpus_.pairs.size());
    }

    void sentencesHave3To25Words() {
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i)
            for (const auto& text : {corpus_.chinese(i), corpus_.english(i)}) {
                const auto count = bytes(text).split(' ').size();
                QVERIFY2(count >= 3 && count <= 25, bytes(text).constData());
            }
    }

    /// A word is learnt where it is seen more than once or twice.
    void hasManyWordsOnBothSides() {
        QHash<QByteArray, int> chinese, english;
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i) {
            for (const auto& word : bytes(corpus_.chinese(i)).split(' '))
                ++chinese[word];
            for (const auto& word : bytes(corpus_.english(i)).split(' '))
                ++english[word];
        }
        for (const auto& counts : {chinese, english})
            QVERIFY(std::count_if(counts.begin(), counts.end(), [](int count) { return count >= 15; }) >= 1200);
    }

    /// What is typed is cut by ICU: a word that it always cuts up could never be typed.
    void icuKeepsTheChineseWordsWhole() {
        const QSet<QByteArray> split = {"图书馆"};
        const ChineseWordTokenizer tokenizer;
        QSet<QByteArray> words;
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i)
            for (const auto& word : bytes(corpus_.chinese(i)).split(' '))
                words.insert(word);
        for (const auto& word : words)
            if (!split.contains(word))
                QVERIFY2(tokenizer.tokenize(word.toStdString()).size() == 1, word.constData());
    }

    void linksStandInTheirSentences() {
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i) {
            const auto chinese = bytes(corpus_.chinese(i)).count(' ') + 1;
            const auto english = bytes(corpus_.english(i)).count(' ') + 1;
            QVERIFY(corpus_.alignments.begin(i) != corpus_.alignments.end(i));
            for (const auto* link = corpus_.alignments.begin(i); link != corpus_.alignments.end(i); ++link)
                QVERIFY(link->source < chinese && link->target < english);
        }
    }

    void holdsEveryConstruction_data() {
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        QTest::addColumn<int>("least");
        const auto row = [](const char* chinese, const char* english, int least) {
            QTest::addRow("%s | %s", chinese, english) << QString(chinese) << QString(english) << least;
        };
        row(" 的 ", " (that|who) ", 5000);
        row("把 ", "", 3000);
        row(" 被 ", " (was|were) ", 2000);
        row(" 比 ", " than ", 2000);
        row(" 没有 .* 那么 ", " not as ", 1000);
        row(" 一样 ", " as .* as ", 1000);
        row(" 最 ", " the ", 1000);
        row(" 吗 ？$", "", 3000);
        row(" 呢 ？$", " what about ", 1000);
        row("什么 (?!时候)", "wh", 2000);
        row("什么 时候", "^when ", 1000);
        row("几 .*？$", "^(how|what) ", 1000);
        row("谁", "^who", 1000);
        row("哪儿", "where ", 1000);
        row("怎么 ", "^how ", 1000);
        row("为什么", "^why ", 1000);
        row("多少 钱", "^how much ", 1000);
        row(" 还是 .*？$", " or ", 1000);
        row("^[这那]", "^as for ", 1000);
        row(" 是 .* 的 。$", "^it was ", 1000);
        row("因为", "because ", 1000);
        row("虽然", "although ", 1000);
        row("如果", "if ", 1000);
        row("的 时候", "when ", 1000);
        row(" 以前 ，", "before ", 1000);
        row(" 以后 ，", "after ", 1000);
        row(" 得 [懂到起见]", "can ", 300);
        row(" 不 [懂到起完住见动]", " can't ", 1500);
        row(" 完 ", "", 1000);
        row(" 没 ", "", 3000);
        row(" 不 ", "", 3000);
        row(" 过 ", "", 2000);
        row(" 着 ", "", 1000);
        row(" 了 ", "", 10000);
        row(" 正在 ", "ing ", 1000);
        row(" 连 |^连 ", " even |^even ", 1000);
        row(" 越来越 ", " and ", 1000);
        row(" 又 .* 又 ", " both ", 1000);
        row("请 |让 |叫 ", "", 1500);
        row(" 有 ", "^there (is|are) ", 1000);
        row("日 ", "(January|March|June|October)", 300);
        row(" 点 ", " o'clock ", 500);
        row(" 块 钱 ", " yuan ", 400);
        row(" 岁 ", " years old ", 400);
    }

    void holdsEveryConstruction() {
        QFETCH(QString, chinese);
        QFETCH(QString, english);
        QFETCH(int, least);
        const QRegularExpression inChinese(chinese), inEnglish(english);
        int found = 0;
        for (std::size_t i = 0; i < corpus_.pairs.size(); ++i)
            found += inChinese.match(QString::fromUtf8(bytes(corpus_.chinese(i)))).hasMatch() &&
                     inEnglish.match(QString::fromUtf8(bytes(corpus_.english(i)))).hasMatch();
        QVERIFY2(found >= least, QByteArray::number(found).constData());
    }

    void theSeedDecides() {
        const auto again = makeBuiltInCorpus({2000, 5}, {}), same = makeBuiltInCorpus({2000, 5}, {});
        const auto other = makeBuiltInCorpus({2000, 6}, {});
        QCOMPARE(again.text, same.text);
        QVERIFY(again.alignments.links == same.alignments.links);
        QVERIFY(again.text != other.text);
        QCOMPARE(again.testPairs, std::size_t(181));
    }

    void givesUpWhereProgressThrows() {
        QVERIFY_EXCEPTION_THROWN(makeBuiltInCorpus({}, [](double) { throw Failure(MessageCode::Cancelled); }), Failure);
    }

    void oneDerivationGivesBothSidesAndTheirLinks() {
        const auto grammar = readGrammar({{"words.grammar", R"(
[First]
<Who> <Thing> 被/1 吃* 了 | <Who.possessive> <Thing> {be.past:Thing}/1 {eat.participle}/2*
[Sentence]
<First> | <First>
[Who]
他 | he | possessive=his agr=3s
[Thing]
两/1 <Egg.measure>/Egg? <Egg>* | two/1 <Egg.plural>* | agr=3p
[Egg] measure=个
鸡蛋 | ~nice egg*
[English forms]
be past=were past-3s=was
eat ate eaten
)"}});
        GrammarSentences sentences(grammar, 1);
        const auto& pair = sentences.next(grammar.first);
        QByteArrayList english;
        for (const int word : pair.sides[1])
            english << QByteArray::fromStdString(sentences.word(word));
        QCOMPARE(english.join(' '), QByteArray("his two nice eggs were eaten"));
        const std::vector<AlignmentLink> links = {{0, 0, true},  {1, 1, true}, {2, 2, false}, {2, 3, false},
                                                  {3, 2, false}, {3, 3, true}, {4, 4, true}};
        QVERIFY(pair.links == links);
    }

    void complainsOfAGrammarByLine_data() {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("complaint");
        const auto row = [](const char* rules, const char* complaint) {
            QTest::newRow(complaint) << QByteArray(rules) << QByteArray(complaint);
        };
        row("[First]\n好 | good\n[Sentence]\n<Nobody> | <Nobody>", "words.grammar, line 4: no category Nobody");
        row("[First]\n好\n[Sentence]\n好 | good", "line 2: a rule is written CHINESE | ENGLISH");
        row("好 | good", "line 1: a rule needs a [Category] above it");
        row("[First]\n好 | good\n[Sentence]\n<First> | good", "line 4: <First> is not on the English side");
        row("[First]\n好 | good\n[Sentence]\n<First> | <First>\n[Other]\n好 | good", "line 5: nothing uses");
        row("[First]\n好 | good\n[Sentence]\n<First> | <First.plurl>", "line 4: no word has a form plurl");
        row("[First]\n好 | good\n[Sentence]\n<Sentence> | <Sentence>", "line 3: Sentence never comes to words");
        row("[First]\n好 | good | weight=no\n[Sentence]\n<First> | <First>", "line 2: a weight is a number");
    }

    void complainsOfAGrammarByLine() {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, complaint);
        QVERIFY2(complaintAbout(rules.constData()).contains(complaint), complaintAbout(rules.constData()).constData());
    }
};

QTEST_GUILESS_MAIN(BuiltInCorpusTest)
#include "BuiltInCorpusTest.moc"
