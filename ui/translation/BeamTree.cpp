#include "ui/translation/BeamTree.h"

#include <algorithm>

namespace zhuyi {

BeamTree::BeamTree(const Translation& translation, bool withPruned) {
    std::vector<int> before; // where the last step's nodes stand in nodes_; −1: left out
    for (std::size_t step = 0; step < translation.beam.size(); ++step) {
        const auto& weighed = translation.beam[step];
        const auto parentOf = [&](std::size_t k) {
            const int parent = weighed[k].parent;
            return step > 0 && parent >= 0 && parent < static_cast<int>(before.size())
                       ? before[static_cast<std::size_t>(parent)]
                       : -1;
        };
        std::vector<std::size_t> order;
        for (std::size_t k = 0; k < weighed.size(); ++k)
            if ((weighed[k].isKept || withPruned) && (step == 0 || parentOf(k) >= 0))
                order.push_back(k);
        // Children stand in their parents' order, so lines do not cross; of one parent the best first.
        std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
            const int a = parentOf(x), b = parentOf(y);
            return a != b ? a < b : weighed[x].total > weighed[y].total;
        });
        std::vector<int> places(weighed.size(), -1);
        for (std::size_t slot = 0; slot < order.size(); ++slot) {
            places[order[slot]] = static_cast<int>(nodes_.size());
            nodes_.push_back(
                {static_cast<int>(step), static_cast<int>(slot), parentOf(order[slot]), weighed[order[slot]], false});
        }
        rows_ = std::max(rows_, static_cast<int>(order.size()));
        if (!order.empty())
            steps_ = static_cast<int>(step) + 1;
        before = std::move(places);
    }
    if (translation.attention)
        markBest(translation.attention->targetTokens);
}

void BeamTree::markBest(const std::vector<std::string>& tokens) {
    // The longest way along the translation's tokens; an unknown word may stand there replaced.
    int at = -1;
    std::vector<int> way;
    for (const std::string& token : tokens) {
        int next = -1;
        for (const int child : children(at)) {
            const Node& one = nodes_[static_cast<std::size_t>(child)];
            if (one.node.isKept && (one.node.token == token || (next < 0 && one.node.token == "<unk>")))
                next = child;
        }
        if (next < 0)
            break;
        way.push_back(next);
        at = next;
    }
    for (const int index : way)
        nodes_[static_cast<std::size_t>(index)].isBest = true;
}

std::vector<int> BeamTree::path(int index) const {
    std::vector<int> way;
    for (int at = index; at >= 0; at = nodes_[static_cast<std::size_t>(at)].parent)
        way.push_back(at);
    std::reverse(way.begin(), way.end());
    return way;
}

std::vector<int> BeamTree::children(int index) const {
    const int step = index < 0 ? 0 : nodes_[static_cast<std::size_t>(index)].step + 1;
    std::vector<int> found;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].step == step && (step == 0 || nodes_[i].parent == index))
            found.push_back(static_cast<int>(i));
    return found;
}

} // namespace zhuyi
