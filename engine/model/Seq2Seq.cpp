#include "engine/model/Seq2Seq.h"

namespace zhuyi {

Seq2Seq::Seq2Seq(const Settings& settings, std::int64_t sourceVocabulary, std::int64_t targetVocabulary) {
    encoder_ = register_module("encoder", std::make_shared<Encoder>(settings, sourceVocabulary));
    decoder_ =
        register_module("decoder", std::make_shared<Decoder>(settings, targetVocabulary, encoder_->outputSize()));
    output_ = register_module("output", torch::nn::Linear(settings.hidden_size, targetVocabulary));
}

Seq2Seq::Encoded Seq2Seq::encode(const torch::Tensor& source, const torch::Tensor& lengths) {
    Encoded encoded;
    encoded.memory = encoder_->forward(source, lengths);
    encoded.state = decoder_->start(encoded.memory);
    return encoded;
}

Seq2Seq::Outputs Seq2Seq::forward(const Batch& batch, bool wantWeights) {
    return decode(batch, encode(batch.source, batch.sourceLengths), wantWeights);
}

Seq2Seq::Outputs Seq2Seq::decode(const Batch& batch, const Encoded& encoded, bool wantWeights) {
    const auto decoded = decoder_->forward(batch.targetIn, encoded.state, encoded.memory, wantWeights);
    // Padding gets no logits: the output layer is the largest product of a step.
    auto outputs = decoded.outputs.flatten(0, 1);
    if (batch.tokens != outputs.size(0))
        outputs = outputs.index_select(0, batch.real);
    return {output_(outputs), decoded.weights};
}

std::pair<torch::Tensor, torch::Tensor> Seq2Seq::step(const torch::Tensor& tokens, Encoded& encoded,
                                                      const torch::Tensor& given) {
    const auto weights = decoder_->step(tokens, encoded.state, encoded.memory, given);
    return {output_(encoded.state.output), weights};
}

std::int64_t Seq2Seq::parameterCount() const {
    std::int64_t count = 0;
    for (const auto& parameter : parameters())
        count += parameter.numel();
    return count;
}

} // namespace zhuyi
