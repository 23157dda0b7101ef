#include "engine/model/fast/AttentionPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>
#include <cmath>

namespace zhuyi::fast {

using Kind = SourceAttention::Kind;

AttentionPass::AttentionPass(const Parameters& parameters, const Settings& settings, std::int64_t memorySize)
    : source_(parameters, settings, memorySize) {
    if (source_.query())
        queryBackward_.emplace(source_.query()->value, PackedWeight::Use::Backward);
}

void AttentionPass::pack() {
    source_.pack();
    if (queryBackward_)
        queryBackward_->pack();
}

void AttentionPass::begin(const SourceStates& memory, const PackedSteps& target) {
    target_ = &target;
    source_.prepare(memory);
    std::int64_t longest = 0;
    for (std::int64_t b = 0; b < target.sentences(); ++b)
        longest = std::max(longest, memory.length(b));
    weights_ = weightsBuffer_.take(target.rows(), longest);
    queries_ = queriesBuffer_.take(target.rows(), source_.querySize());
}

void AttentionPass::forward(std::int64_t step, ConstView query, View contexts) {
    const auto queries = target_->at(queries_, step);
    if (source_.kind() != Kind::None)
        source_.queries(query, queries);
    for (std::int64_t p = 0; p < query.rows; ++p)
        source_.look(queries.row(p), target_->sentence(p), weights_.row(target_->offset(step) + p), contexts.row(p));
}

void AttentionPass::beginBackward() {
    if (source_.kind() == Kind::None) {
        toValues_ = toValuesBuffer_.zeros(target_->sentences(), contextSize()); // here of the last states
        return;
    }
    toKeys_ = toKeysBuffer_.zeros(source_.keys().rows, source_.querySize());
    toValues_ = source_.valuesAreKeys() ? toKeys_ : toValuesBuffer_.zeros(source_.values().rows, contextSize());
    toQueries_ = toQueriesBuffer_.zeros(queries_.rows, source_.querySize());
    toWeights_ = toWeightsBuffer_.zeros(weights_.rows, weights_.columns);
    if (source_.kind() == Kind::Additive)
        std::fill_n(source_.energy()->gradient.data, source_.querySize(), 0.0F);
}

void AttentionPass::backward(std::int64_t step, ConstView toContexts, View toQuery) {
    if (source_.kind() == Kind::None) {
        for (std::int64_t p = 0; p < toContexts.rows; ++p)
            addRow(toValues_.row(target_->sentence(p)), toContexts.row(p), contextSize());
        return;
    }
    const auto queries = target_->at(queries_, step), toQueries = target_->at(toQueries_, step);
    for (std::int64_t p = 0; p < toContexts.rows; ++p) {
        const auto row = target_->offset(step) + p, sentence = target_->sentence(p);
        const auto keys = source_.of(source_.keys(), sentence), toKeys = source_.of(toKeys_, sentence),
                   values = source_.of(source_.values(), sentence), toValues = source_.of(toValues_, sentence);
        auto* toScores = toWeights_.row(row);
        weightedSumBackward(toContexts.row(p), weights_.row(row), values.data, toScores, toValues.data, values.rows,
                            contextSize());
        softmaxRowBackward(weights_.row(row), toScores, keys.rows);
        if (source_.kind() == Kind::Additive)
            additiveScoresBackward(queries.row(p), keys.data, source_.energy()->value.data, toScores, toQueries.row(p),
                                   toKeys.data, source_.energy()->gradient.data, keys.rows, source_.querySize());
        else
            dotScoresBackward(queries.row(p), keys.data, source_.scale(), toScores, toQueries.row(p), toKeys.data,
                              keys.rows, source_.querySize());
    }
    ConstView brought = toQueries;
    if (source_.query()) {
        const auto product = stepBuffer_.take(toQuery.rows, toQuery.columns);
        queryBackward_->multiply(toQueries, product);
        brought = product;
    }
    for (std::int64_t p = 0; p < toQuery.rows; ++p)
        addRow(toQuery.row(p), brought.row(p), toQuery.columns);
}

void AttentionPass::finish(ConstView queries, View toStates, View toFinal) {
    if (source_.kind() == Kind::None) {
        for (std::int64_t b = 0; b < toFinal.rows; ++b)
            addRow(toFinal.row(b), toValues_.row(b), contextSize());
        return;
    }
    const auto states = source_.memory().states;
    const auto pass = [&](const std::optional<Weight>& weight, View gradient) {
        if (weight) {
            transposedMultiply(gradient, states, weight->gradient);
            multiply(gradient, weight->value, toStates, true);
        } else {
            for (std::int64_t i = 0; i < toStates.rows; ++i)
                addRow(toStates.row(i), gradient.row(i), toStates.columns);
        }
    };
    pass(source_.key(), toKeys_);
    if (!source_.valuesAreKeys())
        pass(source_.value(), toValues_);
    if (source_.query())
        transposedMultiply(toQueries_, queries, source_.query()->gradient);
}

} // namespace zhuyi::fast
