#pragma once

#include "engine/session/AttentionMap.h"

#include <vector>

namespace zhuyi {

/// How spread out the attention of each target token is: one value a row, in bits. H(i) = −Σⱼ aᵢⱼ log₂ aᵢⱼ (Shannon
/// 1948), with the row made to sum to 1 first; 0 where all of it lies on one source token, log₂ n where it is even over
/// n. A row without any attention has 0.
std::vector<double> rowEntropies(const AttentionMap& map);

/// The entropy of even attention over so many source tokens, in bits: log₂ n; 0 for none.
double greatestEntropy(std::size_t columns);

/// How much attention each source token got over the whole translation: one value a column, Σᵢ aᵢⱼ (the linguistic
/// coverage of Tu et al. 2016 with one target word a source word). Near 0: passed over; far above 1: looked at again
/// and again. The values of a map sum to its number of rows.
std::vector<double> coverages(const AttentionMap& map);

} // namespace zhuyi
