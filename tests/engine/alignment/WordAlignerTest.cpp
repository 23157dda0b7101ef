#include "engine/alignment/WordAligner.h"

#include "engine/alignment/CooccurrenceTable.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace zhuyi;

namespace {

/// Pairs in which source word w is written as target word w, in reverse order; target word 4 stands now and then for
/// nothing.
EncodedPairs reversed(Alignments& gold, int count) {
    EncodedPairs pairs;
    std::mt19937 random(1);
    for (int pair = 0; pair < count; ++pair) {
        std::set<std::int32_t> chosen; // in ascending order: shuffled below
        while (chosen.size() < 3 + random() % 5)
            chosen.insert(static_cast<std::int32_t>(5 + random() % 40));
        std::vector<std::int32_t> source(chosen.begin(), chosen.end()), target;
        for (std::size_t i = source.size(); i > 1; --i)
            std::swap(source[i - 1], source[random() % i]);
        std::vector<AlignmentLink> links;
        for (std::size_t i = source.size(); i-- > 0;) {
            if (random() % 3 == 0)
                target.push_back(4);
            links.push_back({static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(target.size()), true});
            target.push_back(source[i]);
        }
        std::reverse(links.begin(), links.end());
        pairs.source.append(source);
        pairs.target.append(target);
        gold.append(links);
    }
    return pairs;
}

} // namespace

class WordAlignerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void words_of_a_corpus_in_reverse_order_find_each_other() {
        Alignments gold;
        const auto pairs = reversed(gold, 600);
        const auto links = alignWords(pairs, 45, 45, [](double) {}, 2);
        QCOMPARE(links.size(), pairs.size());
        std::size_t hits = 0;
        for (std::size_t pair = 0; pair < pairs.size(); ++pair)
            for (const auto* link = links.begin(pair); link != links.end(pair); ++link)
                hits += std::count(gold.begin(pair), gold.end(pair), *link);
        const double errorRate = 1 - 2.0 * static_cast<double>(hits) /
                                         static_cast<double>(links.links.size() + gold.links.size());
        QVERIFY2(errorRate < 0.03, qPrintable(QString::number(errorRate)));
    }

    void any_number_of_threads_finds_the_same() {
        Alignments gold;
        const auto pairs = reversed(gold, 600); // several tasks
        const auto one = alignWords(pairs, 45, 45, [](double) {}, 1);
        for (const std::size_t workers : {2, 3}) {
            const auto more = alignWords(pairs, 45, 45, [](double) {}, workers);
            QVERIFY(more.links == one.links);
            QVERIFY(more.offsets == one.offsets);
        }
    }

    void empty_sides_and_no_pairs_at_all_have_no_links() {
        EncodedPairs pairs;
        QVERIFY(alignWords(pairs, 10, 10, [](double) {}, 2).empty());
        pairs.source.append({});
        pairs.target.append({5});
        pairs.source.append({5});
        pairs.target.append({});
        const auto links = alignWords(pairs, 10, 10, [](double) {}, 2);
        QCOMPARE(links.size(), 2U);
        QVERIFY(links.links.empty());
    }

    void progress_goes_up_to_the_whole_and_can_give_up() {
        Alignments gold;
        const auto pairs = reversed(gold, 600);
        double last = 0;
        alignWords(
            pairs, 45, 45,
            [&](double share) {
                QVERIFY(share >= last && share <= 1 + 1e-9);
                last = share;
            },
            2);
        QVERIFY(last > 0.999);
        QVERIFY_THROWS_EXCEPTION(
            Failure, alignWords(pairs, 45, 45, [](double) { throw Failure(MessageCode::Cancelled); }, 2));
    }

    void two_frequent_words_that_met_once_are_not_in_the_table() {
        EncodedPairs pairs;
        for (int i = 0; i < 5; ++i) {
            pairs.source.append({5});
            pairs.target.append({6});
            pairs.source.append({7});
            pairs.target.append({8});
        }
        pairs.source.append({5, 9});
        pairs.target.append({8});
        const CooccurrenceTable table(pairs, 10, 10, 1, [](double) {});
        QVERIFY(table.find(5, 6) != CooccurrenceTable::Absent);
        QVERIFY(table.find(7, 8) != CooccurrenceTable::Absent);
        QVERIFY(table.find(9, 8) != CooccurrenceTable::Absent); // 9 is rare
        QVERIFY(table.find(5, 8) == CooccurrenceTable::Absent);
        QVERIFY(table.find(7, 6) == CooccurrenceTable::Absent);
        QCOMPARE(table.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(WordAlignerTest)
#include "WordAlignerTest.moc"
