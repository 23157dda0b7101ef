#include "engine/decoding/AttentionAlignment.h"

#include <QTest>

using namespace zhuyi;

using Links = std::vector<AlignmentLink>;
using Words = std::vector<std::uint16_t>;

class AttentionAlignmentTest : public QObject {
    Q_OBJECT

    /// Of rows for every target token and the end of the sentence.
    static Links align(const std::vector<std::vector<float>>& rows, const Words& sourceWords, const Words& targetWords,
                       const AlignmentMethod& method = {}) {
        std::vector<float> weights;
        for (const auto& row : rows)
            weights.insert(weights.end(), row.begin(), row.end());
        ForcedAttention attention;
        attention.weights = weights.data();
        attention.rowStride = attention.sourceTokens = sourceWords.size();
        attention.targetTokens = targetWords.size();
        attention.sourceWords = sourceWords.data();
        attention.targetWords = targetWords.data();
        return alignmentOf(attention, method);
    }

  private Q_SLOTS:
    void sharp_attention_is_the_alignment_in_ascending_order() {
        const Links links = align({{1, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 0, 1}}, {0, 1, 2}, {0, 1, 2});
        QCOMPARE(links, (Links{{0, 0}, {1, 2}, {2, 1}}));
    }

    void the_end_of_the_sentence_is_no_word() { QCOMPARE(align({{1, 0}, {0, 1}}, {0, 1}, {0}), (Links{{0, 0}})); }

    void attention_on_a_word_is_the_sum_over_its_tokens() {
        AlignmentMethod method;
        method.least = 0.5;
        method.further = 1.1;
        // No token of word 1 has the most, the word has.
        QCOMPARE(align({{0.4F, 0.3F, 0.3F}, {1, 0, 0}}, {0, 1, 1}, {0}, method), (Links{{1, 0}}));
    }

    void attention_of_a_word_is_the_mean_over_its_tokens() {
        AlignmentMethod method;
        method.least = 0.5;
        method.further = 1.1;
        QCOMPARE(align({{0.9F, 0.1F}, {0.3F, 0.7F}, {0, 1}}, {0, 1}, {0, 0}, method), (Links{{0, 0}}));
        QCOMPARE(align({{0.5F, 0.5F}, {0.2F, 0.8F}, {0, 1}}, {0, 1}, {0, 0}, method), (Links{{1, 0}}));
    }

    void a_word_that_looks_nowhere_in_particular_is_not_linked() {
        AlignmentMethod method;
        method.least = 0.4;
        QCOMPARE(align({{0.34F, 0.33F, 0.33F}, {0, 0.9F, 0.1F}, {1, 0, 0}}, {0, 1, 2}, {0, 1}, method),
                 (Links{{1, 1}}));
    }

    void a_word_may_have_further_links() {
        AlignmentMethod method;
        method.further = 0.4;
        QCOMPARE(align({{0.45F, 0.1F, 0.45F}, {1, 0, 0}}, {0, 1, 2}, {0}, method), (Links{{0, 0}, {2, 0}}));
    }

    void words_without_tokens_are_passed_over() {
        QCOMPARE(align({{0, 1}, {1, 0}}, {1, 4}, {3}), (Links{{4, 3}}));
        QCOMPARE(align({{}}, {}, {0}), Links());
        QCOMPARE(align({{1}}, {0}, {}), Links());
    }

    void a_batch_is_read_pair_by_pair() {
        EncodedPairs pairs;
        for (const auto& [source, target] : std::vector<std::pair<int, int>>{{1, 1}, {3, 2}, {2, 1}}) {
            pairs.source.append(std::vector<std::int32_t>(static_cast<std::size_t>(source), 4));
            pairs.target.append(std::vector<std::int32_t>(static_cast<std::size_t>(target), 4));
        }
        pairs.sourceWords = {0, /**/ 0, 0, 1, /**/ 0, 1};
        pairs.targetWords = {0, /**/ 0, 1, /**/ 0};
        // Pairs 2 and 1, T×B×S of 3×2×3, padded with what must not count.
        const auto weights = torch::tensor({0.F, 1.F, 9.F, /**/ 0.F, 0.F, 1.F,  // token 0
                                            1.F, 0.F, 9.F, /**/ 0.F, 1.F, 0.F,  // token 1, or the end
                                            9.F, 9.F, 9.F, /**/ 0.F, 0.F, 1.F}) // nothing, or the end
                                 .reshape({3, 2, 3});
        const auto alignments = alignmentsOf(pairs, {2, 1}, weights);
        QCOMPARE(alignments.size(), std::size_t(2));
        QCOMPARE(alignments[0], (Links{{1, 0}}));
        QCOMPARE(alignments[1], (Links{{0, 1}, {1, 0}}));
    }
};

QTEST_GUILESS_MAIN(AttentionAlignmentTest)
#include "AttentionAlignmentTest.moc"
