#include "engine/model/Seq2Seq.h"

#include "engine/model/TiedEmbeddings.h"
#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <vector>

namespace zhuyi {

Seq2Seq::Seq2Seq(const Settings& settings, std::int64_t sourceVocabulary, std::int64_t targetVocabulary)
    : settings_(settings) {
    TORCH_CHECK(!tiesSource(settings) || sourceVocabulary == targetVocabulary);
    const auto outputWeight = [&] {
        if (!output_) {
            output_ = register_module("output", torch::nn::Linear(settings.hidden_size, targetVocabulary));
            torch::NoGradGuard guard;
            output_->weight.mul_(settings.output_spread);
        }
        return output_->weight;
    };
    const auto weightWhere = [&](bool tied) { return tied ? outputWeight() : torch::Tensor(); };
    encoder_ = register_module(
        "encoder", std::make_shared<Encoder>(settings, sourceVocabulary, weightWhere(tiesSource(settings))));
    decoder_ = register_module("decoder", std::make_shared<Decoder>(settings, targetVocabulary, encoder_->outputSize(),
                                                                    weightWhere(settings.tied_embeddings)));
    outputWeight();
}

torch::Tensor Seq2Seq::logProbabilitiesOfEach(const torch::Tensor& queries, const torch::Tensor& values,
                                              const std::vector<std::int64_t>& targets, std::int64_t rivals) {
    const auto end = std::min(rivals + Vocabulary::Specials, output_->weight.size(0));
    std::vector<std::int64_t> rare;
    for (const auto target : targets)
        if (target >= end && std::find(rare.begin(), rare.end(), target) == rare.end())
            rare.push_back(target);
    const auto outputs = decoder_->outputsOfEach(queries, values); // T×S×H
    const auto logitsOf = [&](const torch::Tensor& weight, const torch::Tensor& bias) {
        return torch::matmul(outputs, weight.t()) + bias;
    };
    const auto places = torch::TensorOptions().dtype(torch::kInt64).device(device());
    auto logits =
        logitsOf(output_->weight.slice(0, Vocabulary::Unknown, end), output_->bias.slice(0, Vocabulary::Unknown, end));
    if (!rare.empty()) {
        const auto ids = torch::tensor(rare, places);
        logits =
            torch::cat({logits, logitsOf(output_->weight.index_select(0, ids), output_->bias.index_select(0, ids))}, 2);
    }
    const auto ids = torch::tensor(targets, places);
    const auto own = torch::matmul(outputs, output_->weight.index_select(0, ids).unsqueeze(2)).squeeze(2) +
                     output_->bias.index_select(0, ids).unsqueeze(1); // T×S
    return own - torch::logsumexp(logits, 2);
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
    return {output_(outputs), decoded.weights, decoded.queries, wantWeights ? encoded.memory.values : torch::Tensor()};
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
