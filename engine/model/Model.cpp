#include "engine/model/Model.h"

#include "engine/model/Seq2Seq.h"

namespace zhuyi {

ModelSummary Model::summary() const {
    return {path,
            record.settings,
            network->parameterCount(),
            record.source.size(),
            record.target.size(),
            record.step,
            record.metrics};
}

} // namespace zhuyi
