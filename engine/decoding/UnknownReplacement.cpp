#include "engine/decoding/UnknownReplacement.h"

#include <algorithm>

namespace zhuyi {

std::vector<std::string> replaceUnknown(std::vector<std::string> words, const std::vector<bool>& isUnknown,
                                        const std::vector<float>& attention, const std::vector<std::string>& source,
                                        const std::unordered_map<std::string, std::string>& dictionary) {
    for (std::size_t i = 0; i < words.size() && !source.empty(); ++i) {
        if (!isUnknown[i])
            continue;
        const auto row = attention.begin() + static_cast<std::ptrdiff_t>(i * source.size());
        const auto most = std::max_element(row, row + static_cast<std::ptrdiff_t>(source.size()));
        if (*most <= 0)
            continue;
        const auto& seen = source[static_cast<std::size_t>(most - row)];
        const auto entry = dictionary.find(seen);
        words[i] = entry == dictionary.end() ? seen : entry->second;
    }
    return words;
}

} // namespace zhuyi
