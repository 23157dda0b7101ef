#include "engine/metrics/AlignmentErrorRate.h"

#include <QTest>

using namespace zhuyi;

using Links = std::vector<AlignmentLink>;

/// Every number here was worked out by hand from the formulas of Och & Ney (2003).
class AlignmentErrorRateTest : public QObject {
    Q_OBJECT

    static void add(AlignmentErrorRate& rate, const Links& links, const Links& gold) {
        rate.add(links, gold.data(), gold.data() + gold.size());
    }
    static AlignmentScore scoreOf(const Links& links, const Links& gold) {
        AlignmentErrorRate rate;
        add(rate, links, gold);
        return rate.score().value();
    }
    static void compare(const AlignmentScore& score, double errorRate, double precision, double recall) {
        QCOMPARE(score.errorRate, errorRate);
        QCOMPARE(score.precision, precision);
        QCOMPARE(score.recall, recall);
    }

  private Q_SLOTS:
    void the_gold_alignment_itself_has_no_error() {
        const Links gold = {{0, 0}, {1, 2}, {2, 1}};
        compare(scoreOf(gold, gold), 0, 1, 1);
    }

    void links_that_miss_everything_are_all_error() { compare(scoreOf({{0, 1}, {1, 0}}, {{0, 0}, {1, 1}}), 1, 0, 0); }

    void sure_links_alone() {
        // A = {00, 11, 12, 33}, S = {00, 11, 22}: two hits of four given and three asked for, 1 − (2 + 2) / (4 + 3).
        compare(scoreOf({{0, 0}, {1, 1}, {1, 2}, {3, 3}}, {{0, 0}, {1, 1}, {2, 2}}), 1 - 4.0 / 7, 0.5, 2.0 / 3);
    }

    void possible_links_are_no_error_whether_given_or_not() {
        const Links gold = {{0, 0}, {1, 1, false}, {2, 2, false}, {2, 3}};
        compare(scoreOf({{0, 0}, {2, 3}}, gold), 0, 1, 1);
        compare(scoreOf({{0, 0}, {1, 1}, {2, 3}}, gold), 0, 1, 1);
        // A = {00, 11, 40}: A ∩ S = {00}, A ∩ P = {00, 11}, |A| = 3, |S| = 2.
        compare(scoreOf({{0, 0}, {1, 1}, {4, 0}}, gold), 1 - 3.0 / 5, 2.0 / 3, 0.5);
    }

    void pairs_are_counted_together_not_averaged() {
        AlignmentErrorRate rate, other;
        add(rate, {{0, 0}}, {{0, 0}});                                  // 1 of 1, of 1
        add(other, {{0, 1}, {1, 0}, {2, 2}}, {{0, 0}, {1, 1}, {2, 2}}); // 1 of 3, of 3
        rate.add(other);
        compare(rate.score().value(), 0.5, 0.5, 0.5);
    }

    void a_pair_without_gold_links_does_not_count() {
        AlignmentErrorRate rate;
        add(rate, {{0, 0}, {1, 1}}, {});
        QVERIFY(!rate.score());
        add(rate, {{0, 0}}, {{0, 0}});
        compare(rate.score().value(), 0, 1, 1);
    }

    void no_link_at_all_misses_everything_but_is_not_wrong() { compare(scoreOf({}, {{0, 0}, {1, 1}}), 1, 1, 0); }

    void gold_links_that_are_only_possible_miss_nothing() {
        compare(scoreOf({{0, 0}, {1, 0}}, {{0, 0, false}}), 0.5, 0.5, 1);
        AlignmentErrorRate rate;
        add(rate, {}, {{0, 0, false}});
        QVERIFY(!rate.score()); // there is nothing to measure
    }
};

QTEST_GUILESS_MAIN(AlignmentErrorRateTest)
#include "AlignmentErrorRateTest.moc"
