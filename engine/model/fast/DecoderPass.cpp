#include "engine/model/fast/DecoderPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>

namespace zhuyi::fast {

DecoderPass::DecoderPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize)
    : hidden_(settings.hidden_size), inputFeeding_(settings.input_feeding),
      dropsRecurrence_(settings.dropout_kind == "recurrent"), initialState_(initialStateOf(settings)),
      embeddingScale_(targetEmbedding(settings).scale), embedding_(parameters[targetEmbedding(settings).name]),
      embeddingGates_(parameters["decoder.embedding_gates.weight"]),
      gatesBias_(parameters["decoder.embedding_gates.bias"]),
      feedingGates_(parameters["decoder.recurrent_gates.weight"]), combine_(parameters["decoder.combine.weight"]),
      combineBias_(parameters["decoder.combine.bias"]),
      embeddingGradient_(parameters.gradientOf(targetEmbedding(settings))),
      gatesForward_(feedingGates_.value, PackedWeight::Use::Forward),
      gatesBackward_(feedingGates_.value, PackedWeight::Use::Backward),
      combineForward_(combine_.value, PackedWeight::Use::Forward),
      combineBackward_(combine_.value, PackedWeight::Use::Backward), attention_(parameters, settings, memorySize),
      embeddingMask_(0, 0, DropoutSite::TargetEmbedding), outputMask_(0, 0, DropoutSite::DecoderOutput) {
    for (std::int64_t l = 0; l < settings.decoder_layers; ++l) {
        Layer layer;
        if (initialState_ == InitialState::Learnt) {
            const auto bridge = "decoder.bridge" + std::to_string(l);
            layer.bridge = parameters[bridge + ".weight"];
            layer.bridgeBias = parameters[bridge + ".bias"];
        }
        layers_.push_back(std::move(layer));
        if (l == 0)
            continue;
        const auto cell = "decoder.cell" + std::to_string(l) + ".";
        const auto input = parameters[cell + "weight_ih"], recurrent = parameters[cell + "weight_hh"];
        upper_.push_back({input,
                          recurrent,
                          parameters[cell + "bias_ih"],
                          parameters[cell + "bias_hh"],
                          {input.value, PackedWeight::Use::Forward},
                          {input.value, PackedWeight::Use::Backward},
                          {recurrent.value, PackedWeight::Use::Forward},
                          {recurrent.value, PackedWeight::Use::Backward},
                          DropoutMask(0, 0, DropoutSite::DecoderLayer + l),
                          std::vector<float>(static_cast<std::size_t>(4 * hidden_)),
                          {},
                          {}});
    }
}

void DecoderPass::pack() {
    for (auto* weight : {&gatesForward_, &gatesBackward_, &combineForward_, &combineBackward_})
        weight->pack();
    for (auto& upper : upper_) {
        for (auto* weight :
             {&upper.inputForward, &upper.inputBackward, &upper.recurrentForward, &upper.recurrentBackward})
            weight->pack();
        for (std::size_t i = 0; i < upper.bias.size(); ++i)
            upper.bias[i] = upper.inputBias.value.data[i] + upper.recurrentBias.value.data[i];
    }
    attention_.pack();
}

void DecoderPass::start(const SourceStates& source) {
    const auto sentences = target_->sentences();
    const auto last = lastBuffer_.take(static_cast<std::int64_t>(layers_.size()) * sentences, source.states.columns);
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        auto& layer = layers_[l];
        const auto finals = source.finals[std::min(l, source.finals.size() - 1)];
        const auto ordered = last.rowsFrom(static_cast<std::int64_t>(l) * sentences, sentences);
        for (std::int64_t p = 0; p < sentences; ++p)
            std::copy_n(finals.row(target_->sentence(p)), finals.columns, ordered.row(p));
        layer.start = layer.startBuffer.zeros(sentences, hidden_);
        if (initialState_ == InitialState::Copied)
            copyRows(ordered.columnsFrom(ordered.columns - hidden_, hidden_), layer.start);
        if (initialState_ == InitialState::Learnt) {
            multiplyByTransposed(ordered, layer.bridge.value, layer.start);
            for (std::int64_t p = 0; p < sentences; ++p)
                tanhRow(layer.start.row(p), layer.bridgeBias.value.data, hidden_);
        }
        const auto rows = target_->rows();
        layer.gates = layer.gatesBuffer.take(rows, 4 * hidden_);
        layer.cell = layer.cellBuffer.take(rows, hidden_);
        layer.squashed = layer.squashedBuffer.take(rows, hidden_);
        layer.hidden = layer.hiddenBuffer.take(rows, hidden_);
    }
}

void DecoderPass::cells(Layer& layer, const float* bias, std::int64_t step) {
    const auto zero = zeroBuffer_.zeros(1, hidden_);
    for (std::int64_t p = 0; p < target_->active(step); ++p) {
        const auto row = target_->offset(step) + p;
        const float* before = step > 0 ? layer.cell.row(target_->offset(step - 1) + p) : zero.data;
        lstmCellRow(layer.gates.row(row), bias, before, layer.cell.row(row), layer.squashed.row(row),
                    layer.hidden.row(row), hidden_);
    }
}

void DecoderPass::cellsBackward(Layer& layer, std::int64_t step, View toHidden) {
    const auto zero = zeroBuffer_.zeros(1, hidden_);
    for (std::int64_t p = 0; p < target_->active(step); ++p) {
        const auto row = target_->offset(step) + p;
        const float* before = step > 0 ? layer.cell.row(target_->offset(step - 1) + p) : zero.data;
        lstmCellRowBackward(layer.gates.row(row), toHidden.row(p), layer.toCell.row(p), before, layer.squashed.row(row),
                            hidden_);
    }
}

View DecoderPass::forward(const Tokens& fed, const PackedSteps& target, const SourceStates& source, double dropout,
                          std::uint64_t seed) {
    target_ = &target;
    tokens_ = &fed;
    const auto& maskRows = fed.maskRows;
    const auto rows = target.rows();
    embedded_ = embeddedBuffer_.take(rows, embedding_.value.columns);
    gatherRows(embedding_.value, fed.ids, embedded_);
    scaleRows(embeddingScale_, embedded_);
    embeddingMask_ = DropoutMask(dropout, seed, DropoutSite::TargetEmbedding);
    outputMask_ = DropoutMask(dropout, seed, DropoutSite::DecoderOutput);
    dropRows(embeddingMask_, maskRows, embedded_);
    for (std::size_t i = 0; i < layers_.size(); ++i)
        layers_[i].recurrent = DropoutMask(dropsRecurrence_ ? dropout : 0, seed,
                                           DropoutSite::DecoderRecurrent + static_cast<std::int64_t>(i));
    for (std::size_t i = 0; i < upper_.size(); ++i) {
        upper_[i].mask = DropoutMask(dropout, seed, DropoutSite::DecoderLayer + static_cast<std::int64_t>(i + 1));
        upper_[i].x = upper_[i].xBuffer.take(rows, hidden_);
    }
    start(source);
    attention_.begin(source, target);
    multiplyByTransposed(embedded_, embeddingGates_.value, layers_[0].gates);

    const auto feeding = inputFeeding_ ? hidden_ : 0; // the width of ã in fed_
    fed_ = fedBuffer_.take(rows, feeding + hidden_);
    joined_ = joinedBuffer_.take(rows, hidden_ + attention_.contextSize());
    combined_ = combinedBuffer_.take(rows, hidden_);
    outputs_ = outputsBuffer_.take(rows, hidden_);
    copyRows(layers_[0].start, target.at(fed_, 0).columnsFrom(feeding, hidden_)); // no ã yet, and none is read
    drop(layers_[0], target.at(fed_, 0).columnsFrom(feeding, hidden_));
    for (std::int64_t step = 0; step < target.steps(); ++step) {
        const auto first = target.offset(step), active = target.active(step);
        const auto fedNow = target.at(fed_, step), gates = target.at(layers_[0].gates, step);
        if (step == 0)
            gatesForward_.multiplyFrom(feeding, fedNow.columnsFrom(feeding, hidden_), gates, true);
        else
            gatesForward_.multiply(fedNow, gates, true);
        cells(layers_[0], gatesBias_.value.data, step);
        for (std::size_t i = 0; i < upper_.size(); ++i) {
            auto& upper = upper_[i];
            auto& layer = layers_[i + 1];
            for (std::int64_t row = first; row < first + active; ++row)
                upper.mask.apply(layers_[i].hidden.row(row), upper.x.row(row), hidden_,
                                 maskRows[static_cast<std::size_t>(row)]);
            const auto before = step > 0 ? target.before(layer.hidden, step) : layer.start;
            upper.inputForward.multiply(target.at(upper.x, step), target.at(layer.gates, step));
            upper.recurrentForward.multiply(read(layer, before), target.at(layer.gates, step), true);
            cells(layer, upper.bias.data(), step);
        }
        const auto joined = target.at(joined_, step), query = target.at(layers_.back().hidden, step);
        copyRows(query, joined.columnsFrom(0, hidden_));
        attention_.forward(step, query, joined.columnsFrom(hidden_, attention_.contextSize()));
        combineForward_.multiply(joined, target.at(combined_, step));
        for (std::int64_t row = first; row < first + active; ++row) {
            tanhRow(combined_.row(row), combineBias_.value.data, hidden_);
            outputMask_.apply(combined_.row(row), outputs_.row(row), hidden_, maskRows[static_cast<std::size_t>(row)]);
        }
        for (std::int64_t p = 0; p < target.active(step + 1); ++p) {
            auto* next = fed_.row(target.offset(step + 1) + p);
            std::copy_n(outputs_.row(first + p), feeding, next);
            std::copy_n(layers_[0].hidden.row(first + p), hidden_, next + feeding);
        }
        if (step + 1 < target.steps())
            drop(layers_[0], target.at(fed_, step + 1).columnsFrom(feeding, hidden_));
    }
    return outputs_;
}

void DecoderPass::backward(View toOutputs, View toStates, const std::vector<View>& toFinals) {
    const auto& target = *target_;
    const auto sentences = target.sentences(), feeding = fed_.columns - hidden_;
    // What later steps send back: 0 for a sentence's last step, and only ever written for those that go on.
    toFed_ = toFedBuffer_.zeros(sentences, fed_.columns);
    for (auto& layer : layers_) {
        layer.carry = layer.carryBuffer.zeros(sentences, hidden_);
        layer.toCell = layer.toCellBuffer.zeros(sentences, hidden_);
    }
    for (std::int64_t step = target.steps() - 1; step >= 0; --step) {
        const auto first = target.offset(step), active = target.active(step);
        for (std::int64_t p = 0; p < active; ++p) {
            const auto row = first + p;
            if (inputFeeding_)
                addRow(toOutputs.row(row), toFed_.row(p), hidden_);
            outputMask_.apply(toOutputs.row(row), toOutputs.row(row), hidden_,
                              tokens_->maskRows[static_cast<std::size_t>(row)]);
            tanhRowBackward(toOutputs.row(row), combined_.row(row), hidden_);
        }
        const auto toJoined = toJoinedBuffer_.take(active, joined_.columns);
        combineBackward_.multiply(target.at(toOutputs, step), toJoined);
        const auto toHidden = toHiddenBuffer_.take(active, hidden_);
        copyRows(toJoined.columnsFrom(0, hidden_), toHidden);
        attention_.backward(step, toJoined.columnsFrom(hidden_, attention_.contextSize()), toHidden);
        for (std::size_t i = upper_.size(); i-- > 0;) {
            auto& upper = upper_[i];
            auto& layer = layers_[i + 1];
            for (std::int64_t p = 0; p < active; ++p)
                addRow(toHidden.row(p), layer.carry.row(p), hidden_);
            cellsBackward(layer, step, toHidden);
            const auto toGates = target.at(layer.gates, step);
            upper.recurrentBackward.multiply(toGates, layer.carry.rowsFrom(0, active));
            drop(layer, layer.carry.rowsFrom(0, active));
            upper.inputBackward.multiply(toGates, toHidden);
            for (std::int64_t p = 0; p < active; ++p)
                upper.mask.apply(toHidden.row(p), toHidden.row(p), hidden_,
                                 tokens_->maskRows[static_cast<std::size_t>(first + p)]);
        }
        for (std::int64_t p = 0; p < active; ++p)
            addRow(toHidden.row(p), toFed_.row(p) + feeding, hidden_);
        cellsBackward(layers_[0], step, toHidden);
        const auto toGates = target.at(layers_[0].gates, step), toFed = toFed_.rowsFrom(0, active);
        if (step == 0)
            gatesBackward_.multiplyFrom(feeding, toGates, toFed.columnsFrom(feeding, hidden_));
        else
            gatesBackward_.multiply(toGates, toFed);
        drop(layers_[0], toFed.columnsFrom(feeding, hidden_));
    }
    copyRows(toFed_.columnsFrom(feeding, hidden_), layers_[0].carry);
    startBackward(toFinals);
    attention_.finish(layers_.back().hidden, toStates, toFinals.back());

    transposedMultiply(toOutputs, joined_, combine_.gradient);
    sumRows(toOutputs, combineBias_.gradient);
    for (std::size_t i = 0; i < upper_.size(); ++i) {
        auto& upper = upper_[i];
        const auto toGates = layers_[i + 1].gates;
        transposedMultiply(toGates, upper.x, upper.input.gradient);
        transposedMultiply(toGates, statesBefore(layers_[i + 1]), upper.recurrent.gradient);
        sumRows(toGates, upper.inputBias.gradient);
        copyRows(upper.inputBias.gradient, upper.recurrentBias.gradient);
    }
    const auto toGates = layers_[0].gates;
    const auto begin = target.active(0), later = target.rows() - begin; // the rows that ã was fed to
    transposedMultiply(toGates.rowsFrom(begin, later), fed_.rowsFrom(begin, later).columnsFrom(0, feeding),
                       feedingGates_.gradient.columnsFrom(0, feeding));
    transposedMultiply(toGates, fed_.columnsFrom(feeding, hidden_),
                       feedingGates_.gradient.columnsFrom(feeding, hidden_));
    transposedMultiply(toGates, embedded_, embeddingGates_.gradient);
    sumRows(toGates, gatesBias_.gradient);
    const auto toEmbedded = toEmbeddedBuffer_.take(embedded_.rows, embedded_.columns);
    multiply(toGates, embeddingGates_.value, toEmbedded);
    dropRows(embeddingMask_, tokens_->maskRows, toEmbedded);
    scaleRows(embeddingScale_, toEmbedded);
    embeddingGradient_.clear();
    for (std::int64_t i = 0; i < toEmbedded.rows; ++i)
        embeddingGradient_.add(tokens_->ids[static_cast<std::size_t>(i)], toEmbedded.row(i));
    embeddingGradient_.finish();
}

View DecoderPass::statesBefore(const Layer& layer) {
    const auto before = beforeBuffer_.take(target_->rows(), hidden_);
    for (std::int64_t step = 0; step < target_->steps(); ++step) {
        copyRows(step > 0 ? target_->before(layer.hidden, step) : layer.start, target_->at(before, step));
        drop(layer, target_->at(before, step));
    }
    return before;
}

View DecoderPass::read(const Layer& layer, View states) {
    if (layer.recurrent.keepsAll())
        return states;
    const auto read = readBuffer_.take(states.rows, hidden_);
    copyRows(states, read);
    drop(layer, read);
    return read;
}

void DecoderPass::drop(const Layer& layer, View states) const {
    for (std::int64_t p = 0; p < states.rows && !layer.recurrent.keepsAll(); ++p)
        layer.recurrent.apply(states.row(p), states.row(p), hidden_, target_->sentence(p));
}

void DecoderPass::startBackward(const std::vector<View>& toFinals) {
    const auto sentences = target_->sentences(), size = toFinals[0].columns;
    const auto last = lastBuffer_.take(static_cast<std::int64_t>(layers_.size()) * sentences, size);
    const auto toLast = toLastBuffer_.take(sentences, size);
    for (std::size_t l = 0; l < layers_.size() && initialState_ != InitialState::Zero; ++l) {
        auto& layer = layers_[l];
        const auto& toFinal = toFinals[std::min(l, toFinals.size() - 1)];
        if (initialState_ == InitialState::Copied) {
            for (std::int64_t p = 0; p < sentences; ++p)
                addRow(toFinal.row(target_->sentence(p)) + size - hidden_, layer.carry.row(p), hidden_);
            continue;
        }
        for (std::int64_t p = 0; p < sentences; ++p)
            tanhRowBackward(layer.carry.row(p), layer.start.row(p), hidden_);
        transposedMultiply(layer.carry, last.rowsFrom(static_cast<std::int64_t>(l) * sentences, sentences),
                           layer.bridge.gradient);
        sumRows(layer.carry, layer.bridgeBias.gradient);
        multiply(layer.carry, layer.bridge.value, toLast);
        for (std::int64_t p = 0; p < sentences; ++p)
            addRow(toFinal.row(target_->sentence(p)), toLast.row(p), size);
    }
}

} // namespace zhuyi::fast
