#pragma once

#include "engine/session/Settings.h"

#include <string>

namespace zhuyi {

struct TrainOptions {
    std::string corpus, model, dev, log;
    std::string alignments, devAlignments;
    bool oneBased = false;
    Settings settings;
    double minutes = 0;
    bool resume = false;
    bool record = false; // see RunFolder.h
};

/// `zhuyi train`: answers the exit code; throws Failure.
int train(const TrainOptions& options);

} // namespace zhuyi
