#include "engine/decoding/SearchNetwork.h"
#include "engine/model/Torch.h"
#include "engine/text/Vocabulary.h"
#include "tests/engine/NetworkKinds.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

namespace {

constexpr std::int64_t SourceWords = 37, TargetWords = 41;

/// What each row should look at at each step; row i of the batch begins with sentence i.
struct Walk {
    std::vector<std::vector<std::int64_t>> tokens; // of each step
    std::vector<std::vector<std::int64_t>> rows;   // selected after it
};

/// `count` rows for a sentence, so that few and many are multiplied; hypotheses that change places, multiply and end.
Walk walk(std::int64_t sentences) {
    Walk walk;
    auto rows = sentences;
    for (std::int64_t step = 0; step < 6; ++step) {
        walk.tokens.emplace_back();
        for (std::int64_t row = 0; row < rows; ++row)
            walk.tokens.back().push_back(step == 0 ? Vocabulary::Begin : 4 + (row * 7 + step * 3) % (TargetWords - 4));
        const auto next = step < 2 ? 2 * rows : std::max<std::int64_t>(1, rows - 3);
        walk.rows.emplace_back();
        for (std::int64_t row = 0; row < next; ++row)
            walk.rows.back().push_back((row * 5 + step) % rows);
        rows = next;
    }
    return walk;
}

double greatestDifference(const float* a, const float* b, std::int64_t count) {
    double greatest = 0;
    for (std::int64_t i = 0; i < count; ++i)
        greatest = std::max(greatest, std::abs(static_cast<double>(a[i]) - b[i]));
    return greatest;
}

} // namespace

/// Holds the fast way to search with a network against the plain one.
class SearchNetworkTest : public QObject {
    Q_OBJECT

    static void compare(Settings settings, std::int64_t sentences) {
        settings.dropout = 0.5; // which no search has
        torch::manual_seed(3);
        Seq2Seq network(settings, settings.joint_vocabulary ? TargetWords : SourceWords, TargetWords);
        network.eval();
        {
            const torch::NoGradGuard noGradient;
            for (auto& parameter : network.parameters())
                parameter.mul_(3);
        }
        constexpr std::int64_t longest = 9;
        auto source = torch::zeros({sentences, longest}, torch::kInt64),
             lengths = torch::empty({sentences}, torch::kInt64);
        for (std::int64_t b = 0; b < sentences; ++b) {
            const auto length = 1 + (b * 4 + longest - 1) % longest;
            lengths[b] = length;
            for (std::int64_t s = 0; s < length; ++s)
                source[b][s] = 4 + (b * 5 + s * 3) % (SourceWords - 4);
        }
        const auto fast = fastSearchNetwork(network, source, lengths);
        const auto plain = plainSearchNetwork(network, source, lengths);
        // Attention that is given for every third row, at every other step.
        std::vector<std::int64_t> sentenceOf;
        std::vector<std::vector<float>> weights;
        for (std::int64_t b = 0; b < sentences; ++b) {
            sentenceOf.push_back(b);
            const auto length = static_cast<std::size_t>(lengths[b].item<std::int64_t>());
            weights.emplace_back(length, 0.0F);
            weights.back()[static_cast<std::size_t>(b) % length] += 0.75F;
            weights.back().back() += 0.25F;
        }
        const auto steps = walk(sentences);
        for (std::size_t step = 0; step < steps.tokens.size(); ++step) {
            const auto& tokens = steps.tokens[step];
            SearchNetwork::Given given;
            for (std::size_t row = 0; step % 2 == 1 && row < tokens.size(); ++row)
                given.push_back(row % 3 == 0 ? &weights[static_cast<std::size_t>(sentenceOf[row])] : nullptr);
            const auto mine = fast->step(tokens, given), theirs = plain->step(tokens, given);
            const auto rows = static_cast<std::int64_t>(tokens.size());
            QCOMPARE(mine.vocabulary, TargetWords);
            QCOMPARE(theirs.vocabulary, TargetWords);
            QCOMPARE(mine.sourceLength, longest);
            QCOMPARE(theirs.sourceLength, longest);
            QVERIFY(greatestDifference(mine.logProbabilities, theirs.logProbabilities, rows * TargetWords) < 2e-4);
            QVERIFY(greatestDifference(mine.attention, theirs.attention, rows * longest) < 2e-5);
            const auto& chosen = steps.rows[step];
            std::vector<std::int64_t> next;
            for (const auto row : chosen)
                next.push_back(sentenceOf[static_cast<std::size_t>(row)]);
            const bool sameSentences = next == sentenceOf;
            fast->select(chosen, sameSentences);
            plain->select(chosen, sameSentences);
            sentenceOf = next;
        }
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void each_step_is_that_of_the_plain_way_data() {
        QTest::addColumn<int>("sentences");
        const std::vector<int> counts = {1, 4, 11};
        kinds::addRows({"1 sentence", "4 sentences", "11 sentences"},
                       [&](QTestData& row, const QString&, std::size_t variant) { row << counts[variant]; });
    }
    void each_step_is_that_of_the_plain_way() {
        QFETCH(int, sentences);
        compare(kinds::settingsOfRow(), sentences);
    }

    void tied_embeddings_are_those_of_the_plain_way() {
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 24;
        settings.tied_embeddings = true;
        compare(settings, 5);
        settings.joint_vocabulary = true; // of the source as well
        compare(settings, 5);
    }

    void initial_states_are_those_of_the_plain_way() {
        for (const char* state : {"copied", "zero"})
            for (const bool bidirectional : {false, true}) {
                Settings settings;
                settings.embedding_size = settings.hidden_size = settings.attention_size = 24;
                settings.encoder_layers = settings.decoder_layers = 2;
                settings.bidirectional = bidirectional;
                settings.initial_state = state;
                compare(settings, 5);
            }
    }

    void an_ensemble_writes_with_the_mean_of_its_members_probabilities() {
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 24;
        std::vector<std::unique_ptr<Seq2Seq>> networks;
        for (const char* cell : {"lstm", "gru"}) { // one of each way
            settings.cell = cell;
            networks.push_back(std::make_unique<Seq2Seq>(settings, SourceWords, TargetWords));
            networks.back()->eval();
            const torch::NoGradGuard noGradient;
            for (auto& parameter : networks.back()->parameters())
                parameter.mul_(3);
        }
        const auto source = torch::tensor({4, 5, 6, 7, 8, 9, 10, 0, 0}, torch::kInt64).reshape({3, 3});
        const auto lengths = torch::tensor({3, 3, 1}, torch::kInt64);
        const auto together = searchNetwork(SearchNetworks({networks[0].get(), networks[1].get()}), source, lengths);
        const auto first = searchNetwork(*networks[0], source, lengths),
                   second = searchNetwork(*networks[1], source, lengths);
        std::vector<std::int64_t> tokens{2, 2, 2};
        for (const auto& rows : std::vector<std::vector<std::int64_t>>{{2, 0}, {1, 1, 0}, {0}}) {
            const auto a = first->step(tokens, {}), b = second->step(tokens, {}), mean = together->step(tokens, {});
            QCOMPARE(mean.vocabulary, TargetWords);
            double greatest = 0;
            for (std::size_t i = 0; i < tokens.size() * TargetWords; ++i) {
                const double expected = (std::exp(a.logProbabilities[i]) + std::exp(b.logProbabilities[i])) / 2;
                QVERIFY(std::abs(std::exp(mean.logProbabilities[i]) - expected) < 1e-5);
                greatest = std::max<double>(greatest, std::abs(a.logProbabilities[i] - b.logProbabilities[i]));
            }
            QVERIFY(greatest > 0.1); // they are of different minds
            for (std::size_t i = 0; i < tokens.size() * 3; ++i)
                QVERIFY(std::abs(mean.attention[i] - (a.attention[i] + b.attention[i]) / 2) < 1e-6);
            for (const auto* steps : {&first, &second, &together})
                (*steps)->select(rows, false);
            tokens.clear();
            for (const auto row : rows)
                tokens.push_back(5 + row);
        }
    }

    void a_search_after_a_change_of_the_weights_goes_by_the_new_ones() {
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
        Seq2Seq network(settings, SourceWords, TargetWords);
        network.eval();
        const auto source = torch::full({20, 3}, 5, torch::kInt64), lengths = torch::full({20}, 3, torch::kInt64);
        const std::vector<std::int64_t> tokens(20, Vocabulary::Begin);
        const auto first = [&](const std::unique_ptr<SearchNetwork>& search) {
            return search->step(tokens, {}).logProbabilities[20 * TargetWords - 1];
        };
        const float before = first(fastSearchNetwork(network, source, lengths));
        {
            const torch::NoGradGuard noGradient;
            for (auto& parameter : network.parameters())
                parameter.mul_(2);
        }
        const float after = first(fastSearchNetwork(network, source, lengths));
        QVERIFY(std::abs(before - after) > 1e-3);
        QVERIFY(std::abs(after - first(plainSearchNetwork(network, source, lengths))) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(SearchNetworkTest)
#include "SearchNetworkTest.moc"
