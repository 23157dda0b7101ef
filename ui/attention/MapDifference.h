#pragma once

#include "engine/session/AttentionMap.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace zhuyi {

/// Two attention maps of one sentence, held against each other cell by cell.
class MapDifference {
    Q_DECLARE_TR_FUNCTIONS(MapDifference)
  public:
    /// A cell of one map stands for the same two words as that of the other only where all tokens are equal; a greedy
    /// translation that has changed asks about other words.
    enum class Comparable { Yes, OtherSource, OtherTarget };
    static Comparable comparable(const AttentionMap& before, const AttentionMap& after);

    /// What to tell the user; empty where they can be compared.
    static QString obstacle(Comparable comparable);

    /// after − before: weights from −1 to 1, each row sums to 0; step and gold are those of `after`. Nothing where they
    /// cannot be compared.
    static std::optional<AttentionMap> of(const AttentionMap& before, const AttentionMap& after);
};

} // namespace zhuyi
