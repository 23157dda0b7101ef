#pragma once

#include "engine/text/Vocabulary.h"

#include <vector>

namespace zhuyi {

/// Which tokens of a vocabulary, by their ids, are punctuation and other signs: without a letter or digit.
std::vector<bool> signsOf(const Vocabulary& vocabulary);

} // namespace zhuyi
