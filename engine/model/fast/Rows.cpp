#include "engine/model/fast/Rows.h"

#include "engine/model/fast/Kernels.h"

#include <algorithm>

namespace zhuyi::fast {

void copyRows(ConstView from, View into) {
    for (std::int64_t i = 0; i < from.rows; ++i)
        std::copy_n(from.row(i), from.columns, into.row(i));
}

void gatherRows(ConstView from, const std::vector<std::int64_t>& places, View into) {
    for (std::int64_t i = 0; i < into.rows; ++i)
        std::copy_n(from.row(places[static_cast<std::size_t>(i)]), into.columns, into.row(i));
}

void scatterRows(ConstView from, const std::vector<std::int64_t>& places, View into) {
    for (std::int64_t i = 0; i < from.rows; ++i)
        std::copy_n(from.row(i), from.columns, into.row(places[static_cast<std::size_t>(i)]));
}

void addScatteredRows(ConstView from, const std::vector<std::int64_t>& places, View into) {
    for (std::int64_t i = 0; i < from.rows; ++i)
        addRow(into.row(places[static_cast<std::size_t>(i)]), from.row(i), from.columns);
}

void sumRows(ConstView rows, View sum) {
    std::fill_n(sum.data, sum.columns, 0.0F);
    for (std::int64_t i = 0; i < rows.rows; ++i)
        addRow(sum.data, rows.row(i), rows.columns);
}

void dropRows(const DropoutMask& mask, const std::vector<std::int64_t>& places, View units) {
    for (std::int64_t i = 0; i < units.rows && !mask.keepsAll(); ++i)
        mask.apply(units.row(i), units.row(i), units.columns, places[static_cast<std::size_t>(i)]);
}

void scaleRows(float factor, View units) {
    if (factor == 1)
        return;
    for (std::int64_t i = 0; i < units.rows; ++i)
        std::transform(units.row(i), units.row(i) + units.columns, units.row(i),
                       [factor](float unit) { return factor * unit; });
}

} // namespace zhuyi::fast
