#include "ui/attention/ModelName.h"

#include "ui/training/RunSettingsDialog.h"

namespace zhuyi {

QString ModelName::of(const Settings& settings) {
    const std::string preset = RunSettingsDialog::presetNameOf(settings);
    const QString score = settings.attention == "additive"     ? tr("additive attention")
                          : settings.attention == "scaled_dot" ? tr("scaled dot-product attention")
                          : settings.attention == "dot"        ? tr("dot-product attention")
                          : settings.attention == "general"    ? tr("general attention")
                          : settings.attention == "none"       ? tr("no attention")
                                                               : QString::fromStdString(settings.attention);
    //: Of a model's settings: those of no preset
    return (preset.empty() ? tr("own settings") : QString::fromStdString(preset)) + QStringLiteral(" · ") + score;
}

} // namespace zhuyi
