#include "engine/metrics/AlignmentErrorRate.h"

#include <algorithm>

namespace zhuyi {

namespace {

double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

void AlignmentErrorRate::add(const std::vector<AlignmentLink>& links, const AlignmentLink* goldBegin,
                             const AlignmentLink* goldEnd) {
    if (goldBegin == goldEnd)
        return;
    links_ += static_cast<std::int64_t>(links.size());
    sure_ += std::count_if(goldBegin, goldEnd, [](const AlignmentLink& gold) { return gold.sure; });
    for (const auto& link : links) {
        const auto* found = std::find_if(goldBegin, goldEnd, [&](const AlignmentLink& gold) {
            return gold.source == link.source && gold.target == link.target;
        });
        if (found != goldEnd) {
            ++inPossible_;
            inSure_ += found->sure;
        }
    }
}

void AlignmentErrorRate::add(const AlignmentErrorRate& other) {
    links_ += other.links_;
    sure_ += other.sure_;
    inSure_ += other.inSure_;
    inPossible_ += other.inPossible_;
}

std::optional<AlignmentScore> AlignmentErrorRate::score() const {
    if (links_ + sure_ == 0)
        return std::nullopt;
    return AlignmentScore{1 - share(inSure_ + inPossible_, links_ + sure_), share(inPossible_, links_),
                          share(inSure_, sure_)};
}

} // namespace zhuyi
