#include "engine/model/Model.h"

#include "engine/model/Seq2Seq.h"

#include <utility>

namespace zhuyi {

void ModelRecord::becomesBest(std::int64_t bestStep, std::map<std::string, double> bestMetrics) {
    step = bestStep;
    metrics = std::move(bestMetrics);
    while (!rateChanges.empty() && rateChanges.back().step >= bestStep)
        rateChanges.pop_back();
}

ModelSummary Model::summary() const {
    return {path,        record.settings, network->parameterCount(), record.source.size(), record.target.size(),
            record.step, record.metrics};
}

} // namespace zhuyi
