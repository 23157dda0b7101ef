#include "tests/engine/decoding/TinyNetwork.h"

#include "engine/decoding/BeamSearch.h"
#include "engine/decoding/ForcedDecoding.h"
#include "engine/decoding/GreedySearch.h"
#include "engine/decoding/TokenScores.h"
#include "engine/text/Vocabulary.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace zhuyi;
using Tokens = std::vector<std::int32_t>;

namespace {

DecodingOptions beam(std::int64_t size, std::int64_t nBest = 1, double length = 0, double coverage = 0) {
    DecodingOptions options;
    options.beam_size = size;
    options.n_best = nBest;
    options.length_penalty = length;
    options.coverage_penalty = coverage;
    return options;
}

/// Every target of up to `limit` tokens, End among them, by its score under forced decoding, best first.
std::vector<std::pair<double, Tokens>> everyTranslation(Seq2Seq& network, const Tokens& source, std::size_t limit,
                                                        std::int32_t words, const DecodingOptions& options) {
    std::vector<Tokens> begun{{}};
    std::vector<std::pair<double, Tokens>> scored;
    for (std::size_t i = 0; i < begun.size(); ++i) {
        const auto forced = forcedDecoding(network, source, begun[i]);
        scored.emplace_back(scoreOf(forced, options), forced.tokens);
        if (begun[i].size() + 1 < limit)
            for (std::int32_t token = Vocabulary::Unknown; token < words; ++token)
                if (token != Vocabulary::Begin && token != Vocabulary::End) {
                    auto longer = begun[i];
                    longer.push_back(token);
                    begun.push_back(longer);
                }
    }
    std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return scored;
}

} // namespace

class BeamSearchTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_beam_of_one_is_greedy_search_data() {
        QTest::addColumn<QString>("attention");
        for (const char* name : {"additive", "scaled_dot", "dot", "general", "none"})
            QTest::newRow(name) << QString(name);
    }
    void a_beam_of_one_is_greedy_search() {
        QFETCH(QString, attention);
        const TinySources sources;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto network = tinyNetwork(attention.toStdString(), 13, seed);
            const auto greedy = greedySearch(*network, sources.source, sources.lengths, sources.limits);
            for (const auto& options : {beam(1), beam(1, 1, 0.8, 0.3)}) {
                const auto found = beamSearch(*network, sources.source, sources.lengths, sources.limits, options);
                for (std::size_t b = 0; b < greedy.size(); ++b) {
                    QCOMPARE(found[b].best.size(), std::size_t(1));
                    const auto& hypothesis = found[b].best.front().hypothesis;
                    QCOMPARE(hypothesis.tokens, greedy[b].tokens);
                    QCOMPARE(hypothesis.attention.size(), greedy[b].attention.size());
                    QCOMPARE(found[b].best.front().isEnded, greedy[b].tokens.back() == Vocabulary::End);
                }
            }
        }
    }

    void each_hypothesis_has_the_probabilities_and_attention_of_forced_decoding_data() {
        a_beam_of_one_is_greedy_search_data();
    }
    void each_hypothesis_has_the_probabilities_and_attention_of_forced_decoding() {
        QFETCH(QString, attention);
        const TinySources sources;
        const auto network = tinyNetwork(attention.toStdString(), 13);
        const auto options = beam(4, 4, 0.6, 0.2);
        const auto found = beamSearch(*network, sources.source, sources.lengths, sources.limits, options);
        int compared = 0;
        for (std::size_t b = 0; b < found.size(); ++b)
            for (const auto& [hypothesis, score, isEnded] : found[b].best) {
                auto target = hypothesis.tokens;
                if (isEnded)
                    target.pop_back();
                auto forced = forcedDecoding(*network, sources.ids[b], target);
                forced.logProbabilities.resize(hypothesis.tokens.size());
                forced.attention.resize(hypothesis.tokens.size() * sources.ids[b].size());
                QCOMPARE(hypothesis.attention.size(), forced.attention.size());
                for (std::size_t i = 0; i < forced.attention.size(); ++i)
                    QVERIFY(std::abs(hypothesis.attention[i] - forced.attention[i]) < 1e-5);
                for (std::size_t i = 0; i < forced.logProbabilities.size(); ++i)
                    QVERIFY(std::abs(hypothesis.logProbabilities[i] - forced.logProbabilities[i]) < 1e-4);
                QVERIFY(std::abs(score - scoreOf(forced, options)) < 1e-3);
                ++compared;
            }
        QVERIFY(compared > 10);
    }

    void the_n_best_are_sorted_and_distinct() {
        const TinySources sources;
        const auto network = tinyNetwork("additive", 13);
        const auto found = beamSearch(*network, sources.source, sources.lengths, sources.limits, beam(6, 5, 1));
        for (const auto& result : found) {
            std::set<Tokens> seen;
            for (std::size_t i = 0; i < result.best.size(); ++i) {
                QVERIFY(seen.insert(result.best[i].hypothesis.tokens).second);
                if (i > 0 && result.best[i].isEnded == result.best[i - 1].isEnded)
                    QVERIFY(result.best[i].score <= result.best[i - 1].score);
                if (i > 0)
                    QVERIFY(result.best[i].isEnded <= result.best[i - 1].isEnded);
            }
            QVERIFY(seen.size() <= 5);
        }
        QCOMPARE(found[4].best.size(), std::size_t(5));
    }

    void a_beam_that_holds_everything_finds_what_trying_everything_finds_data() {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("coverage");
        QTest::newRow("plain") << 0.0 << 0.0;
        QTest::newRow("length") << 1.0 << 0.0;
        QTest::newRow("coverage") << 0.0 << 0.5;
        QTest::newRow("both") << 0.7 << 0.3;
    }
    void a_beam_that_holds_everything_finds_what_trying_everything_finds() {
        QFETCH(double, length);
        QFETCH(double, coverage);
        constexpr std::int32_t words = 7; // Unknown and three others may be written
        constexpr std::int64_t limit = 5;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const auto network = tinyNetwork("additive", words, seed);
            const auto options = beam(400, 3, length, coverage);
            const auto every = everyTranslation(*network, {4, 5, 6}, limit, words, options);
            const auto found = beamSearch(*network, torch::tensor({{4, 5, 6}}, torch::kInt64),
                                          torch::tensor({3}, torch::kInt64), {limit}, options);
            QCOMPARE(found[0].best.size(), std::size_t(3));
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(std::abs(found[0].best[i].score - every[i].first) < 1e-4);
                QCOMPARE(found[0].best[i].hypothesis.tokens, every[i].second);
            }
        }
    }

    void sentences_are_searched_alike_alone_and_together() {
        const TinySources sources;
        const auto network = tinyNetwork("additive", 13);
        const auto options = beam(4, 2, 0.6);
        const auto together = beamSearch(*network, sources.source, sources.lengths, sources.limits, options);
        for (std::size_t b = 0; b < sources.ids.size(); ++b) {
            const auto row = static_cast<std::int64_t>(b);
            const auto length = sources.lengths.slice(0, row, row + 1);
            const auto alone =
                beamSearch(*network, sources.source.slice(0, row, row + 1).slice(1, 0, length.item<std::int64_t>()),
                           length.clone(), {sources.limits[b]}, options);
            QCOMPARE(alone[0].best.size(), together[b].best.size());
            for (std::size_t i = 0; i < alone[0].best.size(); ++i)
                QCOMPARE(alone[0].best[i].hypothesis.tokens, together[b].best[i].hypothesis.tokens);
        }
    }

    void the_length_penalty_is_that_of_its_equation() {
        Hypothesis hypothesis;
        hypothesis.logProbabilities = {-1, -2, -3};
        hypothesis.attention = {0.5F, 0.5F, 0.2F, 0.8F, 0.1F, 0.9F};
        QCOMPARE(scoreOf(hypothesis, beam(5)), -6.0);
        QVERIFY(std::abs(scoreOf(hypothesis, beam(5, 1, 0.6)) - -6.0 / std::pow(8.0 / 6, 0.6)) < 1e-9);
        // The first source word got 0.8, the second more than 1.
        QVERIFY(std::abs(scoreOf(hypothesis, beam(5, 1, 0, 0.5)) - (-6.0 + 0.5 * std::log(0.8))) < 1e-6);
        // Both are divided by the length.
        QVERIFY(std::abs(scoreOf(hypothesis, beam(5, 1, 1, 0.5)) - (-6.0 + 0.5 * std::log(0.8)) / (8.0 / 6)) < 1e-6);
    }

    void what_is_blocked_is_not_written() {
        const TinySources sources;
        bool wasUnknown = false, wasRepeated = false;
        const auto repeats = [](const Tokens& tokens) {
            std::set<std::pair<std::int32_t, std::int32_t>> seen;
            for (std::size_t i = 1; i < tokens.size(); ++i)
                if (!seen.insert({tokens[i - 1], tokens[i]}).second)
                    return true;
            return false;
        };
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const auto network = tinyNetwork("additive", 8, seed);
            for (const bool blocked : {false, true}) {
                auto options = beam(3, 3);
                options.block_unknown = blocked;
                options.block_repeats = blocked ? 2 : 0;
                for (const auto& result :
                     beamSearch(*network, sources.source, sources.lengths, sources.limits, options))
                    for (const auto& scored : result.best) {
                        const auto& tokens = scored.hypothesis.tokens;
                        const bool unknown = std::count(tokens.begin(), tokens.end(), Vocabulary::Unknown) > 0;
                        QVERIFY(!blocked || !(unknown || repeats(tokens)));
                        wasUnknown = wasUnknown || unknown;
                        wasRepeated = wasRepeated || repeats(tokens);
                        QCOMPARE(std::count(tokens.begin(), tokens.end(), Vocabulary::Pad), 0);
                        QCOMPARE(std::count(tokens.begin(), tokens.end(), Vocabulary::Begin), 0);
                    }
            }
        }
        QVERIFY(wasUnknown && wasRepeated); // so that blocking had something to do
    }

    void repeats_are_known_by_their_beginning() {
        QCOMPARE(repeatsAfter({4, 5, 6, 4, 5}, 3), (Tokens{6}));
        QCOMPARE(repeatsAfter({4, 5, 6, 4, 5}, 2), (Tokens{6}));
        QCOMPARE(repeatsAfter({4, 5}, 1), (Tokens{4, 5}));
        QCOMPARE(repeatsAfter({4, 5, 6}, 3), Tokens{});
        QCOMPARE(repeatsAfter({}, 2), Tokens{});
        QCOMPARE(repeatsAfter({4, 4}, 0), Tokens{});
    }

    void the_tree_leads_to_the_best_hypothesis() {
        const TinySources sources;
        const auto network = tinyNetwork("additive", 13);
        const auto found = beamSearch(*network, sources.source, sources.lengths, sources.limits, beam(3), true);
        for (const auto& [best, tree] : found) {
            const auto& hypothesis = best.front().hypothesis;
            QVERIFY(tree.size() >= hypothesis.tokens.size());
            const double total =
                std::accumulate(hypothesis.logProbabilities.begin(), hypothesis.logProbabilities.end(), 0.0);
            const auto& last = tree[hypothesis.tokens.size() - 1];
            auto at = std::find_if(last.begin(), last.end(), [&](const BeamCandidate& candidate) {
                return candidate.kept && std::abs(candidate.total - total) < 1e-9;
            });
            QVERIFY(at != last.end());
            std::int32_t place = static_cast<std::int32_t>(at - last.begin());
            for (auto step = static_cast<std::ptrdiff_t>(hypothesis.tokens.size()) - 1; step >= 0; --step) {
                const auto& candidates = tree[static_cast<std::size_t>(step)];
                const auto& candidate = candidates[static_cast<std::size_t>(place)];
                QCOMPARE(candidate.token, hypothesis.tokens[static_cast<std::size_t>(step)]);
                QVERIFY(candidate.kept);
                place = candidate.parent;
                for (std::size_t i = 1; i < candidates.size(); ++i)
                    QVERIFY(candidates[i - 1].total >= candidates[i].total &&
                            candidates[i - 1].kept >= candidates[i].kept);
            }
            QCOMPARE(place, -1);
        }
    }
};

QTEST_GUILESS_MAIN(BeamSearchTest)
#include "BeamSearchTest.moc"
