#pragma once

#include "engine/session/Event.h"
#include "engine/session/MapHistory.h"
#include "engine/session/Reports.h"
#include "engine/session/Settings.h"
#include "engine/text/Vocabulary.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zhuyi {

class Seq2Seq;

/// What a model needs besides its weights, and what is known of how it came about.
struct ModelRecord {
    Settings settings;
    Vocabulary source;
    Vocabulary target;
    std::int64_t step = 0;
    std::map<std::string, double> metrics;    // under the names of the log
    std::vector<LearningRateSet> rateChanges; // in the midst of the run, in ascending order of their steps
    std::string corpus;                       // name of the corpus file
    std::vector<std::int64_t> devLines;       // 1-based, in the corpus
    std::vector<std::int64_t> testLines;
    std::string programVersion, torchVersion, blas;
    int threads = 0;

    /// Of a run that went on: back to what it was after `bestStep`. Later changes of the rate had no part in that.
    void becomesBest(std::int64_t bestStep, std::map<std::string, double> bestMetrics);
};

/// A network and its record.
struct Model {
    ModelRecord record;
    std::shared_ptr<Seq2Seq> network;
    std::string path; // empty while it has no file
    /// How its attention to the sentences that were watched formed; shared by its copies. Null where nothing is known.
    std::shared_ptr<MapHistory> timeline;

    ModelSummary summary() const;
};

} // namespace zhuyi
