#pragma once

#include "engine/session/Translation.h"
#include "ui/attention/ModelTitle.h"

#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// The attention of one moment, kept to be held against what a model sees later.
class KeptMaps {
  public:
    explicit KeptMaps(ModelTitle model) : model_(std::move(model)) {}
    /// A map of this sentence; `reference` is the translation that it was made to write, "" where the model wrote its
    /// own.
    void add(const std::string& source, const std::string& reference, AttentionMapPtr map);

    /// The map of the same sentence and reference, or null.
    AttentionMapPtr find(const std::string& source, const std::string& reference) const;
    const ModelTitle& model() const { return model_; }
    bool isEmpty() const { return entries_.empty(); }

  private:
    struct Entry {
        std::string source, reference;
        AttentionMapPtr map;
    };
    ModelTitle model_;
    std::vector<Entry> entries_;
};

} // namespace zhuyi
