#pragma once

#include "engine/session/Settings.h"

#include <QCoreApplication>
#include <QString>

namespace zhuyi {

/// A model in a few words: its preset and its score function, such as "small · additive attention".
class ModelName {
    Q_DECLARE_TR_FUNCTIONS(ModelName)
  public:
    static QString of(const Settings& settings);
};

} // namespace zhuyi
