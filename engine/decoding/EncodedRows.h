#pragma once

#include "engine/model/Seq2Seq.h"

#include <vector>

namespace zhuyi {

/// Makes row i of what a search carries from step to step what row `rows[i]` was. With `memory` false the memory stays as
/// it is, for rows that keep their sentences.
void selectRows(Seq2Seq::Encoded& encoded, const std::vector<std::int64_t>& rows, bool memory);

} // namespace zhuyi
