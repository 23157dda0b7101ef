#pragma once

#include <cstdint>
#include <string_view>

namespace zhuyi {

/// The same for characters that tokenizers make one of: capitals and small letters, full and half width, the kinds of
/// quotation marks and dashes.
char32_t likeness(char32_t c);

/// A hash (FNV-1a) of a text's characters by their likeness, without spaces and with any run of points as one: the same
/// for a sentence and for its tokens one after another.
std::uint64_t likenessHash(std::string_view text);

} // namespace zhuyi
