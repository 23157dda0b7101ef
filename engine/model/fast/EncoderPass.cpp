#include "engine/model/fast/EncoderPass.h"

#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>

namespace zhuyi::fast {

EncoderPass::EncoderPass(const Parameters& parameters, const Settings& settings)
    : hidden_(settings.hidden_size), dropsRecurrence_(settings.dropout_kind == "recurrent"),
      embeddingScale_(sourceEmbedding(settings).scale), embedding_(parameters[sourceEmbedding(settings).name]),
      embeddingGradient_(parameters.gradientOf(sourceEmbedding(settings))), directions_(settings.bidirectional ? 2 : 1),
      embeddingMask_(0, 0, DropoutSite::SourceEmbedding) {
    for (std::int64_t i = 0; i < settings.encoder_layers; ++i) {
        Layer layer{{}, DropoutMask(0, 0, DropoutSite::EncoderLayer + i), {}, {}, {}, {}};
        const auto prefix = "encoder.layer" + std::to_string(i) + ".";
        layer.directions.emplace_back(parameters, prefix, "");
        if (settings.bidirectional)
            layer.directions.emplace_back(parameters, prefix, "_reverse");
        layer.inputs.resize(layer.directions.size());
        layers_.push_back(std::move(layer));
    }
}

void EncoderPass::pack() {
    for (auto& layer : layers_)
        for (auto& direction : layer.directions)
            direction.pack();
}

void EncoderPass::arrange() {
    steps_.assign(tokens_->lengths);
    source_.begins.assign(1, 0);
    for (const auto length : tokens_->lengths)
        source_.begins.push_back(source_.begins.back() + length);
    for (std::size_t d = 0; d < directions_.size(); ++d) {
        auto& places = directions_[d].places;
        places.clear();
        for (std::int64_t step = 0; step < steps_.steps(); ++step)
            for (std::int64_t p = 0; p < steps_.active(step); ++p) {
                const auto begin = source_.begins[static_cast<std::size_t>(steps_.sentence(p))];
                places.push_back(begin + (d == 0 ? step : steps_.length(p) - 1 - step));
            }
    }
}

const SourceStates& EncoderPass::forward(const Tokens& source, double dropout, std::uint64_t seed) {
    tokens_ = &source;
    arrange();
    const auto rows = steps_.rows(), size = hidden_ * static_cast<std::int64_t>(directions_.size());
    auto x = embedded_.take(rows, embedding_.value.columns);
    gatherRows(embedding_.value, source.ids, x);
    scaleRows(embeddingScale_, x);
    embeddingMask_ = DropoutMask(dropout, seed, DropoutSite::SourceEmbedding);
    dropRows(embeddingMask_, source.maskRows, x);
    source_.finals.clear();
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        auto& layer = layers_[l];
        const auto states = layer.states.take(rows, size), finals = layer.finals.take(steps_.sentences(), size);
        for (std::size_t d = 0; d < directions_.size(); ++d) {
            const auto& places = directions_[d].places;
            const auto input = layer.inputs[d].take(rows, x.columns);
            gatherRows(x, places, input);
            const auto site = DropoutSite::EncoderRecurrent + static_cast<std::int64_t>(2 * l + d);
            const auto hidden =
                layer.directions[d].forward(steps_, input, DropoutMask(dropsRecurrence_ ? dropout : 0, seed, site));
            const auto first = static_cast<std::int64_t>(d) * hidden_;
            scatterRows(hidden, places, states.columnsFrom(first, hidden_));
            for (std::int64_t p = 0; p < steps_.sentences(); ++p)
                std::copy_n(hidden.row(steps_.offset(steps_.length(p) - 1) + p), hidden_,
                            finals.row(steps_.sentence(p)) + first);
        }
        layer.mask = DropoutMask(dropout, seed, DropoutSite::EncoderLayer + static_cast<std::int64_t>(l));
        dropRows(layer.mask, source.maskRows, states);
        source_.finals.push_back(finals);
        x = states;
    }
    source_.states = x;
    return source_;
}

void EncoderPass::backward(View toStates, const std::vector<View>& toFinals) {
    const auto rows = steps_.rows();
    for (std::size_t l = layers_.size(); l-- > 0;) {
        auto& layer = layers_[l];
        dropRows(layer.mask, tokens_->maskRows, toStates);
        const auto inputSize = l > 0 ? toStates.columns : embedding_.value.columns;
        const auto toInput = layer.toInput.zeros(rows, inputSize);
        for (std::size_t d = 0; d < directions_.size(); ++d) {
            const auto first = static_cast<std::int64_t>(d) * hidden_;
            const auto& places = directions_[d].places;
            const auto toHidden = toHidden_.take(rows, hidden_), toLast = toLast_.take(steps_.sentences(), hidden_);
            gatherRows(toStates.columnsFrom(first, hidden_), places, toHidden);
            for (std::int64_t p = 0; p < steps_.sentences(); ++p)
                std::copy_n(toFinals[l].row(steps_.sentence(p)) + first, hidden_, toLast.row(p));
            const auto toDirection = toDirectionInput_.take(rows, inputSize);
            layer.directions[d].backward(toHidden, toLast, toDirection);
            addScatteredRows(toDirection, places, toInput);
        }
        toStates = toInput;
    }
    dropRows(embeddingMask_, tokens_->maskRows, toStates);
    scaleRows(embeddingScale_, toStates);
    embeddingGradient_.clear();
    for (std::int64_t i = 0; i < rows; ++i)
        embeddingGradient_.add(tokens_->ids[static_cast<std::size_t>(i)], toStates.row(i));
    embeddingGradient_.finish();
}

} // namespace zhuyi::fast
