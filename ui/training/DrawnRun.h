#pragma once

#include "ui/training/RunData.h"

#include <QColor>
#include <QString>

#include <memory>

namespace zhuyi {

/// A run among those drawn over each other.
struct DrawnRun {
    enum class Kind { AtHand, Before, Compared };

    std::shared_ptr<const RunData> data;
    Kind kind = Kind::AtHand;
    QString name;  // in legends; none: it is in none
    QColor colour; // of its family of curves; none: each curve has its own
    bool isVisible = true;
};

} // namespace zhuyi
