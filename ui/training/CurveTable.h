#pragma once

#include "engine/session/Reports.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace zhuyi {

/// The numbers behind the curves, as a table of comma-separated values: a line for each step, with what was measured
/// there. Columns for the alignment stand in it where it was ever measured.
struct CurveTable {
    struct Step {
        std::int64_t step;
        double loss, smoothed;
    };
    struct Validation {
        double loss;
        std::optional<AlignmentScore> alignment;
    };
    std::vector<Step> steps;                       // ascending
    std::map<std::int64_t, Validation> validations; // by step

    QByteArray csv() const;
};

} // namespace zhuyi
