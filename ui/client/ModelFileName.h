#pragma once

#include "engine/session/Reports.h"

#include <QString>

namespace zhuyi {

/// The name of the model's file, with the number of models that translate together with it: "best.zhuyi + 2". Empty while
/// it has no file.
QString modelFileName(const ModelSummary& model);

} // namespace zhuyi
