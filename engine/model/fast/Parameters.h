#pragma once

#include "engine/model/fast/View.h"
#include "engine/session/Settings.h"

#include <map>
#include <string>
#include <vector>

namespace zhuyi::fast {

/// A parameter, and where its gradient goes: every pass overwrites it. What has one dimension is one row.
struct Weight {
    ConstView value;
    View gradient;
};

/// The gradient of an embedding: a table of which a pass touches few rows, and only they are ever written or cleared.
class EmbeddingGradient {
  public:
    /// `rows` is to hold the rows touched, ascending once finish() is done. `isShared`: the table holds the gradient of
    /// other uses of the same weights already, to which this one is added; nothing is cleared, and rows are not told.
    EmbeddingGradient(View table, std::vector<std::int64_t>* rows, bool isShared)
        : table_(table), rows_(rows), isShared_(isShared), touched_(static_cast<std::size_t>(table.rows), 0) {}
    void clear();
    void add(std::int64_t token, const float* row);
    void finish();

  private:
    View table_;
    std::vector<std::int64_t>* rows_;
    bool isShared_;
    std::vector<char> touched_;
};

/// The parameter that embeds the tokens of a side.
struct EmbeddingUse {
    std::string name;
    bool isTied; // to the output layer, whose weights it is
    float scale; // what the embeddings are multiplied by
};
EmbeddingUse sourceEmbedding(const Settings& settings);
EmbeddingUse targetEmbedding(const Settings& settings);

/// The parameters of a network by name, and where their gradients go. Names are those of the network's modules.
class Parameters {
  public:
    /// `rows` is for an embedding's gradient. A pass that never goes backwards needs neither.
    void add(const std::string& name, Weight weight, std::vector<std::int64_t>* rows = nullptr) {
        named_.insert({name, {weight, rows}});
    }

    bool has(const std::string& name) const { return named_.count(name) > 0; }
    Weight operator[](const std::string& name) const { return named_.at(name).weight; }
    /// The output layer's own gradient comes first where an embedding is tied to it.
    EmbeddingGradient gradientOf(const EmbeddingUse& use) const {
        const auto& named = named_.at(use.name);
        return {named.weight.gradient, named.rows, use.isTied};
    }

  private:
    struct Named {
        Weight weight;
        std::vector<std::int64_t>* rows;
    };
    std::map<std::string, Named> named_;
};

} // namespace zhuyi::fast
