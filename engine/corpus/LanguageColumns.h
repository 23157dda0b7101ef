#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// Which columns of a file hold what, 0-based.
struct LanguageColumns {
    int columns = 0; // that most lines have
    int chinese = 0;
    int english = 1;
};

/// The cells of a line, between its tabs.
void splitColumns(std::string_view line, std::vector<std::string_view>& cells);

/// Found by script over a sample of lines with two cells or more: Chinese is where most is Han,
/// English the other column most of whose characters are Latin letters (so that numbers, language codes and
/// attributions are passed over). Nothing where there are not both.
std::optional<LanguageColumns> findColumns(const std::vector<std::string_view>& lines);

} // namespace zhuyi
