#pragma once

#include <string_view>

namespace zhuyi {

/// Whether English writes this lower-case word with a capital wherever it stands ("i", "monday", "chinese").
bool isEnglishName(std::string_view word);

} // namespace zhuyi
