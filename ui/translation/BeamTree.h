#pragma once

#include "engine/session/Translation.h"

#include <string>
#include <vector>

namespace zhuyi {

/// A beam search as a tree that can be drawn: a column for each step, and in it the nodes in such an order that no two
/// lines cross.
class BeamTree {
  public:
    struct Node {
        int step = 0;
        int slot = 0;    // its place in the column, from the top
        int parent = -1; // among nodes(); −1: the beginning
        BeamNode node;
        bool isBest = false; // on the way to the translation that the search chose
    };

    BeamTree() = default;
    explicit BeamTree(const Translation& translation, bool withPruned);

    const std::vector<Node>& nodes() const { return nodes_; }
    int steps() const { return steps_; }
    int rows() const { return rows_; } // of the fullest column
    bool isEmpty() const { return nodes_.empty(); }
    /// From the beginning to this node.
    std::vector<int> path(int index) const;
    std::vector<int> children(int index) const; // −1: of the beginning

  private:
    void markBest(const std::vector<std::string>& tokens);

    std::vector<Node> nodes_; // step by step, from the top
    int steps_ = 0, rows_ = 0;
};

} // namespace zhuyi
