#pragma once

#include "engine/session/AttentionMap.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace zhuyi {

/// An attention map in words: its tokens as people read them, and what is said of a row, a column or a cell. Rows are
/// target tokens, columns source tokens; −1 stands for none.
class MapLabels {
    Q_DECLARE_TR_FUNCTIONS(MapLabels)
  public:
    MapLabels() = default;
    /// `isDifference`: the weights are told with their signs.
    explicit MapLabels(AttentionMapPtr map, bool isDifference = false);
    /// Another map of the same tokens.
    void setWeights(AttentionMapPtr map, bool isDifference);

    const QStringList& source() const { return source_; }
    const QStringList& target() const { return target_; }
    /// Not a word: the end of the sentence, or something outside the vocabulary.
    bool isSourceMark(int column) const { return isMark(map_->sourceTokens[static_cast<std::size_t>(column)]); }
    bool isTargetMark(int row) const { return isMark(map_->targetTokens[static_cast<std::size_t>(row)]); }

    /// Such as "today ← 今天  0.930", or a word and what it attends to most; empty where nothing is meant.
    QString readout(int row, int column) const;
    /// The readout of a cell; of a row or column alone its label, or what its mark means.
    QString explanation(int row, int column) const;

  private:
    static bool isMark(const std::string& token);
    QString weightText(double weight) const;
    QString strongest(const std::vector<double>& weights, const QStringList& labels) const;

    AttentionMapPtr map_;
    bool isDifference_ = false;
    QStringList source_, target_;
};

} // namespace zhuyi
