#include "engine/model/fast/AttentionPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>
#include <cmath>

namespace zhuyi::fast {

AttentionPass::AttentionPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize)
    : kind_(settings.attention == "none"       ? Kind::None
            : settings.attention == "additive" ? Kind::Additive
                                               : Kind::Dot),
      size_(settings.hidden_size), contextSize_(memorySize) {
    const auto weight = [&](const std::string& name) -> std::optional<Weight> {
        const auto whole = "decoder.attention." + name + ".weight";
        return parameters.has(whole) ? std::optional<Weight>(parameters[whole]) : std::nullopt;
    };
    query_ = weight("query");
    key_ = weight("key");
    value_ = weight("value");
    if (kind_ == Kind::Additive)
        energy_ = *weight("energy");
    if (const auto bridge = weight("bridge"))
        key_ = bridge;
    valuesAreKeys_ = settings.attention == "dot";
    if (settings.attention == "scaled_dot")
        scale_ = static_cast<float>(1 / std::sqrt(static_cast<double>(settings.attention_size)));
    if (query_) {
        size_ = query_->value.rows;
        queryForward_.emplace(query_->value, PackedWeight::Use::Forward);
        queryBackward_.emplace(query_->value, PackedWeight::Use::Backward);
    }
    if (value_)
        contextSize_ = value_->value.rows;
    else if (valuesAreKeys_)
        contextSize_ = size_;
}

void AttentionPass::pack() {
    if (query_) {
        queryForward_->pack();
        queryBackward_->pack();
    }
}

View AttentionPass::at(View rows, std::int64_t place) const {
    const auto sentence = target_->sentence(place);
    return rows.rowsFrom(memory_->begins[static_cast<std::size_t>(sentence)], memory_->length(sentence));
}

void AttentionPass::begin(const SourceStates& memory, const PackedSteps& target) {
    memory_ = &memory;
    target_ = &target;
    if (kind_ == Kind::None)
        return;
    const auto states = memory.states;
    keys_ = values_ = states;
    if (key_) {
        keys_ = keysBuffer_.take(states.rows, size_);
        multiplyByTransposed(states, key_->value, keys_);
    }
    if (value_) {
        values_ = valuesBuffer_.take(states.rows, contextSize_);
        multiplyByTransposed(states, value_->value, values_);
    } else if (valuesAreKeys_) {
        values_ = keys_;
    }
    std::int64_t longest = 0;
    for (std::int64_t b = 0; b < target.sentences(); ++b)
        longest = std::max(longest, memory.length(b));
    weights_ = weightsBuffer_.take(target.rows(), longest);
    queries_ = queriesBuffer_.take(target.rows(), size_);
}

void AttentionPass::forward(std::int64_t step, ConstView query, View contexts) {
    if (kind_ == Kind::None) {
        for (std::int64_t p = 0; p < query.rows; ++p)
            std::copy_n(memory_->finals.back().row(target_->sentence(p)), contextSize_, contexts.row(p));
        return;
    }
    const auto queries = target_->at(queries_, step);
    if (query_)
        queryForward_->multiply(query, queries);
    else
        copyRows(query, queries);
    for (std::int64_t p = 0; p < query.rows; ++p) {
        const auto keys = at(keys_, p), values = at(values_, p);
        auto* weights = weights_.row(target_->offset(step) + p);
        if (kind_ == Kind::Additive)
            additiveScores(queries.row(p), keys.data, energy_.value.data, weights, keys.rows, size_);
        else
            dotScores(queries.row(p), keys.data, scale_, weights, keys.rows, size_);
        softmaxRow(weights, keys.rows);
        weightedSum(weights, values.data, contexts.row(p), values.rows, contextSize_);
    }
}

void AttentionPass::beginBackward() {
    if (kind_ == Kind::None) {
        toValues_ = toValuesBuffer_.zeros(target_->sentences(), contextSize_); // here of the last states
        return;
    }
    toKeys_ = toKeysBuffer_.zeros(keys_.rows, size_);
    toValues_ = valuesAreKeys_ ? toKeys_ : toValuesBuffer_.zeros(values_.rows, contextSize_);
    toQueries_ = toQueriesBuffer_.zeros(queries_.rows, size_);
    toWeights_ = toWeightsBuffer_.zeros(weights_.rows, weights_.columns);
    if (kind_ == Kind::Additive)
        std::fill_n(energy_.gradient.data, size_, 0.0F);
}

void AttentionPass::backward(std::int64_t step, ConstView toContexts, View toQuery) {
    if (kind_ == Kind::None) {
        for (std::int64_t p = 0; p < toContexts.rows; ++p)
            addRow(toValues_.row(target_->sentence(p)), toContexts.row(p), contextSize_);
        return;
    }
    const auto queries = target_->at(queries_, step), toQueries = target_->at(toQueries_, step);
    for (std::int64_t p = 0; p < toContexts.rows; ++p) {
        const auto row = target_->offset(step) + p;
        const auto keys = at(keys_, p), toKeys = at(toKeys_, p), values = at(values_, p), toValues = at(toValues_, p);
        auto* toScores = toWeights_.row(row);
        weightedSumBackward(toContexts.row(p), weights_.row(row), values.data, toScores, toValues.data, values.rows,
                            contextSize_);
        softmaxRowBackward(weights_.row(row), toScores, keys.rows);
        if (kind_ == Kind::Additive)
            additiveScoresBackward(queries.row(p), keys.data, energy_.value.data, toScores, toQueries.row(p),
                                   toKeys.data, energy_.gradient.data, keys.rows, size_);
        else
            dotScoresBackward(queries.row(p), keys.data, scale_, toScores, toQueries.row(p), toKeys.data, keys.rows,
                              size_);
    }
    ConstView brought = toQueries;
    if (query_) {
        const auto product = stepBuffer_.take(toQuery.rows, toQuery.columns);
        queryBackward_->multiply(toQueries, product);
        brought = product;
    }
    for (std::int64_t p = 0; p < toQuery.rows; ++p)
        addRow(toQuery.row(p), brought.row(p), toQuery.columns);
}

void AttentionPass::finish(ConstView queries, View toStates, View toFinal) {
    if (kind_ == Kind::None) {
        for (std::int64_t b = 0; b < toFinal.rows; ++b)
            addRow(toFinal.row(b), toValues_.row(b), contextSize_);
        return;
    }
    const auto states = memory_->states;
    const auto pass = [&](const std::optional<Weight>& weight, View gradient) {
        if (weight) {
            transposedMultiply(gradient, states, weight->gradient);
            multiply(gradient, weight->value, toStates, true);
        } else {
            for (std::int64_t i = 0; i < toStates.rows; ++i)
                addRow(toStates.row(i), gradient.row(i), toStates.columns);
        }
    };
    pass(key_, toKeys_);
    if (!valuesAreKeys_)
        pass(value_, toValues_);
    if (query_)
        transposedMultiply(toQueries_, queries, query_->gradient);
}

} // namespace zhuyi::fast
