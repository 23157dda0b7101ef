#include "engine/model/Decoder.h"

#include "engine/model/TiedEmbeddings.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace nn = torch::nn;

Decoder::Decoder(const Settings& settings, std::int64_t vocabulary, std::int64_t memorySize, torch::Tensor tied)
    : hidden_(settings.hidden_size), inputFeeding_(settings.input_feeding), tellsApart_(CellStep::tellsApart(settings)),
      residual_(settings.residual), covers_(settings.coverage), initialState_(initialStateOf(settings)),
      tied_(std::move(tied)), embeddingDropout_(settings, DropoutSite::TargetEmbedding),
      outputDropout_(settings, DropoutSite::DecoderOutput) {
    if (!tied_.defined())
        embedding_ = register_module(
            "embedding",
            nn::Embedding(nn::EmbeddingOptions(vocabulary, settings.embedding_size).padding_idx(Vocabulary::Pad)));
    attention_ = register_module("attention", makeAttention(settings, memorySize));
    for (std::int64_t layer = 0; layer < settings.decoder_layers && initialState_ == InitialState::Learnt; ++layer)
        bridges_.push_back(register_module("bridge" + std::to_string(layer), nn::Linear(memorySize, hidden_)));
    const auto gates = CellStep::gatesOf(settings) * hidden_;
    // A cell whose input product is cut in two, since one half needs no earlier step. One bias does the work of two.
    embeddingGates_ = register_module("embedding_gates", nn::Linear(settings.embedding_size, gates));
    feedingGates_ = register_module(
        "recurrent_gates", nn::Linear(nn::LinearOptions((inputFeeding_ ? 2 : 1) * hidden_, gates).bias(false)));
    for (auto& parameters : {embeddingGates_->parameters(), feedingGates_->parameters()})
        for (auto parameter : parameters) // as LibTorch's own LSTM cells begin
            nn::init::uniform_(parameter, -1 / std::sqrt(hidden_), 1 / std::sqrt(hidden_));
    for (std::int64_t layer = 1; layer < settings.decoder_layers; ++layer) {
        const auto name = "cell" + std::to_string(layer);
        const auto upper = [&](const auto& cell) {
            upper_.push_back({cell->weight_ih, cell->weight_hh, cell->bias_ih, cell->bias_hh,
                              Dropout(settings, DropoutSite::DecoderLayer + layer)});
        };
        if (settings.cell == "gru")
            upper(register_module(name, nn::GRUCell(hidden_, hidden_)));
        else
            upper(register_module(name, nn::LSTMCell(hidden_, hidden_)));
    }
    for (std::int64_t layer = 0; layer < settings.decoder_layers; ++layer) {
        steps_.push_back(
            register_module("cell" + std::to_string(layer) + "_norm", std::make_shared<CellStep>(settings)));
        recurrentDropouts_.push_back(Dropout::ofRecurrence(settings, DropoutSite::DecoderRecurrent + layer));
    }
    combine_ = register_module("combine", nn::Linear(hidden_ + attention_->contextSize(), hidden_));
}

Decoder::State Decoder::start(Memory& memory) {
    attention_->prepare(memory);
    State state;
    for (std::size_t layer = 0; layer < steps_.size(); ++layer) {
        const auto& last = memory.finals[std::min(layer, memory.finals.size() - 1)];
        const auto copied = last.slice(1, last.size(1) - hidden_);
        state.hidden.push_back(initialState_ == InitialState::Learnt   ? torch::tanh(bridges_[layer](last))
                               : initialState_ == InitialState::Copied ? copied
                                                                       : torch::zeros_like(copied));
        state.cell.push_back(torch::zeros_like(copied));
    }
    state.output = torch::zeros_like(state.hidden.back());
    if (covers_)
        state.coverage = torch::zeros_like(memory.padding, memory.states.options());
    return state;
}

torch::Tensor Decoder::embedded(const torch::Tensor& tokens) {
    if (!tied_.defined())
        return embedding_(tokens);
    return torch::embedding(tied_, tokens, Vocabulary::Pad) * tiedScale(tied_.size(1));
}

torch::Tensor Decoder::embeddedGates(const torch::Tensor& tokens) {
    return embeddingGates_(embeddingDropout_(embedded(tokens), is_training()));
}

Decoder::Recurrence Decoder::recurrence() const {
    Recurrence recurrence{{}, GatheredLinear(combine_->weight)};
    const auto& weight = feedingGates_->weight;
    if (tellsApart_ && inputFeeding_)
        recurrence.gates = {GatheredLinear(weight.slice(1, 0, hidden_)), GatheredLinear(weight.slice(1, hidden_))};
    else
        recurrence.gates = {GatheredLinear(weight)};
    return recurrence;
}

void Decoder::advanceLowest(const torch::Tensor& gates, State& state, const Recurrence& weightsOf) {
    auto &hidden = state.hidden[0], &cell = state.cell[0];
    const auto read = recurrentDropouts_[0](hidden, is_training());
    if (!tellsApart_)
        (*steps_[0])(gates, weightsOf.gates[0](inputFeeding_ ? torch::cat({state.output, read}, 1) : read), hidden,
                     cell);
    else
        (*steps_[0])(inputFeeding_ ? gates + weightsOf.gates.front()(state.output) : gates,
                     weightsOf.gates.back()(read), hidden, cell);
}

Decoder::Look Decoder::advance(const torch::Tensor& gates, State& state, const Memory& memory,
                               const Recurrence& weightsOf, std::int64_t step, const torch::Tensor& given) {
    const auto firstRow = step * gates.size(0);
    advanceLowest(gates, state, weightsOf);
    auto query = state.hidden[0];
    for (std::size_t i = 0; i < upper_.size(); ++i) {
        const auto& upper = upper_[i];
        auto &hidden = state.hidden[i + 1], &cell = state.cell[i + 1];
        const auto input = upper.dropout(query, is_training(), firstRow);
        const auto read = recurrentDropouts_[i + 1](hidden, is_training());
        (*steps_[i + 1])(torch::linear(input, upper.inputWeight, upper.inputBias),
                         torch::linear(read, upper.recurrentWeight, upper.recurrentBias), hidden, cell);
        query = residual_ ? hidden + input : hidden;
    }
    const auto [context, weights] = attention_->forward(query, memory, given, state.coverage);
    if (covers_)
        state.coverage = state.coverage + weights;
    const auto combined = torch::tanh(weightsOf.combine(torch::cat({query, context}, 1)) + combine_->bias);
    state.output = outputDropout_(combined, is_training(), firstRow);
    return {weights, query};
}

Decoder::Outputs Decoder::forward(const torch::Tensor& targetIn, State state, const Memory& memory, bool wantWeights) {
    const auto gates = embeddedGates(targetIn.t()).unbind(0); // T of B×4H
    const auto recurrent = recurrence();
    std::vector<torch::Tensor> outputs, weights, queries;
    for (std::size_t step = 0; step < gates.size(); ++step) {
        const auto look = advance(gates[step], state, memory, recurrent, static_cast<std::int64_t>(step));
        outputs.push_back(state.output);
        if (wantWeights) {
            weights.push_back(look.weights);
            queries.push_back(look.query);
        }
    }
    if (!wantWeights)
        return {torch::stack(outputs), {}, {}};
    return {torch::stack(outputs), torch::stack(weights), torch::stack(queries)};
}

torch::Tensor Decoder::outputsOfEach(const torch::Tensor& queries, const torch::Tensor& values) {
    const auto fromQueries = torch::matmul(queries, combine_->weight.slice(1, 0, hidden_).t()) + combine_->bias;
    const auto fromValues = torch::matmul(values, combine_->weight.slice(1, hidden_).t());
    return torch::tanh(fromQueries.unsqueeze(1) + fromValues.unsqueeze(0));
}

torch::Tensor Decoder::step(const torch::Tensor& tokens, State& state, const Memory& memory,
                            const torch::Tensor& given) {
    return advance(embeddedGates(tokens), state, memory, recurrence(), 0, given).weights;
}

} // namespace zhuyi
