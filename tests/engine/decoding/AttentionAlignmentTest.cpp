#include "engine/decoding/AttentionAlignment.h"

#include "engine/model/MakeBatch.h"
#include "engine/text/Vocabulary.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace zhuyi;

using Links = std::vector<AlignmentLink>;
using Words = std::vector<std::uint16_t>;

class AttentionAlignmentTest : public QObject {
    Q_OBJECT

    static Links align(const std::vector<std::vector<float>>& rows, const Words& sourceWords, const Words& targetWords,
                       std::vector<bool> sourceSigns = {}, std::vector<bool> targetSigns = {}) {
        std::vector<float> shares;
        for (const auto& row : rows)
            shares.insert(shares.end(), row.begin(), row.end());
        TokenShares tokens;
        tokens.shares = shares.data();
        tokens.rowStride = tokens.sourceTokens = sourceWords.size();
        tokens.targetTokens = targetWords.size();
        tokens.sourceWords = sourceWords.data();
        tokens.targetWords = targetWords.data();
        tokens.sourceSigns = std::move(sourceSigns);
        tokens.targetSigns = std::move(targetSigns);
        return alignmentOf(tokens);
    }

  private Q_SLOTS:
    void sharp_shares_are_the_alignment_in_ascending_order() {
        QCOMPARE(align({{1, 0, 0}, {0, 0, 1}, {0, 1, 0}}, {0, 1, 2}, {0, 1, 2}), (Links{{0, 0}, {1, 2}, {2, 1}}));
    }

    void the_share_of_a_source_word_is_the_sum_over_its_tokens() {
        // No token of word 1 has the most, the word has.
        QCOMPARE(align({{0.4F, 0.3F, 0.3F}}, {0, 1, 1}, {0}), (Links{{0, 0}, {1, 0}}));
        QCOMPARE(align({{0.1F, 0.5F, 0.4F}}, {0, 1, 1}, {0}), (Links{{1, 0}}));
        QCOMPARE(align({{0.15F, 0.15F, 0.35F, 0.35F}}, {0, 0, 1, 2}, {0}), (Links{{0, 0}, {1, 0}, {2, 0}}));
    }

    void the_share_of_a_target_word_is_the_mean_over_its_tokens() {
        QCOMPARE(align({{0.9F, 0.1F}, {0.8F, 0.2F}}, {0, 1}, {0, 0}), (Links{{0, 0}}));
        // Counted by its first token alone it would be word 0, by its last alone word 1.
        QCOMPARE(align({{0.9F, 0.1F}, {0.1F, 0.9F}}, {0, 1}, {0, 0}), (Links{{0, 0}, {1, 0}}));
    }

    void a_target_word_that_comes_from_nowhere_in_particular_is_not_linked() {
        QCOMPARE(align({{0.17F, 0.17F, 0.17F, 0.17F, 0.16F, 0.16F}}, {0, 1, 2, 3, 4, 5}, {0}), Links());
    }

    void a_target_word_may_have_two_source_words() {
        QCOMPARE(align({{0.5F, 0, 0.5F}}, {0, 1, 2}, {0}), (Links{{0, 0}, {2, 0}}));
    }

    /// The other direction: what another target word has a better claim to is not linked with this one as well.
    void a_source_word_that_others_have_a_better_claim_to_is_not_linked() {
        // Alone, target word 1 would link to both.
        QCOMPARE(align({{0.55F, 0.45F}}, {0, 1}, {1}), (Links{{0, 1}, {1, 1}}));
        QCOMPARE(align({{1, 0}, {0.45F, 0.55F}}, {0, 1}, {0, 1}), (Links{{0, 0}, {1, 1}}));
    }

    void up_to_five_words_may_come_of_one() {
        const Words five{0, 1, 2, 3, 4}, six{0, 1, 2, 3, 4, 5};
        QCOMPARE(align(std::vector<std::vector<float>>(5, {1}), {0}, five).size(), 5U);
        QCOMPARE(align(std::vector<std::vector<float>>(6, {1}), {0}, six).size(), 0U);
    }

    void words_have_no_share_of_punctuation_which_has_its_own() {
        const std::vector<std::vector<float>> rows = {{0.2F, 0.8F}, {0.1F, 0.9F}};
        QCOMPARE(align(rows, {0, 1}, {0, 1}), (Links{{1, 0}, {1, 1}}));
        QCOMPARE(align(rows, {0, 1}, {0, 1}, {false, true}, {false, true}), (Links{{0, 0}, {1, 1}}));
        // Where there is nothing but punctuation, a word comes from nowhere.
        QCOMPARE(align({{1}}, {0}, {0}, {true}, {false}), Links());
    }

    void words_without_tokens_are_passed_over() {
        QCOMPARE(align({{0, 1}}, {1, 4}, {3}), (Links{{4, 3}}));
        QCOMPARE(align({{}}, {}, {0}), Links());
        QCOMPARE(align({}, {0}, {}), Links());
    }

    void signs_of_a_vocabulary_are_its_tokens_without_letters_and_digits() {
        const AlignmentSigns signs(Vocabulary({"我", "。", "3", "——"}), Vocabulary({"o'clock", ".", "...", "i"}));
        const std::vector<bool> source{false, false, false, false, false, true, false, true};
        const std::vector<bool> target{false, false, false, false, false, true, true, false};
        QVERIFY(signs.source == source);
        QVERIFY(signs.target == target);
    }

    void the_posterior_is_that_of_its_formula_whatever_the_batch_data() {
        QTest::addColumn<int>("vocabulary");
        QTest::newRow("all are rivals") << 30;
        QTest::newRow("rare words are rivals in their own sentence") << 900;
    }
    /// Word by word with the decoder's steps, as the header writes it: another way to the same links.
    void the_posterior_is_that_of_its_formula_whatever_the_batch() {
        QFETCH(int, vocabulary);
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 8;
        torch::manual_seed(3);
        auto network = std::make_shared<Seq2Seq>(settings, vocabulary, vocabulary);
        network->eval();
        const torch::NoGradGuard noGradient;
        for (auto parameter : network->parameters())
            parameter.mul_(6); // sharp enough to choose
        EncodedPairs pairs;
        for (const auto& [source, target] :
             std::vector<std::pair<std::vector<std::int32_t>, std::vector<std::int32_t>>>{
                 {{4, 9, 12, 5}, {7, vocabulary - 1, 7, vocabulary - 2, 6}},
                 {{8}, {5, 11}},
                 {{6, 7, 20}, {9}},
                 {{}, {5}}}) {
            for (std::size_t i = 0; i < source.size(); ++i)
                pairs.sourceWords.push_back(static_cast<std::uint16_t>(i));
            for (std::size_t i = 0; i < target.size(); ++i)
                pairs.targetWords.push_back(static_cast<std::uint16_t>(i));
            pairs.source.append(source);
            pairs.target.append(target);
        }
        const std::vector<std::uint32_t> together{2, 0, 3, 1};
        const auto all = posteriorAlignments(*network, pairs, together,
                                             network->forward(makeBatch(pairs, together, torch::kCPU), true), {});
        QVERIFY(all[2].empty());
        std::size_t links = 0;
        for (std::size_t place = 0; place < together.size(); ++place) {
            const auto pair = together[place];
            if (pair == 3)
                continue;
            const auto sources = static_cast<std::size_t>(pairs.source.length(pair));
            const auto targets = static_cast<std::size_t>(pairs.target.length(pair));
            const auto outputs = network->forward(makeBatch(pairs, {pair}, torch::kCPU), true);
            std::map<std::string, torch::Tensor> weight;
            for (const auto& parameter : network->named_parameters())
                weight[parameter.key()] = parameter.value();
            std::vector<float> shares;
            for (std::size_t t = 0; t < targets; ++t) {
                double whole = 0;
                std::vector<double> row;
                for (std::size_t s = 0; s < sources; ++s) {
                    const auto both = torch::cat({outputs.queries[static_cast<std::int64_t>(t)][0],
                                                  outputs.values[0][static_cast<std::int64_t>(s)]});
                    const auto output =
                        torch::tanh(weight["decoder.combine.weight"].matmul(both) + weight["decoder.combine.bias"]);
                    const auto logits = weight["output.weight"].matmul(output) + weight["output.bias"];
                    double rivals = 0;
                    for (std::int32_t id = Vocabulary::Unknown; id < vocabulary; ++id) {
                        const auto* own = pairs.target.begin(pair);
                        if (id < 500 + Vocabulary::Specials || std::count(own, own + targets, id) > 0)
                            rivals += std::exp(logits[id].item<double>());
                    }
                    const double attention =
                        outputs.weights[static_cast<std::int64_t>(t)][0][static_cast<std::int64_t>(s)].item<double>();
                    row.push_back(std::sqrt(attention) * std::exp(logits[pairs.target.begin(pair)[t]].item<double>()) /
                                  rivals);
                    whole += row.back();
                }
                for (const double share : row)
                    shares.push_back(static_cast<float>(share / whole));
            }
            TokenShares tokens;
            tokens.shares = shares.data();
            tokens.rowStride = tokens.sourceTokens = sources;
            tokens.targetTokens = targets;
            tokens.sourceWords = pairs.sourceWords.data() + pairs.source.offsets[pair];
            tokens.targetWords = pairs.targetWords.data() + pairs.target.offsets[pair];
            QCOMPARE(all[place], alignmentOf(tokens));
            links += all[place].size();
        }
        QVERIFY(links >= 4);
    }
};

QTEST_GUILESS_MAIN(AttentionAlignmentTest)
#include "AttentionAlignmentTest.moc"
