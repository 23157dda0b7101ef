#include "engine/decoding/SearchDemands.h"

namespace zhuyi {

std::optional<std::int32_t> SearchDemands::forced(std::size_t sentence, std::int64_t row) const {
    if (constraints.empty() || row >= static_cast<std::int64_t>(constraints[sentence].prefix.size()))
        return std::nullopt;
    return constraints[sentence].prefix[static_cast<std::size_t>(row)];
}

SearchNetwork::Given SearchDemands::given(const std::vector<std::size_t>& sentences, std::int64_t row) const {
    SearchNetwork::Given given;
    if (constraints.empty())
        return given;
    for (const auto sentence : sentences) {
        const auto& rows = constraints[sentence].attention;
        const auto entry = rows.find(row);
        given.push_back(entry == rows.end() ? nullptr : &entry->second);
    }
    return given;
}

} // namespace zhuyi
