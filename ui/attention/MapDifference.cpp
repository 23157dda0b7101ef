#include "ui/attention/MapDifference.h"

namespace zhuyi {

MapDifference::Comparable MapDifference::comparable(const AttentionMap& before, const AttentionMap& after) {
    if (before.sourceTokens != after.sourceTokens)
        return Comparable::OtherSource;
    return before.targetTokens == after.targetTokens ? Comparable::Yes : Comparable::OtherTarget;
}

QString MapDifference::obstacle(Comparable comparable) {
    switch (comparable) {
    case Comparable::OtherSource:
        return tr("The two maps are of different sentences, so there is no difference to show.");
    case Comparable::OtherTarget:
        return tr("The model wrote different words at the two moments, so there is no difference to show. A sentence "
                  "with a reference translation keeps its words.");
    case Comparable::Yes:
        break;
    }
    return {};
}

std::optional<AttentionMap> MapDifference::of(const AttentionMap& before, const AttentionMap& after) {
    if (comparable(before, after) != Comparable::Yes)
        return std::nullopt;
    AttentionMap result = after;
    for (std::size_t i = 0; i < result.weights.size(); ++i)
        result.weights[i] -= before.weights[i];
    return result;
}

} // namespace zhuyi
