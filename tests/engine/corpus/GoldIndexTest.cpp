#include "tests/engine/corpus/CorpusText.h"

#include "engine/corpus/GoldIndex.h"

#include <QtTest>

using namespace zhuyi;

class GoldIndexTest : public QObject {
    Q_OBJECT

    GoldIndex index_;

    static AttentionMap map(std::vector<std::string> source, std::vector<std::string> target, bool fromChinese = true) {
        AttentionMap map;
        map.sourceTokens = std::move(source);
        map.targetTokens = std::move(target);
        map.sourceIsChinese = fromChinese;
        return map;
    }
    /// "row column" of each cell, a possible one in brackets; "none" where the pair is not known.
    static QString text(const std::optional<std::vector<GoldCell>>& cells) {
        if (!cells)
            return "none";
        QStringList result;
        for (const auto& cell : *cells)
            result << QString(cell.sure ? "%1 %2" : "(%1 %2)").arg(cell.row).arg(cell.column);
        return result.join(", ");
    }

  private Q_SLOTS:
    void initTestCase() {
        auto corpus = makeCorpus({{"我 昨天 看书 了 。", "I read yesterday ."}, {"你 好", "hello"}});
        corpus.alignments.append({{0, 0}, {1, 2}, {2, 1}, {3, 1, false}, {4, 3}});
        corpus.alignments.append({});
        index_.add(std::make_shared<const Corpus>(std::move(corpus)));
        index_.add(std::make_shared<const Corpus>(makeCorpus({{"他 来 了", "he came"}}))); // nothing known of it
    }

    void the_cells_of_a_known_pair() {
        const auto gold = index_.cells(map({"我", "昨天", "看书", "了", "。"}, {"i", "read", "yesterday", ".", "</s>"}),
                                       "我 昨天 看书 了 。", "I read yesterday .");
        QCOMPARE(text(gold), "0 0, 2 1, 1 2, (1 3), 3 4");
    }

    void every_token_of_a_linked_word_has_its_cell() {
        const auto gold =
            index_.cells(map({"我", "昨", "天", "看", "书", "了", "。"}, {"i", "read", "yester", "day", ".", "</s>"}),
                         "我 昨天 看书 了 。", "I read yesterday .");
        QCOMPARE(text(gold), "0 0, 2 1, 2 2, 3 1, 3 2, 1 3, 1 4, (1 5), 4 6");
    }

    void the_other_direction() {
        const auto gold =
            index_.cells(map({"i", "read", "yesterday", "."}, {"我", "昨天", "看书", "了", "。", "</s>"}, false),
                         "i read yesterday.", "我昨天看书了。");
        QCOMPARE(text(gold), "0 0, 1 2, 2 1, (3 1), 4 3");
    }

    void a_translation_equal_to_the_reference() {
        const auto source = std::vector<std::string>{"我", "昨天", "看书", "了", "。"};
        QCOMPARE(text(index_.cells(map(source, {"i", "read", "yesterday", ".", "</s>"}), "我昨天看书了。", "")),
                 "0 0, 2 1, 1 2, (1 3), 3 4");
        QCOMPARE(text(index_.cells(map(source, {"i", "read", "yesterday", "yesterday", "."}), "我昨天看书了。", "")),
                 "none");
        QCOMPARE(text(index_.cells(map(source, {"i", "read", ".", "</s>"}), "我昨天看书了。", "")), "none");
    }

    void other_pairs_are_not_known() {
        QCOMPARE(text(index_.cells(map({"你", "好"}, {"hello", "</s>"}), "你 好", "hello")), "none");
        QCOMPARE(text(index_.cells(map({"他", "来", "了"}, {"he", "came", "</s>"}), "他 来 了", "he came")), "none");
        QCOMPARE(text(index_.cells(map({"我"}, {"i", "</s>"}), "我", "i")), "none");
        QCOMPARE(text(GoldIndex().cells(map({}, {}), "", "")), "none");
    }
};

QTEST_GUILESS_MAIN(GoldIndexTest)
#include "GoldIndexTest.moc"
