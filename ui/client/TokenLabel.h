#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace zhuyi {

/// A token as people read it: the model's marks become those that the heatmap shows.
inline QString tokenLabel(const std::string& token) {
    if (token == "</s>")
        return QCoreApplication::translate("MapLabels", "‹end›");
    if (token == "<unk>")
        return QCoreApplication::translate("MapLabels", "‹?›");
    return QString::fromStdString(token);
}

} // namespace zhuyi
