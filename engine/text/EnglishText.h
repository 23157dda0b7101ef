#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

class Capitals;

/// English text with the punctuation of a keyboard: straight quotes and apostrophes, "..." and "-", half-width signs.
std::string foldEnglish(std::string_view text);

/// Whether a point after this word, given in lower case, ends no sentence ("mr").
bool isTitle(std::string_view word);

std::string lowerCase(std::string_view text);

/// The text with the words lowered that begin its sentences, names and "I" aside: these have their capitals everywhere.
std::string lowerSentenceStarts(std::string_view text);
/// The text with a capital at the beginning of each sentence.
std::string raiseSentenceStarts(std::string_view text);

/// Tokens as an English sentence: signs beside their words, quotes in pairs, clitics ("'s", "n't") at theirs. With
/// `capitals`, words in lower case get theirs.
std::string joinEnglish(const std::vector<std::string>& tokens, const Capitals* capitals = nullptr);

} // namespace zhuyi
