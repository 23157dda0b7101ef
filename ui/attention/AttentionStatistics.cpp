#include "ui/attention/AttentionStatistics.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

std::vector<double> rowEntropies(const AttentionMap& map) {
    std::vector<double> entropies;
    entropies.reserve(map.rows());
    for (std::size_t row = 0; row < map.rows(); ++row) {
        // −Σ (a/s) log₂ (a/s) = log₂ s − (Σ a log₂ a) / s
        double sum = 0, weighted = 0;
        for (std::size_t column = 0; column < map.columns(); ++column) {
            const double a = static_cast<double>(map.at(row, column));
            if (a > 0) {
                sum += a;
                weighted += a * std::log2(a);
            }
        }
        entropies.push_back(sum > 0 ? std::max(0.0, std::log2(sum) - weighted / sum) : 0);
    }
    return entropies;
}

double greatestEntropy(std::size_t columns) {
    return columns > 0 ? std::log2(static_cast<double>(columns)) : 0;
}

std::vector<double> coverages(const AttentionMap& map) {
    std::vector<double> sums(map.columns(), 0);
    for (std::size_t row = 0; row < map.rows(); ++row)
        for (std::size_t column = 0; column < map.columns(); ++column)
            sums[column] += static_cast<double>(map.at(row, column));
    return sums;
}

} // namespace zhuyi
