#pragma once

#include <string>
#include <string_view>

namespace zhuyi {

/// The text in simplified characters, by OpenCC's dictionaries of characters and phrases; what is simplified stays as
/// it is. May be called by several threads. Throws Failure (Internal) where the dictionaries are not installed.
std::string simplifiedChinese(std::string_view text);

} // namespace zhuyi
