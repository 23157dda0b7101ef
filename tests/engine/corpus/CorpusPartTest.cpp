#include "engine/corpus/CorpusPart.h"

#include <QTest>

using namespace zhuyi;

class CorpusPartTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_pairs_of_some_lines_keep_their_texts_and_alignments() {
        Corpus corpus;
        const std::vector<std::pair<std::string, std::string>> texts{
            {"我 看", "i read"}, {"你 买", "you buy"}, {"茶", "tea"}};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Corpus::Pair pair;
            pair.chinese = {corpus.text.size(), static_cast<std::uint32_t>(texts[i].first.size())};
            corpus.text += texts[i].first;
            pair.english = {corpus.text.size(), static_cast<std::uint32_t>(texts[i].second.size())};
            corpus.text += texts[i].second;
            pair.line = 10 * static_cast<std::int64_t>(i + 1);
            corpus.pairs.push_back(pair);
            corpus.alignments.append({{static_cast<std::uint16_t>(i), 0, true}});
        }
        const auto part = partOfCorpus(corpus, {30, 20, 99});
        QCOMPARE(part.pairs.size(), 2U);
        QCOMPARE(std::string(part.chinese(0)), std::string("你 买"));
        QCOMPARE(std::string(part.english(1)), std::string("tea"));
        QCOMPARE(part.pairs[1].line, 30);
        QCOMPARE(part.alignments.size(), 2U);
        QCOMPARE(part.alignments.begin(1)->source, 2);
        QVERIFY(partOfCorpus(corpus, {}).pairs.empty());
    }
};

QTEST_GUILESS_MAIN(CorpusPartTest)
#include "CorpusPartTest.moc"
