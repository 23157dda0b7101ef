#pragma once

#include "engine/session/Event.h"

#include <QString>

#include <vector>

namespace zhuyi {

/// What was measured over one run, as curves show it beside those of the run at hand.
struct RunSeries {
    QString name;
    Settings settings;
    std::vector<StepReport> steps; // ascending; thinned where there were very many
    std::vector<ValidationReport> validations;
    std::vector<LearningRateSet> rateChanges;
    std::vector<LengthScore> byLength; // empty where it was not measured
};

} // namespace zhuyi
