#pragma once

#include <cstdint>
#include <vector>

namespace zhuyi::fast {

/// One side of a batch without its padding.
struct Tokens {
    std::vector<std::int64_t> lengths; // of each sentence
    std::vector<std::int64_t> ids;     // of each row
    std::vector<std::int64_t> paddedRows; // each row's number in the padded batch
    std::vector<std::int64_t> maskRows;   // each row's number to DropoutMask; empty where nothing is dropped
};

} // namespace zhuyi::fast
