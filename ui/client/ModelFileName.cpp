#include "ui/client/ModelFileName.h"

#include <QFileInfo>

namespace zhuyi {

QString modelFileName(const ModelSummary& model) {
    const QString name = QFileInfo(QString::fromStdString(model.path)).fileName();
    return model.together.empty() ? name : QStringLiteral("%1 + %2").arg(name).arg(model.together.size());
}

} // namespace zhuyi
