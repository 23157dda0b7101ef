#pragma once

#include "engine/model/fast/EncoderPass.h"
#include "engine/model/fast/PackedWeight.h"
#include "engine/model/fast/Parameters.h"
#include "engine/session/Settings.h"

#include <optional>

namespace zhuyi::fast {

/// Attention of all kinds (see the modules that derive from Attention), forwards, query by query, without padding.
class SourceAttention {
  public:
    enum class Kind { None, Additive, Dot };

    SourceAttention(const Parameters& parameters, const Settings& settings, std::int64_t memorySize);

    void pack();
    /// Makes keys and values of the memory, which must live as long as it is looked at.
    void prepare(const SourceStates& memory);
    /// What of decoder states (n×H) is held against the keys: n×A.
    void queries(ConstView states, View queries);
    /// The weights of one query, as many as the sentence has tokens, and the context.
    void look(const float* query, std::int64_t sentence, float* weights, float* context) const;
    /// The context of weights that are there already.
    void contextOf(const float* weights, std::int64_t sentence, float* context) const;

    Kind kind() const { return kind_; }
    std::int64_t querySize() const { return size_; }          // A
    std::int64_t contextSize() const { return contextSize_; } // C
    const SourceStates& memory() const { return *memory_; }
    View keys() const { return keys_; }     // M×A
    View values() const { return values_; } // M×C
    bool valuesAreKeys() const { return valuesAreKeys_; }
    /// A sentence's rows of keys, values or their gradients.
    View of(View rows, std::int64_t sentence) const {
        return rows.rowsFrom(memory_->begins[static_cast<std::size_t>(sentence)], memory_->length(sentence));
    }

    // Where this kind has them.
    const std::optional<Weight>& query() const { return query_; }
    const std::optional<Weight>& key() const { return key_; }
    const std::optional<Weight>& value() const { return value_; }
    const std::optional<Weight>& energy() const { return energy_; }
    float scale() const { return scale_; }

  private:
    Kind kind_;
    float scale_ = 1;
    std::optional<Weight> query_, key_, value_, energy_;
    bool valuesAreKeys_;
    std::optional<PackedWeight> packedQuery_;
    std::int64_t size_, contextSize_;
    const SourceStates* memory_ = nullptr;
    View keys_, values_;
    Buffer keysBuffer_, valuesBuffer_;
};

} // namespace zhuyi::fast
