#include "engine/model/fast/Seq2SeqPass.h"

#include "engine/model/Seq2Seq.h"
#include "engine/model/fast/NetworkParameters.h"

#include <algorithm>
#include <cmath>

namespace zhuyi::fast {

Seq2SeqPass::Seq2SeqPass(const Seq2Seq& network, const Settings& settings)
    : hasAttention_(settings.attention != "none"), dropsPerSentence_(settings.dropout_kind != "standard"),
      parameters_(parametersOf(network, &gradients_)), encoder_(parameters_, settings),
      decoder_(parameters_, settings, settings.hidden_size * (settings.bidirectional ? 2 : 1)), output_(parameters_),
      toFinals_(static_cast<std::size_t>(settings.encoder_layers)) {}

void Seq2SeqPass::arrange(const Batch& batch) {
    const auto sentences = batch.size();
    paddedSource_ = batch.source.size(1);
    const auto* lengths = batch.sourceLengths.data_ptr<std::int64_t>();
    const auto* source = batch.source.data_ptr<std::int64_t>();
    sourceTokens_.lengths.assign(lengths, lengths + sentences);
    sourceTokens_.ids.clear();
    sourceTokens_.maskRows.clear();
    for (std::int64_t b = 0; b < sentences; ++b)
        for (auto row = b * paddedSource_; row < b * paddedSource_ + lengths[b]; ++row) {
            sourceTokens_.ids.push_back(source[row]);
            sourceTokens_.maskRows.push_back(dropsPerSentence_ ? b : row);
        }

    const auto* real = batch.real.data_ptr<std::int64_t>(); // t·B + b
    const auto* targets = batch.targets.data_ptr<std::int64_t>();
    const auto* in = batch.targetIn.data_ptr<std::int64_t>();
    const auto paddedTarget = batch.targetIn.size(1);
    fed_.lengths.assign(static_cast<std::size_t>(sentences), 0);
    targetAt_.resize(static_cast<std::size_t>(batch.targetIn.numel()));
    for (std::int64_t i = 0; i < batch.tokens; ++i) {
        ++fed_.lengths[static_cast<std::size_t>(real[i] % sentences)];
        targetAt_[static_cast<std::size_t>(real[i])] = targets[i];
    }
    target_.assign(fed_.lengths);
    fed_.ids.clear();
    fed_.paddedRows.clear();
    fed_.maskRows.clear();
    targets_.clear();
    for (std::int64_t step = 0; step < target_.steps(); ++step)
        for (std::int64_t p = 0; p < target_.active(step); ++p) {
            const auto sentence = target_.sentence(p), padded = step * sentences + sentence;
            fed_.ids.push_back(in[sentence * paddedTarget + step]);
            fed_.paddedRows.push_back(padded);
            fed_.maskRows.push_back(dropsPerSentence_ ? sentence : padded);
            targets_.push_back(targetAt_[static_cast<std::size_t>(padded)]);
        }
}

View Seq2SeqPass::forward(const Batch& batch, double dropout, std::uint64_t seed) {
    arrange(batch);
    encoder_.pack();
    decoder_.pack();
    source_ = &encoder_.forward(sourceTokens_, dropout, seed);
    return decoder_.forward(fed_, target_, *source_, dropout, seed);
}

Seq2SeqPass::Result Seq2SeqPass::train(const Batch& batch, const Objective& objective) {
    const auto outputs = forward(batch, objective.dropout, objective.seed);
    const auto toOutputs = toOutputs_.take(outputs.rows, outputs.columns);
    const auto sum = output_.train(outputs, targets_, objective.labelSmoothing, objective.scale, toOutputs);
    Result result{sum.nats, sum.objective};
    decoder_.beginBackward();
    if (batch.guide.defined() && hasAttention_)
        result.objective += guide(batch, objective.guidance, objective.scale);
    const auto toStates = toStates_.zeros(source_->states.rows, source_->states.columns);
    std::vector<View> toFinals;
    for (auto& buffer : toFinals_)
        toFinals.push_back(buffer.zeros(batch.size(), source_->states.columns));
    decoder_.backward(toOutputs, toStates, toFinals);
    encoder_.backward(toStates, toFinals);
    return result;
}

double Seq2SeqPass::score(const Batch& batch, std::vector<std::int32_t>& likeliest) {
    const auto nats = output_.score(forward(batch, 0, 0), targets_, isLikeliest_);
    likeliest.assign(static_cast<std::size_t>(batch.size()), 0);
    for (std::size_t row = 0; row < isLikeliest_.size(); ++row)
        likeliest[static_cast<std::size_t>(fed_.paddedRows[row] % batch.size())] += isLikeliest_[row];
    return nats;
}

double Seq2SeqPass::guide(const Batch& batch, double strength, double scale) {
    constexpr double least = 1e-8; // see guidance()
    const auto* guide = batch.guide.data_ptr<float>();
    double sum = 0;
    for (std::int64_t row = 0; row < target_.rows(); ++row) {
        const auto padded = fed_.paddedRows[static_cast<std::size_t>(row)];
        const auto length = source_->length(padded % batch.size());
        const auto* should = guide + padded * paddedSource_;
        const auto* weights = decoder_.attention().weights(row);
        auto* toWeights = decoder_.attention().toWeights(row);
        for (std::int64_t s = 0; s < length; ++s) {
            if (should[s] == 0)
                continue;
            const double weight = weights[s] + least;
            sum -= should[s] * std::log(weight);
            toWeights[s] -= static_cast<float>(strength * scale * should[s] / weight);
        }
    }
    return strength * sum;
}

torch::Tensor Seq2SeqPass::weights() const {
    const auto sentences = target_.sentences();
    auto weights = torch::zeros({target_.steps(), sentences, paddedSource_});
    if (!hasAttention_)
        return weights;
    for (std::int64_t row = 0; row < target_.rows(); ++row) {
        const auto padded = fed_.paddedRows[static_cast<std::size_t>(row)];
        std::copy_n(decoder_.attention().weights(row), source_->length(padded % sentences),
                    weights.data_ptr<float>() + padded * paddedSource_);
    }
    return weights;
}

torch::Tensor Seq2SeqPass::queries() const {
    const auto states = decoder_.states();
    auto queries = torch::zeros({target_.steps(), target_.sentences(), states.columns});
    for (std::int64_t row = 0; row < target_.rows(); ++row)
        std::copy_n(states.row(row), states.columns,
                    queries.data_ptr<float>() + fed_.paddedRows[static_cast<std::size_t>(row)] * states.columns);
    return queries;
}

torch::Tensor Seq2SeqPass::values() const {
    const auto& attention = decoder_.attention().source();
    if (!hasAttention_) { // the encoder's last state
        const auto last = source_->finals.back();
        return torch::from_blob(last.data, {last.rows, last.columns}).clone();
    }
    auto values = torch::zeros({target_.sentences(), paddedSource_, attention.contextSize()});
    for (std::int64_t b = 0; b < target_.sentences(); ++b) {
        const auto rows = attention.of(attention.values(), b);
        std::copy_n(rows.data, rows.rows * rows.columns, values.data_ptr<float>() + b * values.stride(0));
    }
    return values;
}

} // namespace zhuyi::fast
