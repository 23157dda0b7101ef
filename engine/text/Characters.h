#pragma once

#include <string_view>

namespace zhuyi {

/// Chinese characters and the kana between them: what a dictionary cuts into words.
bool isHan(char32_t c);

/// A letter, mark or digit of a script that writes its words apart.
bool isWordCharacter(char32_t c);

bool isDigit(char32_t c);

/// Where the word that begins at `position` ends. Between its letters and digits stand apostrophes, hyphens and points
/// ("o'clock", "e-mail", "3.5"), between digits commas, colons and slashes too ("1,000", "2:30", "1/2"); initials keep
/// their last point ("U.S.").
std::size_t wordEnd(std::string_view text, std::size_t position);

/// Where the run of one repeated sign ends ("...", "——"); one character further for other signs.
std::size_t signEnd(std::string_view text, std::size_t position);

} // namespace zhuyi
