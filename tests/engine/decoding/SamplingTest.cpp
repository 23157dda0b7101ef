#include "tests/engine/decoding/TinyNetwork.h"

#include "engine/decoding/ForcedDecoding.h"
#include "engine/decoding/GreedySearch.h"
#include "engine/decoding/Sampling.h"
#include "engine/text/Vocabulary.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace zhuyi;

namespace {

DecodingOptions drawing(double temperature, std::int64_t top_k = 0, std::int64_t seed = 1) {
    DecodingOptions options;
    options.temperature = temperature;
    options.top_k = top_k;
    options.seed = seed;
    return options;
}

std::vector<std::vector<std::int32_t>> tokensOf(const std::vector<Hypothesis>& hypotheses) {
    std::vector<std::vector<std::int32_t>> tokens;
    for (const auto& hypothesis : hypotheses)
        tokens.push_back(hypothesis.tokens);
    return tokens;
}

} // namespace

class SamplingTest : public QObject {
    Q_OBJECT

    const TinySources sources_;
    const std::vector<std::uint64_t> streams_{0, 1, 2, 3, 4};

    std::vector<Hypothesis> draw(Seq2Seq& network, const DecodingOptions& options) const {
        return sample(network, sources_.source, sources_.lengths, sources_.limits, options, streams_);
    }

  private Q_SLOTS:
    void tokens_are_drawn_as_often_as_they_are_probable() {
        const std::vector<float> logs{std::log(0.1F), std::log(0.2F), std::log(0.7F)};
        const auto shares = [&](double temperature, std::int64_t top_k) {
            std::mt19937_64 random(3);
            std::vector<double> counts(3, 0);
            for (int i = 0; i < 20000; ++i)
                counts[static_cast<std::size_t>(drawToken(logs.data(), 3, temperature, top_k, random))] += 1 / 20000.0;
            return counts;
        };
        const auto plain = shares(1, 0), cold = shares(0.5, 0), two = shares(1, 2);
        QVERIFY(std::abs(plain[0] - 0.1) < 0.01 && std::abs(plain[1] - 0.2) < 0.01);
        QVERIFY(std::abs(cold[0] - 0.01 / 0.54) < 0.01 && std::abs(cold[1] - 0.04 / 0.54) < 0.01);
        QCOMPARE(two[0], 0.0);
        QVERIFY(std::abs(two[1] - 0.2 / 0.9) < 0.01);
    }

    void the_same_seed_draws_the_same_on_every_machine() {
        // The generator is the standard's own: its 10,000th number is given there.
        std::mt19937_64 random;
        const std::vector<float> logs(10, std::log(0.1F));
        std::vector<std::int32_t> drawn;
        for (int i = 0; i < 8; ++i)
            drawn.push_back(drawToken(logs.data(), 10, 1, 0, random));
        // 14514284786278117030, 4620546740167642908, 13109570281517897720, 17462938647148434322, 355488278567739596,
        // 7469126240319926998, 4635995468481642529, 418970542659199878, over 2^64.
        QCOMPARE(drawn, (std::vector<std::int32_t>{7, 2, 7, 9, 0, 4, 2, 0}));
    }

    void a_seed_is_a_translation() {
        const auto network = tinyNetwork("additive", 13);
        const auto first = tokensOf(draw(*network, drawing(1)));
        QCOMPARE(tokensOf(draw(*network, drawing(1))), first);
        QVERIFY(tokensOf(draw(*network, drawing(1, 0, 2))) != first);
    }

    void a_sentence_is_drawn_alike_alone_and_beside_others() {
        const auto network = tinyNetwork("additive", 13);
        const auto together = draw(*network, drawing(1));
        const auto alone = sample(*network, sources_.source.slice(0, 4, 5).slice(1, 0, 3),
                                  sources_.lengths.slice(0, 4, 5).clone(), {sources_.limits[4]}, drawing(1), {4});
        QCOMPARE(alone[0].tokens, together[4].tokens);
    }

    void one_choice_or_hardly_any_temperature_is_greedy_search() {
        const auto network = tinyNetwork("additive", 13);
        const auto greedy = tokensOf(greedySearch(*network, sources_.source, sources_.lengths, sources_.limits));
        QCOMPARE(tokensOf(draw(*network, drawing(1, 1))), greedy);
        QCOMPARE(tokensOf(draw(*network, drawing(1e-6))), greedy);
    }

    void what_is_drawn_has_the_models_own_probabilities_and_attention() {
        const auto network = tinyNetwork("additive", 13);
        const auto drawn = draw(*network, drawing(2, 5));
        for (std::size_t b = 0; b < drawn.size(); ++b) {
            auto target = drawn[b].tokens;
            QVERIFY(static_cast<std::int64_t>(target.size()) <= sources_.limits[b]);
            if (target.back() == Vocabulary::End)
                target.pop_back();
            const auto forced = forcedDecoding(*network, sources_.ids[b], target);
            for (std::size_t i = 0; i < drawn[b].tokens.size(); ++i)
                QVERIFY(std::abs(drawn[b].logProbabilities[i] - forced.logProbabilities[i]) < 1e-4);
            QCOMPARE(drawn[b].attention.size(), drawn[b].tokens.size() * sources_.ids[b].size());
            for (std::size_t i = 0; i < drawn[b].attention.size(); ++i)
                QVERIFY(std::abs(drawn[b].attention[i] - forced.attention[i]) < 1e-5);
        }
    }
};

QTEST_GUILESS_MAIN(SamplingTest)
#include "SamplingTest.moc"
