#include "engine/model/Encoder.h"

#include "engine/text/Vocabulary.h"

namespace zhuyi {

namespace nn = torch::nn;

Encoder::Encoder(const Settings& settings, std::int64_t vocabulary)
    : layers_(settings.encoder_layers), directions_(settings.bidirectional ? 2 : 1),
      outputSize_(settings.hidden_size * directions_) {
    embedding_ = register_module(
        "embedding",
        nn::Embedding(nn::EmbeddingOptions(vocabulary, settings.embedding_size).padding_idx(Vocabulary::Pad)));
    lstm_ = register_module("lstm", nn::LSTM(nn::LSTMOptions(settings.embedding_size, settings.hidden_size)
                                                 .num_layers(layers_)
                                                 .bidirectional(settings.bidirectional)
                                                 .dropout(layers_ > 1 ? settings.dropout : 0)
                                                 .batch_first(true)));
    dropout_ = register_module("dropout", nn::Dropout(settings.dropout));
}

Memory Encoder::forward(const torch::Tensor& source, const torch::Tensor& lengths) {
    const auto embedded = dropout_(embedding_(source));
    const auto packed = nn::utils::rnn::pack_padded_sequence(embedded, lengths, true, false);
    const auto [output, last] = lstm_->forward_with_packed_input(packed);
    const auto states = std::get<0>(nn::utils::rnn::pad_packed_sequence(output, true, 0.0, source.size(1)));
    Memory memory;
    memory.states = dropout_(states);
    memory.padding = source == static_cast<std::int64_t>(Vocabulary::Pad);
    const auto hidden = std::get<0>(last); // (layers · directions)×B×H
    for (std::int64_t layer = 0; layer < layers_; ++layer) {
        const auto directions = hidden.slice(0, layer * directions_, (layer + 1) * directions_);
        memory.finals.push_back(directions.transpose(0, 1).reshape({source.size(0), outputSize_}));
    }
    return memory;
}

} // namespace zhuyi
