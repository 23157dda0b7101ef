#include "engine/model/Decoder.h"

#include "engine/model/LstmCell.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace nn = torch::nn;

Decoder::Decoder(const Settings& settings, std::int64_t vocabulary, std::int64_t memorySize, torch::Tensor tied)
    : hidden_(settings.hidden_size), inputFeeding_(settings.input_feeding), tied_(std::move(tied)),
      embeddingDropout_(settings.dropout, DropoutSite::TargetEmbedding),
      outputDropout_(settings.dropout, DropoutSite::DecoderOutput) {
    if (!tied_.defined())
        embedding_ = register_module(
            "embedding",
            nn::Embedding(nn::EmbeddingOptions(vocabulary, settings.embedding_size).padding_idx(Vocabulary::Pad)));
    attention_ = register_module("attention", makeAttention(settings, memorySize));
    for (std::int64_t layer = 0; layer < settings.decoder_layers; ++layer)
        bridges_.push_back(register_module("bridge" + std::to_string(layer), nn::Linear(memorySize, hidden_)));
    // An LSTM cell whose input product is cut in two, since one half needs no earlier step. One bias does the work of two.
    embeddingGates_ = register_module("embedding_gates", nn::Linear(settings.embedding_size, 4 * hidden_));
    feedingGates_ = register_module(
        "recurrent_gates", nn::Linear(nn::LinearOptions((inputFeeding_ ? 2 : 1) * hidden_, 4 * hidden_).bias(false)));
    for (auto& parameters : {embeddingGates_->parameters(), feedingGates_->parameters()})
        for (auto parameter : parameters) // as LibTorch's own LSTM cells begin
            nn::init::uniform_(parameter, -1 / std::sqrt(hidden_), 1 / std::sqrt(hidden_));
    for (std::int64_t layer = 1; layer < settings.decoder_layers; ++layer) {
        upperCells_.push_back(register_module("cell" + std::to_string(layer), nn::LSTMCell(hidden_, hidden_)));
        upperDropouts_.emplace_back(settings.dropout, DropoutSite::DecoderLayer + layer);
    }
    combine_ = register_module("combine", nn::Linear(hidden_ + attention_->contextSize(), hidden_));
}

Decoder::State Decoder::start(Memory& memory) {
    attention_->prepare(memory);
    State state;
    for (std::size_t layer = 0; layer < bridges_.size(); ++layer) {
        const auto& last = memory.finals[std::min(layer, memory.finals.size() - 1)];
        state.hidden.push_back(torch::tanh(bridges_[layer](last)));
        state.cell.push_back(torch::zeros_like(state.hidden.back()));
    }
    state.output = torch::zeros_like(state.hidden.back());
    return state;
}

torch::Tensor Decoder::embedded(const torch::Tensor& tokens) {
    if (!tied_.defined())
        return embedding_(tokens);
    // Output layers begin with small weights: Vaswani et al. 2017, section 3.4.
    return torch::embedding(tied_, tokens, Vocabulary::Pad) * std::sqrt(static_cast<double>(tied_.size(1)));
}

torch::Tensor Decoder::embeddedGates(const torch::Tensor& tokens) {
    return embeddingGates_(embeddingDropout_(embedded(tokens), is_training()));
}

Decoder::Recurrence Decoder::recurrence() const {
    return {GatheredLinear(feedingGates_->weight), GatheredLinear(combine_->weight)};
}

torch::Tensor Decoder::advance(const torch::Tensor& gates, State& state, const Memory& memory,
                               const Recurrence& weightsOf, std::int64_t step, const torch::Tensor& given) {
    const auto firstRow = step * gates.size(0);
    const auto fed = inputFeeding_ ? torch::cat({state.output, state.hidden[0]}, 1) : state.hidden[0];
    std::tie(state.hidden[0], state.cell[0]) = lstmCell(gates + weightsOf.gates(fed), state.cell[0]);
    for (std::size_t i = 0; i < upperCells_.size(); ++i)
        std::tie(state.hidden[i + 1], state.cell[i + 1]) =
            upperCells_[i](upperDropouts_[i](state.hidden[i], is_training(), firstRow),
                           std::make_tuple(state.hidden[i + 1], state.cell[i + 1]));
    const auto& query = state.hidden.back();
    const auto [context, weights] = attention_->forward(query, memory, given);
    const auto combined = torch::tanh(weightsOf.combine(torch::cat({query, context}, 1)) + combine_->bias);
    state.output = outputDropout_(combined, is_training(), firstRow);
    return weights;
}

Decoder::Outputs Decoder::forward(const torch::Tensor& targetIn, State state, const Memory& memory, bool wantWeights) {
    const auto gates = embeddedGates(targetIn.t()).unbind(0); // T of B×4H
    const auto recurrent = recurrence();
    std::vector<torch::Tensor> outputs, weights, queries;
    for (std::size_t step = 0; step < gates.size(); ++step) {
        const auto row = advance(gates[step], state, memory, recurrent, static_cast<std::int64_t>(step));
        outputs.push_back(state.output);
        if (wantWeights) {
            weights.push_back(row);
            queries.push_back(state.hidden.back());
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
    return advance(embeddedGates(tokens), state, memory, recurrence(), 0, given);
}

} // namespace zhuyi
