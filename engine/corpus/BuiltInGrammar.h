#pragma once

#include "engine/corpus/GrammarReader.h"

#include <vector>

namespace zhuyi {

/// The files under resources/grammar, which the program carries.
std::vector<GrammarFile> builtInGrammarFiles();

} // namespace zhuyi
