#pragma once

#include "engine/session/Settings.h"

#include <string>

namespace zhuyi {

/// How the tokenizer named by the settings of one side cuts this language: "mixed" means the characters of Chinese and
/// the subwords of English.
std::string sourceTokenizerKind(const Settings& settings);
std::string targetTokenizerKind(const Settings& settings);

bool hasSubwordsOnBothSides(const Settings& settings);
/// Whether source and target have one vocabulary.
bool hasJointVocabulary(const Settings& settings);

} // namespace zhuyi
