#include "ui/attention/ModelTitle.h"

#include "ui/attention/ModelName.h"
#include "ui/client/ModelFileName.h"

namespace zhuyi {

ModelTitle::ModelTitle(const ModelSummary& model, int run)
    : run_(run), file_(modelFileName(model)), model_(ModelName::of(model.settings)),
      isGuided_(model.settings.guided_attention > 0) {}

QString ModelTitle::text() const {
    const QString guided = isGuided_ ? tr("guided attention") : tr("attention unguided");
    const QString model = run_ > 0 ? tr("Run %1").arg(run_) : file_.isEmpty() ? tr("Opened model") : file_;
    return model + QStringLiteral(" · ") + guided;
}

} // namespace zhuyi
