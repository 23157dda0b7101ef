#include "engine/model/Encoder.h"

#include "engine/text/Vocabulary.h"

namespace zhuyi {

namespace nn = torch::nn;

Encoder::Encoder(const Settings& settings, std::int64_t vocabulary)
    : outputSize_(settings.hidden_size * (settings.bidirectional ? 2 : 1)), embeddingDropout_(settings.dropout, DropoutSite::SourceEmbedding) {
    embedding_ = register_module(
        "embedding",
        nn::Embedding(nn::EmbeddingOptions(vocabulary, settings.embedding_size).padding_idx(Vocabulary::Pad)));
    for (std::int64_t layer = 0; layer < settings.encoder_layers; ++layer) {
        const auto input = layer == 0 ? settings.embedding_size : outputSize_;
        layers_.push_back(register_module("layer" + std::to_string(layer),
                                          nn::LSTM(nn::LSTMOptions(input, settings.hidden_size)
                                                       .bidirectional(settings.bidirectional)
                                                       .batch_first(true))));
        layerDropouts_.emplace_back(settings.dropout, DropoutSite::EncoderLayer + layer);
    }
}

Memory Encoder::forward(const torch::Tensor& source, const torch::Tensor& lengths) {
    Memory memory;
    memory.padding = source == static_cast<std::int64_t>(Vocabulary::Pad);
    memory.embedded = embedding_(source);
    memory.states = embeddingDropout_(memory.embedded, is_training());
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const auto packed = nn::utils::rnn::pack_padded_sequence(memory.states, lengths, true, false);
        const auto [output, last] = layers_[i]->forward_with_packed_input(packed);
        const auto states = std::get<0>(nn::utils::rnn::pad_packed_sequence(output, true, 0.0, source.size(1)));
        memory.states = layerDropouts_[i](states, is_training());
        const auto hidden = std::get<0>(last); // directions×B×H
        memory.finals.push_back(hidden.transpose(0, 1).reshape({source.size(0), outputSize_}));
    }
    return memory;
}

} // namespace zhuyi
