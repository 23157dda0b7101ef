#pragma once

#include "engine/corpus/Grammar.h"

#include <string_view>
#include <vector>

namespace zhuyi {

struct GrammarFile {
    std::string_view name;
    std::string_view text;
};

/// Reads a grammar whose sentences are of the categories First and Sentence. Throws Failure (Internal) naming file and line.
Grammar readGrammar(const std::vector<GrammarFile>& files);

} // namespace zhuyi
