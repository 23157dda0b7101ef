#include "engine/decoding/BeamSearch.h"
#include "engine/decoding/ForcedDecoding.h"
#include "engine/decoding/GreedySearch.h"
#include "engine/model/GatheredLinear.h"
#include "engine/model/LstmCell.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"
#include "engine/text/Vocabulary.h"
#include "engine/training/Adam.h"
#include "engine/training/Loss.h"
#include "tests/engine/NetworkKinds.h"

#include <torch/nn/init.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adam.h>

#include <QTest>

#include <cmath>
#include <functional>

using namespace zhuyi;

namespace {

constexpr std::int64_t SourceWords = 11, TargetWords = 13;

Settings tiny(const QString& attention, bool bidirectional = true, int layers = 1) {
    Settings settings;
    settings.embedding_size = 5;
    settings.hidden_size = 6;
    settings.attention_size = 4;
    settings.attention = attention.toStdString();
    settings.bidirectional = bidirectional;
    settings.encoder_layers = settings.decoder_layers = layers;
    return settings;
}

EncodedPairs twoPairs() {
    EncodedPairs pairs;
    pairs.source.append({4, 5, 6, 7});
    pairs.target.append({8, 9});
    pairs.source.append({10, 4});
    pairs.target.append({12, 5, 6});
    return pairs;
}

double greatestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

torch::Tensor tensor(std::vector<float> values, std::vector<std::int64_t> shape) {
    return torch::tensor(values).reshape(shape);
}

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT

    static void comparePaddedWithAlone(Seq2Seq& network) {
        network.eval();
        const auto pairs = twoPairs();
        const auto together = makeBatch(pairs, {0, 1}, torch::kCPU);
        const double both = crossEntropy(network.forward(together).logits, together.targets, 0).nats.item<double>();
        double apart = 0;
        for (const std::uint32_t i : {0U, 1U}) {
            const auto alone = makeBatch(pairs, {i}, torch::kCPU);
            apart += crossEntropy(network.forward(alone).logits, alone.targets, 0).nats.item<double>();
        }
        QCOMPARE(together.tokens, 7);
        QVERIFY2(std::abs(both - apart) < 1e-5, qPrintable(QString("%1 %2").arg(both).arg(apart)));
    }

  private Q_SLOTS:
    void the_output_begins_as_spread_as_asked() {
        Settings settings = tiny("additive");
        const auto weights = [&] {
            torch::manual_seed(3);
            return Seq2Seq(settings, SourceWords, TargetWords).named_parameters();
        };
        const auto before = weights();
        settings.output_spread = 4;
        for (const auto& parameter : weights())
            QVERIFY(torch::equal(parameter.value(), parameter.key() == "output.weight" ? before[parameter.key()] * 4
                                                                                       : before[parameter.key()]));
    }

    void a_matrix_used_at_each_step_lets_go_of_the_steps() {
        c10::weak_intrusive_ptr<c10::TensorImpl> between(torch::Tensor().getIntrusivePtr());
        {
            const auto input = torch::ones({2, 3}).requires_grad_();
            const GatheredLinear linear(torch::ones({3, 3}).requires_grad_());
            const auto hidden = linear(input);
            between = c10::weak_intrusive_ptr<c10::TensorImpl>(hidden.getIntrusivePtr());
            // The gradient of the input alone, as an explanation asks for it: the matrix gathers nothing.
            QVERIFY(torch::autograd::grad({linear(hidden).sum()}, {input})[0].defined());
        }
        QVERIFY(between.expired());
    }

    void init() { torch::manual_seed(7); }

    void attentions_data() {
        QTest::addColumn<QString>("attention");
        for (const char* name : {"additive", "scaled_dot", "dot", "general"})
            QTest::newRow(name) << QString(name);
    }

    void a_row_of_attention_sums_to_one_and_skips_padding_data() { attentions_data(); }
    void a_row_of_attention_sums_to_one_and_skips_padding() {
        QFETCH(QString, attention);
        Seq2Seq network(tiny(attention), SourceWords, TargetWords);
        network.eval();
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        const auto weights = network.forward(batch, true).weights; // T×B×S
        QVERIFY(greatestDifference(weights.sum(2), torch::ones({4, 2})) < 1e-6);
        QCOMPARE(weights.select(1, 1).slice(1, 2).abs().max().item<float>(), 0.0F);
        QVERIFY(weights.select(1, 0).min().item<float>() > 0);
    }

    void a_sentence_is_read_alike_alone_and_padded_data() {
        QTest::addColumn<QString>("attention");
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<int>("layers");
        for (const char* name : {"additive", "scaled_dot", "dot", "general", "none"})
            for (const bool bidirectional : {false, true})
                for (const int layers : {1, 2})
                    QTest::addRow("%s %s %d", name, bidirectional ? "both ways" : "one way", layers)
                        << QString(name) << bidirectional << layers;
    }
    void a_sentence_is_read_alike_alone_and_padded() {
        QFETCH(QString, attention);
        QFETCH(bool, bidirectional);
        QFETCH(int, layers);
        Seq2Seq network(tiny(attention, bidirectional, layers), SourceWords, TargetWords);
        comparePaddedWithAlone(network);
    }

    void every_parameter_gets_a_gradient_data() { a_sentence_is_read_alike_alone_and_padded_data(); }
    void every_parameter_gets_a_gradient() {
        QFETCH(QString, attention);
        QFETCH(bool, bidirectional);
        QFETCH(int, layers);
        Seq2Seq network(tiny(attention, bidirectional, layers), SourceWords, TargetWords);
        network.train();
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        crossEntropy(network.forward(batch).logits, batch.targets, 0.1).objective.backward();
        for (const auto& parameter : network.named_parameters())
            QVERIFY2(parameter.value().grad().defined() && parameter.value().grad().abs().sum().item<double>() > 0,
                     parameter.key().c_str());
    }

    void additive_attention_follows_its_formula() {
        const auto attention = makeAttention(tiny("additive"), 2);
        const torch::NoGradGuard noGradient;
        for (auto& parameter : attention->parameters())
            parameter.fill_(0.5);
        Memory memory;
        memory.states = tensor({1, 0, 0, 2, 9, 9}, {1, 3, 2});
        memory.padding = torch::tensor({false, false, true}).reshape({1, 3});
        attention->prepare(memory);
        const auto query = tensor({0.1F, 0.2F, 0, 0, 0, 0}, {1, 6});
        const auto [context, weights] = attention->forward(query, memory);
        // W q = 0.15, U m = 0.5 and 1.0 in each of the 4 units; v = 0.5 each: score = 2 tanh(0.15 + U m).
        const double a = std::exp(2 * std::tanh(0.65)), b = std::exp(2 * std::tanh(1.15));
        QVERIFY(std::abs(weights[0][0].item<double>() - a / (a + b)) < 1e-6);
        QCOMPARE(weights[0][2].item<float>(), 0.0F);
        QVERIFY(std::abs(context[0][1].item<double>() - 2 * b / (a + b)) < 1e-6);
    }

    void scaled_dot_attention_follows_its_formula() {
        const auto attention = makeAttention(tiny("scaled_dot"), 2);
        const torch::NoGradGuard noGradient;
        for (auto& parameter : attention->parameters())
            parameter.fill_(0.5);
        Memory memory;
        memory.states = tensor({1, 0, 0, 2}, {1, 2, 2});
        memory.padding = torch::zeros({1, 2}, torch::kBool);
        attention->prepare(memory);
        const auto [context, weights] = attention->forward(tensor({1, 1, 0, 0, 0, 0}, {1, 6}), memory);
        // Each of 4 units: query 1, keys 0.5 and 1.0; score = 4 · 1 · key / √4.
        const double a = std::exp(1.0), b = std::exp(2.0);
        QVERIFY(std::abs(weights[0][0].item<double>() - a / (a + b)) < 1e-6);
        QVERIFY(std::abs(context[0][0].item<double>() - (0.5 * a + 1.0 * b) / (a + b)) < 1e-6);
    }

    void dot_and_general_attention_follow_their_formulas() {
        const torch::NoGradGuard noGradient;
        Memory memory;
        memory.states = torch::randn({1, 3, 6});
        memory.padding = torch::zeros({1, 3}, torch::kBool);
        const auto query = torch::randn({1, 6});
        const auto dot = makeAttention(tiny("dot"), 6);
        dot->prepare(memory);
        QVERIFY(greatestDifference(dot->forward(query, memory).weights[0],
                                   torch::softmax(memory.states[0].matmul(query[0]), 0)) < 1e-6);
        const auto general = makeAttention(tiny("general"), 6);
        general->prepare(memory);
        const auto w = general->parameters()[0];
        QVERIFY(greatestDifference(general->forward(query, memory).weights[0],
                                   torch::softmax(memory.states[0].matmul(w.t()).matmul(query[0]), 0)) < 1e-6);
    }

    void additive_attention_sees_its_coverage() {
        auto settings = tiny("additive");
        settings.coverage = true;
        const auto attention = makeAttention(settings, 2);
        for (const auto& parameter : attention->named_parameters()) // begins as without
            QVERIFY(parameter.key() != "coverage.weight" || parameter.value().abs().max().item<float>() == 0);
        const torch::NoGradGuard noGradient;
        for (auto& parameter : attention->parameters())
            parameter.fill_(0.5);
        Memory memory;
        memory.states = tensor({1, 0, 0, 2}, {1, 2, 2});
        memory.padding = torch::zeros({1, 2}, torch::kBool);
        attention->prepare(memory);
        const auto query = tensor({0.1F, 0.2F, 0, 0, 0, 0}, {1, 6});
        const auto weights = attention->forward(query, memory, {}, tensor({1.2F, 0}, {1, 2})).weights;
        const double a = std::exp(2 * std::tanh(0.65 + 0.6)), b = std::exp(2 * std::tanh(1.15));
        QVERIFY(std::abs(weights[0][0].item<double>() - a / (a + b)) < 1e-6);
    }

    void coverage_is_the_sum_of_what_was_looked_at() {
        auto settings = tiny("additive");
        settings.coverage = true;
        Seq2Seq network(settings, SourceWords, TargetWords);
        network.eval();
        const torch::NoGradGuard noGradient;
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        auto encoded = network.encode(batch.source, batch.sourceLengths);
        auto sum = torch::zeros({2, 4});
        for (const std::int64_t token : {2, 7, 9}) {
            sum = sum + network.step(torch::full({2}, token, torch::kInt64), encoded).second;
            QVERIFY(greatestDifference(encoded.state.coverage, sum) < 1e-6);
        }
    }

    void a_search_carries_what_the_plain_way_alone_knows_from_step_to_step_data() { kinds::addPlainRows(); }
    void a_search_carries_what_the_plain_way_alone_knows_from_step_to_step() {
        Seq2Seq network(kinds::plainSettingsOfRow(), SourceWords, TargetWords);
        network.eval();
        {
            const torch::NoGradGuard noGradient;
            for (auto& parameter : network.named_parameters()) {
                if (parameter.key() == "decoder.attention.coverage.weight")
                    torch::nn::init::uniform_(parameter.value(), -2, 2);
                parameter.value().mul_(2);
            }
        }
        DecodingOptions options;
        options.beam_size = options.n_best = 4;
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        const auto found = beamSearch(network, batch.source, batch.sourceLengths, {7, 7}, options);
        const std::vector<std::vector<std::int32_t>> sources{{4, 5, 6, 7}, {10, 4}};
        for (std::size_t s = 0; s < 2; ++s)
            for (const auto& scored : found[s].best) {
                auto target = scored.hypothesis.tokens;
                if (target.back() == Vocabulary::End)
                    target.pop_back();
                const auto forced = forcedDecoding(network, sources[s], target);
                for (std::size_t i = 0; i < scored.hypothesis.tokens.size(); ++i)
                    QVERIFY(std::abs(scored.hypothesis.logProbabilities[i] - forced.logProbabilities[i]) < 1e-4);
            }
    }

    void a_padded_batch_is_read_as_its_sentences_are_by_what_the_plain_way_alone_knows_data() { kinds::addPlainRows(); }
    void a_padded_batch_is_read_as_its_sentences_are_by_what_the_plain_way_alone_knows() {
        Seq2Seq network(kinds::plainSettingsOfRow(), SourceWords, TargetWords);
        comparePaddedWithAlone(network);
    }

    void a_sentence_is_read_step_by_step_as_by_libtorchs_own_loop_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("bidirectional");
        for (const char* cell : {"lstm", "gru"})
            for (const bool bidirectional : {false, true})
                QTest::addRow("%s %s", cell, bidirectional ? "both ways" : "one way") << QString(cell) << bidirectional;
    }
    void a_sentence_is_read_step_by_step_as_by_libtorchs_own_loop() {
        QFETCH(QString, cell);
        QFETCH(bool, bidirectional);
        auto settings = tiny("dot", bidirectional, 2);
        settings.cell = cell.toStdString();
        settings.dropout_kind = "recurrent"; // which that loop does not know
        settings.dropout = 1e-12;            // nothing
        Encoder encoder(settings, SourceWords);
        const torch::NoGradGuard noGradient;
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        encoder.eval();
        const auto whole = encoder.forward(batch.source, batch.sourceLengths);
        encoder.train();
        const auto steps = encoder.forward(batch.source, batch.sourceLengths);
        QVERIFY(greatestDifference(whole.states, steps.states) < 1e-6);
        for (const std::size_t layer : {0U, 1U})
            QVERIFY(greatestDifference(whole.finals[layer], steps.finals[layer]) < 1e-6);
    }

    void layer_normalisation_follows_its_formula() {
        const torch::NoGradGuard noGradient;
        const auto input = torch::randn({3, 24}), recurrent = torch::randn({3, 24}) * 2;
        const auto hidden = torch::randn({3, 6}), cell = torch::randn({3, 6});
        const auto stepped = [&](const char* kind, const auto& expect) {
            auto settings = tiny("dot");
            settings.cell = kind;
            settings.layer_normalisation = true;
            CellStep step(settings);
            std::map<std::string, torch::Tensor> named;
            for (auto& parameter : step.named_parameters())
                named[parameter.key()] = torch::nn::init::normal_(parameter.value());
            const auto normalised = [&](const torch::Tensor& x, const std::string& name) {
                const auto away = x - x.mean(1, true);
                return away / torch::sqrt(away.square().mean(1, true) + 1e-5) * named.at(name + ".weight") +
                       named.at(name + ".bias");
            };
            auto h = hidden, c = cell;
            const auto width = CellStep::gatesOf(settings) * 6;
            step(input.slice(1, 0, width), recurrent.slice(1, 0, width), h, c);
            const auto expected =
                expect(normalised(input.slice(1, 0, width), "input").chunk(width / 6, 1),
                       normalised(recurrent.slice(1, 0, width), "recurrent").chunk(width / 6, 1), normalised);
            QVERIFY(greatestDifference(h, expected) < 1e-5);
        };
        stepped("lstm", [&](const auto& x, const auto& u, const auto& normalised) {
            const auto c = torch::sigmoid(x[1] + u[1]) * cell + torch::sigmoid(x[0] + u[0]) * torch::tanh(x[2] + u[2]);
            return torch::Tensor(torch::sigmoid(x[3] + u[3]) * torch::tanh(normalised(c, "cell")));
        });
        stepped("gru", [&](const auto& x, const auto& u, const auto&) {
            const auto z = torch::sigmoid(x[1] + u[1]);
            const auto n = torch::tanh(x[2] + torch::sigmoid(x[0] + u[0]) * u[2]);
            return torch::Tensor((1 - z) * n + z * hidden);
        });
    }

    void residual_connections_add_what_a_layer_reads() {
        const torch::NoGradGuard noGradient;
        auto settings = tiny("dot", true, 2);
        const auto batch = makeBatch(twoPairs(), {0, 1}, torch::kCPU);
        const auto read = [&](bool residual, int layers) {
            settings.residual = residual;
            settings.encoder_layers = layers;
            torch::manual_seed(5); // the lower layer begins alike
            Encoder encoder(settings, SourceWords);
            encoder.eval();
            return encoder.forward(batch.source, batch.sourceLengths).states;
        };
        QVERIFY(greatestDifference(read(true, 2), read(false, 2) + read(false, 1)) < 1e-6);

        settings = tiny("dot", false, 2);
        settings.residual = true;
        Decoder decoder(settings, TargetWords, 6);
        decoder.eval();
        for (auto& parameter : decoder.named_parameters())
            if (parameter.key().rfind("cell1", 0) == 0)
                parameter.value().zero_(); // so that its states are 0
        Memory memory;
        memory.states = torch::randn({2, 3, 6});
        memory.padding = torch::zeros({2, 3}, torch::kBool);
        memory.finals = {torch::randn({2, 6})};
        auto state = decoder.start(memory);
        const auto weights = decoder.step(torch::full({2}, 7, torch::kInt64), state, memory);
        QVERIFY(state.hidden[1].abs().max().item<double>() == 0);
        QVERIFY(greatestDifference(
                    weights, torch::softmax(torch::bmm(memory.states, state.hidden[0].unsqueeze(2)).squeeze(2), 1)) <
                1e-6);
    }

    void a_decoder_begins_as_it_is_told() {
        const torch::NoGradGuard noGradient;
        auto settings = tiny("dot", true, 2);
        Memory memory;
        memory.states = torch::randn({2, 3, 12});
        memory.padding = torch::zeros({2, 3}, torch::kBool);
        memory.finals = {torch::randn({2, 12}), torch::randn({2, 12})};
        const auto begun = [&](const char* how) {
            settings.initial_state = how;
            return Decoder(settings, TargetWords, 12).start(memory).hidden;
        };
        for (const std::size_t layer : {0U, 1U}) {
            QVERIFY(torch::equal(begun("copied")[layer], memory.finals[layer].slice(1, 6))); // read backwards
            QVERIFY(begun("zero")[layer].abs().max().item<double>() == 0);
            QVERIFY(begun("learnt")[layer].abs().max().item<double>() > 0);
        }
    }

    void the_decoder_is_a_cell_fed_with_its_last_output_data() {
        QTest::addColumn<bool>("gru");
        QTest::newRow("LSTM") << false;
        QTest::newRow("GRU") << true;
    }
    void the_decoder_is_a_cell_fed_with_its_last_output() {
        // Against LibTorch's own cell, given the same weights.
        QFETCH(bool, gru);
        auto settings = tiny("dot", false);
        settings.cell = gru ? "gru" : "lstm";
        Decoder decoder(settings, TargetWords, 6);
        decoder.eval();
        const torch::NoGradGuard noGradient;
        std::map<std::string, torch::Tensor> named;
        for (const auto& parameter : decoder.named_parameters())
            named[parameter.key()] = parameter.value();
        torch::nn::LSTMCell lstmCell(5 + 6, 6);
        torch::nn::GRUCell gruCell(5 + 6, 6);
        const auto giveWeights = [&](const auto& cell) {
            cell->weight_ih.copy_(
                torch::cat({named.at("embedding_gates.weight"), named.at("recurrent_gates.weight").slice(1, 0, 6)}, 1));
            cell->weight_hh.copy_(named.at("recurrent_gates.weight").slice(1, 6));
            cell->bias_ih.copy_(named.at("embedding_gates.bias"));
            cell->bias_hh.zero_();
        };
        if (gru)
            giveWeights(gruCell);
        else
            giveWeights(lstmCell);

        Memory memory;
        memory.states = torch::randn({2, 3, 6});
        memory.padding = torch::zeros({2, 3}, torch::kBool);
        memory.finals = {torch::randn({2, 6})};
        auto state = decoder.start(memory);
        auto h = torch::tanh(torch::linear(memory.finals[0], named.at("bridge0.weight"), named.at("bridge0.bias")));
        auto c = torch::zeros({2, 6}), fed = torch::zeros({2, 6});
        for (const std::int64_t token : {2, 7, 9}) {
            const auto tokens = torch::full({2}, token, torch::kInt64);
            decoder.step(tokens, state, memory);
            const auto embedded = torch::embedding(named.at("embedding.weight"), tokens);
            if (gru)
                h = gruCell(torch::cat({embedded, fed}, 1), h);
            else
                std::tie(h, c) = lstmCell(torch::cat({embedded, fed}, 1), std::make_tuple(h, c));
            const auto weights = torch::softmax(torch::bmm(memory.states, h.unsqueeze(2)).squeeze(2), 1);
            const auto context = torch::bmm(weights.unsqueeze(1), memory.states).squeeze(1);
            fed = torch::tanh(
                torch::linear(torch::cat({h, context}, 1), named.at("combine.weight"), named.at("combine.bias")));
            QVERIFY(greatestDifference(state.output, fed) < 1e-6);
        }
    }

    void the_fused_cell_has_the_values_and_gradients_of_its_formula() {
        const auto gates = torch::randn({3, 24}, torch::kDouble).requires_grad_();
        const auto cell = torch::randn({3, 6}, torch::kDouble).requires_grad_();
        const auto a = torch::randn({3, 6}, torch::kDouble), b = torch::randn({3, 6}, torch::kDouble);
        const auto [h, c] = lstmCell(gates, cell);
        const auto parts = gates.chunk(4, 1);
        const auto plainC = torch::sigmoid(parts[1]) * cell + torch::sigmoid(parts[0]) * torch::tanh(parts[2]);
        const auto plainH = torch::sigmoid(parts[3]) * torch::tanh(plainC);
        QVERIFY(greatestDifference(h, plainH) < 1e-12);
        QVERIFY(greatestDifference(c, plainC) < 1e-12);
        const auto mine = torch::autograd::grad({(h * a + c * b).sum()}, {gates, cell});
        const auto theirs = torch::autograd::grad({(plainH * a + plainC * b).sum()}, {gates, cell});
        QVERIFY(greatestDifference(mine[0], theirs[0]) < 1e-12);
        QVERIFY(greatestDifference(mine[1], theirs[1]) < 1e-12);
    }

    void a_gathered_weight_has_the_gradient_of_its_uses_one_by_one() {
        const auto weight = torch::randn({4, 3}, torch::kDouble).requires_grad_();
        const auto x = torch::randn({2, 3}, torch::kDouble).requires_grad_();
        const auto through = [&](const std::function<torch::Tensor(const torch::Tensor&)>& product) {
            auto y = product(x);
            for (int step = 0; step < 3; ++step)
                y = product(torch::tanh(y.slice(1, 0, 3)));
            return torch::autograd::grad({y.square().sum()}, {weight, x});
        };
        const GatheredLinear gathered(weight);
        const auto mine = through([&](const torch::Tensor& in) { return gathered(in); });
        const auto theirs = through([&](const torch::Tensor& in) { return torch::linear(in, weight); });
        QVERIFY(greatestDifference(mine[0], theirs[0]) < 1e-12);
        QVERIFY(greatestDifference(mine[1], theirs[1]) < 1e-12);
    }

    void forced_decoding_of_what_greedy_search_wrote_shows_the_same_attention_data() { attentions_data(); }
    void forced_decoding_of_what_greedy_search_wrote_shows_the_same_attention() {
        QFETCH(QString, attention);
        Seq2Seq network(tiny(attention), SourceWords, TargetWords);
        network.eval();
        const std::vector<std::int32_t> source{4, 5, 6};
        auto written = greedySearch(network, torch::tensor({4, 5, 6}, torch::kInt64).reshape({1, 3}),
                                    torch::tensor({3}, torch::kInt64), {9})
                           .front();
        QVERIFY(!written.tokens.empty());
        std::vector<std::int32_t> target = written.tokens;
        if (target.back() == Vocabulary::End)
            target.pop_back();
        const auto forced = forcedDecoding(network, source, target);
        for (std::size_t i = 0; i < written.attention.size(); ++i)
            QVERIFY(std::abs(written.attention[i] - forced.attention[i]) < 1e-5);
        // Greedy scores leave Pad and Begin out of the choice, not out of the distribution.
        for (std::size_t i = 0; i < written.logProbabilities.size(); ++i)
            QVERIFY(std::abs(written.logProbabilities[i] - forced.logProbabilities[i]) < 1e-5);
    }

    void label_smoothing_follows_its_formula_and_leaves_the_reported_loss_alone() {
        const auto logits = tensor({1, 2, 3, 0, 0, 1}, {2, 3});
        const auto targets = torch::tensor({2, 0}, torch::kInt64);
        const auto plain = crossEntropy(logits, targets, 0), smooth = crossEntropy(logits, targets, 0.3);
        const double first = std::log(std::exp(1) + std::exp(2) + std::exp(3)), second = std::log(2 + std::exp(1));
        const double nats = first - 3 + second;
        QVERIFY(std::abs(plain.objective.item<double>() - nats) < 1e-5);
        QVERIFY(std::abs(smooth.nats.item<double>() - nats) < 1e-5);
        const double spread = (first - 2) + (second - 1.0 / 3);
        QVERIFY(std::abs(smooth.objective.item<double>() - (0.7 * nats + 0.3 * spread)) < 1e-5);
    }

    void adam_moves_as_libtorchs_own_does_data() {
        QTest::addColumn<double>("clip");
        QTest::newRow("free") << 0.0;
        QTest::newRow("clipped") << 0.5;
    }
    void adam_moves_as_libtorchs_own_does() {
        QFETCH(double, clip);
        auto mine = torch::randn({400, 300}), theirs = mine.clone();
        mine.requires_grad_();
        theirs.requires_grad_();
        Adam adam({mine});
        Workers workers(2);
        torch::optim::Adam reference({theirs}, torch::optim::AdamOptions(0.01));
        for (int step = 0; step < 20; ++step) {
            // As two workers would bring it, one share each.
            const auto share = torch::randn({400, 300}), other = torch::randn({400, 300});
            const auto gradient = share + other;
            theirs.mutable_grad() = gradient.clone();
            Adam::Gradients first{share.clone()}, second{other.clone()};
            const double norm = adam.step({&first, &second}, 0.01, clip, workers);
            QVERIFY(std::abs(norm - gradient.norm().item<double>()) < 1e-5 * norm);
            if (clip > 0)
                torch::nn::utils::clip_grad_norm_({theirs}, clip);
            reference.step();
        }
        QVERIFY(greatestDifference(mine, theirs) < 1e-6);
    }

    void adam_refuses_gradients_that_are_not_numbers() {
        auto parameter = torch::ones({3}).requires_grad_();
        Adam adam({parameter});
        Workers workers(1);
        Adam::Gradients share{torch::full({3}, NAN)};
        QVERIFY(std::isnan(adam.step({&share}, 0.1, 1, workers)));
        QCOMPARE(parameter.sum().item<float>(), 3.0F);
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "NetworkTest.moc"
