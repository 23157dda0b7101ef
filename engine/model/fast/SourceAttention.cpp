#include "engine/model/fast/SourceAttention.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"
#include "engine/model/fast/Rows.h"

#include <algorithm>
#include <cmath>

namespace zhuyi::fast {

SourceAttention::SourceAttention(const Parameters& parameters, const Settings& settings, std::int64_t memorySize)
    : kind_(settings.attention == "none"       ? Kind::None
            : settings.attention == "additive" ? Kind::Additive
                                               : Kind::Dot),
      valuesAreKeys_(settings.attention == "dot"), size_(settings.hidden_size), contextSize_(memorySize) {
    const auto weight = [&](const std::string& name) -> std::optional<Weight> {
        const auto whole = "decoder.attention." + name + ".weight";
        return parameters.has(whole) ? std::optional<Weight>(parameters[whole]) : std::nullopt;
    };
    query_ = weight("query");
    key_ = weight(valuesAreKeys_ ? "bridge" : "key");
    value_ = weight("value");
    energy_ = weight("energy");
    if (settings.attention == "scaled_dot")
        scale_ = static_cast<float>(1 / std::sqrt(static_cast<double>(settings.attention_size)));
    if (query_) {
        size_ = query_->value.rows;
        packedQuery_.emplace(query_->value, PackedWeight::Use::Forward);
    }
    if (value_)
        contextSize_ = value_->value.rows;
    else if (valuesAreKeys_)
        contextSize_ = size_;
}

void SourceAttention::pack() {
    if (packedQuery_)
        packedQuery_->pack();
}

void SourceAttention::prepare(const SourceStates& memory) {
    memory_ = &memory;
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
}

void SourceAttention::queries(ConstView states, View queries) {
    if (packedQuery_)
        packedQuery_->multiply(states, queries);
    else
        copyRows(states, queries);
}

void SourceAttention::look(const float* query, std::int64_t sentence, float* weights, float* context) const {
    if (kind_ != Kind::None) {
        const auto keys = of(keys_, sentence);
        if (kind_ == Kind::Additive)
            additiveScores(query, keys.data, energy_->value.data, weights, keys.rows, size_);
        else
            dotScores(query, keys.data, scale_, weights, keys.rows, size_);
        softmaxRow(weights, keys.rows);
    }
    contextOf(weights, sentence, context);
}

void SourceAttention::contextOf(const float* weights, std::int64_t sentence, float* context) const {
    if (kind_ == Kind::None) {
        std::copy_n(memory_->finals.back().row(sentence), contextSize_, context);
        return;
    }
    const auto values = of(values_, sentence);
    weightedSum(weights, values.data, context, values.rows, contextSize_);
}

} // namespace zhuyi::fast
