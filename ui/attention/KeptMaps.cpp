#include "ui/attention/KeptMaps.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

void KeptMaps::add(const std::string& source, const std::string& reference, AttentionMapPtr map) {
    if (map)
        entries_.push_back({source, reference, std::move(map)});
}

AttentionMapPtr KeptMaps::find(const std::string& source, const std::string& reference) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.source == source && entry.reference == reference;
    });
    return found == entries_.end() ? nullptr : found->map;
}

} // namespace zhuyi
