#pragma once

#include "engine/corpus/Corpus.h"
#include "engine/session/AttentionMap.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace zhuyi {

/// Finds by their text the pairs of corpora whose true alignment is known.
class GoldIndex {
  public:
    /// Takes in the pairs of one more corpus.
    void add(std::shared_ptr<const Corpus> corpus);

    /// The cells of a map in which the true links lie, where its pair is a known one: `source` and `target` are the
    /// texts that its tokens were made from, spaces and capitals aside; with an empty `target`, its target tokens are.
    std::optional<std::vector<GoldCell>> cells(const AttentionMap& map, const std::string& source,
                                               const std::string& target) const;

  private:
    struct Place {
        std::uint32_t corpus = 0;
        std::uint32_t pair = 0;
    };

    std::vector<std::shared_ptr<const Corpus>> corpora_;
    std::unordered_map<std::uint64_t, Place> places_; // of pairs of sentences, by both texts
};

} // namespace zhuyi
