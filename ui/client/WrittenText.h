#pragma once

#include "engine/session/AttentionMap.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace zhuyi {

/// "The model writes …" with the moment that it belongs to: while a model trains, what stands in one place may be older
/// than what stands in another.
class WrittenText {
    Q_DECLARE_TR_FUNCTIONS(WrittenText)
  public:
    /// With "%1" where the translation goes. `map`: of that translation; null where it is not known.
    static QString pattern(const AttentionMapPtr& map) {
        if (!map || map->step <= 0)
            return tr("The model writes: %1");
        //: %1: how many steps the model has been trained, %2: its translation
        return tr("At step %1 the model writes: %2").arg(stepText(map), QStringLiteral("%1"));
    }
    static QString stepText(const AttentionMapPtr& map) {
        return QLocale().toString(static_cast<qlonglong>(map->step));
    }
};

} // namespace zhuyi
