#include "engine/model/fast/SearchPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace zhuyi::fast {

void SearchPass::State::take(std::int64_t rows, std::int64_t fedSize, std::int64_t hiddenSize) {
    fed = fedBuffer.take(rows, fedSize);
    for (std::size_t layer = 0; layer < cell.size(); ++layer) {
        hidden[layer] = hiddenBuffers[layer].take(layer > 0 ? rows : 0, hiddenSize);
        cell[layer] = cellBuffers[layer].take(rows, hiddenSize);
    }
}

SearchPass::SearchPass(const Parameters& parameters, const Settings& settings)
    : hidden_(settings.hidden_size), feeding_(settings.input_feeding ? hidden_ : 0),
      initialState_(initialStateOf(settings)), embeddingScale_(targetEmbedding(settings).scale),
      encoder_(parameters, settings), attention_(parameters, settings, hidden_ * (settings.bidirectional ? 2 : 1)),
      embedding_(parameters[targetEmbedding(settings).name].value),
      embeddingGates_(parameters["decoder.embedding_gates.weight"].value),
      gatesBias_(parameters["decoder.embedding_gates.bias"].value),
      combineBias_(parameters["decoder.combine.bias"].value), outputBias_(parameters["output.bias"].value),
      gates_(parameters["decoder.recurrent_gates.weight"].value, PackedWeight::Use::Forward),
      combine_(parameters["decoder.combine.weight"].value, PackedWeight::Use::Forward),
      output_(parameters["output.weight"].value, PackedWeight::Use::Forward) {
    const auto layers = static_cast<std::size_t>(settings.decoder_layers);
    for (auto* state : {&now_, &next_}) {
        state->hidden.resize(layers);
        state->cell.resize(layers);
        state->hiddenBuffers.resize(layers);
        state->cellBuffers.resize(layers);
    }
    for (std::size_t layer = 0; layer < layers; ++layer) {
        if (initialState_ == InitialState::Learnt) {
            const auto bridge = "decoder.bridge" + std::to_string(layer) + ".";
            bridges_.push_back(parameters[bridge + "weight"].value);
            bridgeBiases_.push_back(parameters[bridge + "bias"].value);
        }
        if (layer == 0)
            continue;
        const auto cell = "decoder.cell" + std::to_string(layer) + ".";
        upper_.push_back({{parameters[cell + "weight_ih"].value, PackedWeight::Use::Forward},
                          {parameters[cell + "weight_hh"].value, PackedWeight::Use::Forward},
                          {}});
        const auto* input = parameters[cell + "bias_ih"].value.data;
        const auto* recurrent = parameters[cell + "bias_hh"].value.data;
        for (std::int64_t i = 0; i < 4 * hidden_; ++i)
            upper_.back().bias.push_back(input[i] + recurrent[i]);
    }
}

View SearchPass::hiddenOf(State& state, std::size_t layer) const {
    return layer == 0 ? state.fed.columnsFrom(feeding_, hidden_) : state.hidden[layer];
}

void SearchPass::begin(Tokens sources) {
    sources_ = std::move(sources);
    encoder_.pack();
    attention_.pack();
    for (auto* weight : {&gates_, &combine_, &output_})
        weight->pack();
    for (auto& upper : upper_)
        for (auto* weight : {&upper.input, &upper.recurrent})
            weight->pack();
    const auto& memory = encoder_.forward(sources_, 0, 0);
    attention_.prepare(memory);
    const auto sentences = static_cast<std::int64_t>(sources_.lengths.size());
    longest_ = *std::max_element(sources_.lengths.begin(), sources_.lengths.end());
    sentenceOfRow_.resize(sources_.lengths.size());
    std::iota(sentenceOfRow_.begin(), sentenceOfRow_.end(), 0);
    now_.take(sentences, feeding_ + hidden_, hidden_);
    for (std::int64_t row = 0; row < sentences; ++row)
        std::fill_n(now_.fed.row(row), feeding_, 0.0F);
    for (std::size_t layer = 0; layer < now_.cell.size(); ++layer) {
        std::fill_n(now_.cell[layer].data, sentences * hidden_, 0.0F);
        const auto start = hiddenOf(now_, layer);
        const auto last = memory.finals[std::min(layer, memory.finals.size() - 1)];
        for (std::int64_t row = 0; row < sentences && initialState_ == InitialState::Zero; ++row)
            std::fill_n(start.row(row), hidden_, 0.0F);
        if (initialState_ == InitialState::Copied)
            copyRows(last.columnsFrom(last.columns - hidden_, hidden_), start);
        if (initialState_ != InitialState::Learnt)
            continue;
        multiplyByTransposed(last, bridges_[layer], start);
        for (std::int64_t row = 0; row < sentences; ++row)
            tanhRow(start.row(row), bridgeBiases_[layer].data, hidden_);
    }
}

void SearchPass::cells(std::size_t layer, const float* bias, View gates) {
    const auto hidden = hiddenOf(next_, layer);
    const auto squashed = squashed_.take(1, hidden_);
    for (std::int64_t row = 0; row < gates.rows; ++row)
        lstmCellRow(gates.row(row), bias, now_.cell[layer].row(row), next_.cell[layer].row(row), squashed.data,
                    hidden.row(row), hidden_);
}

SearchPass::Step SearchPass::step(const std::vector<std::int64_t>& tokens, const Given& given) {
    const auto rows = static_cast<std::int64_t>(tokens.size());
    next_.take(rows, feeding_ + hidden_, hidden_);
    const auto embedded = embedded_.take(rows, embedding_.columns);
    gatherRows(embedding_, tokens, embedded);
    scaleRows(embeddingScale_, embedded);
    const auto gates = gatesBuffer_.take(rows, 4 * hidden_);
    multiplyByTransposed(embedded, embeddingGates_, gates);
    gates_.multiply(now_.fed, gates, true);
    cells(0, gatesBias_.data, gates);
    const auto joined = joined_.take(rows, hidden_ + attention_.contextSize());
    const auto query = joined.columnsFrom(0, hidden_);
    copyRows(hiddenOf(next_, 0), query);
    for (std::size_t i = 0; i < upper_.size(); ++i) {
        auto& upper = upper_[i];
        const auto below = states_.take(rows, hidden_); // without gaps
        copyRows(query, below);
        upper.input.multiply(below, gates);
        upper.recurrent.multiply(now_.hidden[i + 1], gates, true);
        cells(i + 1, upper.bias.data(), gates);
        copyRows(next_.hidden[i + 1], query);
    }
    const auto states = states_.take(rows, hidden_), queries = queries_.take(rows, attention_.querySize());
    copyRows(query, states);
    attention_.queries(states, queries);
    const auto weights = weights_.zeros(rows, longest_);
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto sentence = sentenceOfRow_[static_cast<std::size_t>(row)];
        auto* context = joined.row(row) + hidden_;
        const bool isGiven = !given.empty() && attention_.kind() != SourceAttention::Kind::None;
        const auto* taken = !isGiven ? nullptr : given[static_cast<std::size_t>(row)];
        if (taken) {
            std::copy_n(taken, sources_.lengths[static_cast<std::size_t>(sentence)], weights.row(row));
            attention_.contextOf(taken, sentence, context);
        } else {
            attention_.look(queries.row(row), sentence, weights.row(row), context);
        }
    }
    const auto output = outputs_.take(rows, hidden_), logits = logits_.take(rows, outputBias_.columns);
    combine_.multiply(joined, output);
    for (std::int64_t row = 0; row < rows; ++row) {
        tanhRow(output.row(row), combineBias_.data, hidden_);
        std::copy_n(output.row(row), feeding_, next_.fed.row(row));
    }
    output_.multiply(output, logits);
    for (std::int64_t row = 0; row < rows; ++row)
        logSoftmaxRow(logits.row(row), outputBias_.data, logits.columns);
    std::swap(now_, next_);
    return {logits, weights};
}

void SearchPass::select(const std::vector<std::int64_t>& rows) {
    next_.take(static_cast<std::int64_t>(rows.size()), feeding_ + hidden_, hidden_);
    gatherRows(now_.fed, rows, next_.fed);
    for (std::size_t layer = 0; layer < now_.cell.size(); ++layer) {
        gatherRows(now_.cell[layer], rows, next_.cell[layer]);
        if (layer > 0)
            gatherRows(now_.hidden[layer], rows, next_.hidden[layer]);
    }
    std::swap(now_, next_);
    sentences_.clear();
    for (const auto row : rows)
        sentences_.push_back(sentenceOfRow_[static_cast<std::size_t>(row)]);
    sentenceOfRow_.swap(sentences_);
}

} // namespace zhuyi::fast
