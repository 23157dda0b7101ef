#pragma once

#include "engine/text/Tokenizer.h"
#include "engine/text/Vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// Cuts a token that a vocabulary lacks into as few words of it as cover it wholly, as people need who type Chinese
/// without spaces, or "Books." with its full stop, for a model of words written apart; of equally few the more frequent
/// ones. Letters and digits stay together (but "n't" may leave its verb). A piece is looked up as it stands, in lower
/// case, and with the punctuation of its language. Empty where there is no such cut.
std::vector<std::string> cutByVocabulary(std::string_view token, const Vocabulary& vocabulary, Language language);

} // namespace zhuyi
