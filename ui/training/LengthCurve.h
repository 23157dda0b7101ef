#pragma once

#include "engine/session/Reports.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace zhuyi {

/// How well one model translates sentences of each length.
struct LengthCurve {
    QString name;
    std::vector<LengthScore> scores; // from short to long
    bool isVisible = true;
};

} // namespace zhuyi
