#include "engine/model/Encoder.h"

#include "engine/model/GatheredLinear.h"
#include "engine/model/TiedEmbeddings.h"
#include "engine/text/Vocabulary.h"

namespace zhuyi {

namespace nn = torch::nn;

Encoder::Encoder(const Settings& settings, std::int64_t vocabulary, torch::Tensor tied)
    : hidden_(settings.hidden_size), outputSize_(settings.hidden_size * (settings.bidirectional ? 2 : 1)),
      normalises_(settings.layer_normalisation), residual_(settings.residual), tied_(std::move(tied)),
      embeddingDropout_(settings, DropoutSite::SourceEmbedding) {
    if (!tied_.defined())
        embedding_ = register_module(
            "embedding",
            nn::Embedding(nn::EmbeddingOptions(vocabulary, settings.embedding_size).padding_idx(Vocabulary::Pad)));
    for (std::int64_t l = 0; l < settings.encoder_layers; ++l) {
        const auto input = l == 0 ? settings.embedding_size : outputSize_;
        const auto name = "layer" + std::to_string(l);
        Layer layer(Dropout(settings, DropoutSite::EncoderLayer + l));
        if (settings.cell == "gru")
            layer.gru = register_module(
                name, nn::GRU(nn::GRUOptions(input, hidden_).bidirectional(settings.bidirectional).batch_first(true)));
        else
            layer.lstm = register_module(
                name,
                nn::LSTM(nn::LSTMOptions(input, hidden_).bidirectional(settings.bidirectional).batch_first(true)));
        for (std::int64_t d = 0; d < (settings.bidirectional ? 2 : 1); ++d) {
            layer.steps.push_back(
                register_module(name + (d == 0 ? "_norm" : "_norm_reverse"), std::make_shared<CellStep>(settings)));
            layer.recurrentDropouts.push_back(
                Dropout::ofRecurrence(settings, DropoutSite::EncoderRecurrent + 2 * l + d));
        }
        layers_.push_back(std::move(layer));
    }
}

torch::Tensor Encoder::embedded(const torch::Tensor& source) {
    if (!tied_.defined())
        return embedding_(source);
    return torch::embedding(tied_, source, Vocabulary::Pad) * tiedScale(tied_.size(1));
}

Encoder::Read Encoder::readWhole(Layer& layer, const torch::Tensor& input, const torch::Tensor& lengths) {
    const auto packed = nn::utils::rnn::pack_padded_sequence(input, lengths, true, false);
    const auto padded = [&](const nn::utils::rnn::PackedSequence& states, const torch::Tensor& last) -> Read {
        return {std::get<0>(nn::utils::rnn::pad_packed_sequence(states, true, 0.0, input.size(1))),
                last.transpose(0, 1).reshape({input.size(0), outputSize_})}; // of directions×B×H
    };
    if (layer.gru) {
        const auto [states, last] = layer.gru->forward_with_packed_input(packed);
        return padded(states, last);
    }
    const auto [states, last] = layer.lstm->forward_with_packed_input(packed);
    return padded(states, std::get<0>(last));
}

Encoder::Read Encoder::readStepByStep(Layer& layer, const torch::Tensor& input, const torch::Tensor& lengths) {
    const auto length = input.size(1);
    const auto weights = layer.gru ? layer.gru->named_parameters() : layer.lstm->named_parameters();
    const auto isReal = (torch::arange(length).unsqueeze(0) < lengths.unsqueeze(1)).to(input.device()); // B×S
    std::vector<torch::Tensor> states, lasts;
    for (std::size_t d = 0; d < layer.steps.size(); ++d) {
        const auto weight = [&](const char* name) { return weights[name + std::string(d == 0 ? "" : "_reverse")]; };
        const auto sums = torch::linear(input, weight("weight_ih_l0"), weight("bias_ih_l0")).unbind(1);
        const GatheredLinear recurrent(weight("weight_hh_l0"));
        const auto bias = weight("bias_hh_l0");
        auto hidden = torch::zeros({input.size(0), hidden_}, input.options()), cell = hidden;
        std::vector<torch::Tensor> read(static_cast<std::size_t>(length));
        for (std::int64_t k = 0; k < length; ++k) {
            const auto s = d == 0 ? k : length - 1 - k;
            auto hiddenThere = hidden, cellThere = cell;
            (*layer.steps[d])(sums[static_cast<std::size_t>(s)],
                              recurrent(layer.recurrentDropouts[d](hidden, is_training())) + bias, hiddenThere,
                              cellThere);
            // Behind a sentence's end nothing is read; backwards, its reading begins there with zeros.
            const auto real = isReal.slice(1, s, s + 1);
            hidden = torch::where(real, hiddenThere, hidden);
            cell = torch::where(real, cellThere, cell);
            read[static_cast<std::size_t>(s)] = hiddenThere.masked_fill(real.logical_not(), 0);
        }
        states.push_back(torch::stack(read, 1));
        lasts.push_back(hidden);
    }
    return {torch::cat(states, 2), torch::cat(lasts, 1)};
}

Memory Encoder::forward(const torch::Tensor& source, const torch::Tensor& lengths) {
    Memory memory;
    memory.padding = source == static_cast<std::int64_t>(Vocabulary::Pad);
    memory.embedded = embedded(source);
    memory.states = embeddingDropout_(memory.embedded, is_training());
    for (auto& layer : layers_) {
        const bool stepByStep = normalises_ || (is_training() && !layer.recurrentDropouts[0].keepsAll());
        const auto input = memory.states;
        const auto [states, last] =
            stepByStep ? readStepByStep(layer, input, lengths) : readWhole(layer, input, lengths);
        memory.states = layer.dropout(states, is_training());
        if (residual_ && &layer != &layers_.front())
            memory.states = memory.states + input;
        memory.finals.push_back(last);
    }
    return memory;
}

} // namespace zhuyi
