#pragma once

#include "engine/decoding/SearchNetwork.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace zhuyi {

/// Attention given instead of computed: the weights of some rows (target tokens), one a source token, that sum to 1.
using GivenRows = std::map<std::int64_t, std::vector<float>>;

/// What binds the translation of one sentence.
struct Constraint {
    std::vector<std::int32_t> prefix; // it begins with these tokens, whatever the options block
    GivenRows attention;
};

/// What is asked of a search beside the translations.
struct SearchDemands {
    std::int64_t alternatives = 0;       // how many of the most probable tokens of each row to tell
    std::vector<Constraint> constraints; // one a sentence, or none at all

    /// The token that this sentence has to take at this row, if any.
    std::optional<std::int32_t> forced(std::size_t sentence, std::int64_t row) const;
    /// What is given at this row of the translations of these sentences; empty where nothing is.
    SearchNetwork::Given given(const std::vector<std::size_t>& sentences, std::int64_t row) const;
};

} // namespace zhuyi
