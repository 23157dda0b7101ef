#include "ui/attention/GoldShare.h"

#include <algorithm>
#include <map>

namespace zhuyi {

std::optional<double> goldShare(const AttentionMap& map) {
    const bool hasAttention =
        std::any_of(map.weights.begin(), map.weights.end(), [](float weight) { return weight != 0; });
    if (!map.gold || !hasAttention)
        return std::nullopt;
    std::map<std::uint32_t, double> rows;
    for (const GoldCell& cell : *map.gold)
        if (cell.row < map.rows() && cell.column < map.columns())
            rows[cell.row] += static_cast<double>(map.at(cell.row, cell.column));
    if (rows.empty())
        return std::nullopt;
    double sum = 0;
    for (const auto& [row, share] : rows)
        sum += share;
    return sum / static_cast<double>(rows.size());
}

const GoldCell* goldAt(const AttentionMap& map, int row, int column) {
    if (map.gold)
        for (const GoldCell& cell : *map.gold)
            if (static_cast<int>(cell.row) == row && static_cast<int>(cell.column) == column)
                return &cell;
    return nullptr;
}

} // namespace zhuyi
