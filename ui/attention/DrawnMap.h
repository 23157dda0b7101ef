#pragma once

#include "engine/session/AttentionMap.h"
#include "ui/attention/MapLabels.h"

#include <QCoreApplication>
#include <QFont>

#include <vector>

namespace zhuyi {

/// A map, or the difference between two, with what drawing it needs, found out once. Rows are target words, columns
/// source words; −1 stands for none.
class DrawnMap {
    Q_DECLARE_TR_FUNCTIONS(DrawnMap)
  public:
    /// `isDifference`: the weights lie between −1 and 1.
    void setMap(AttentionMapPtr map, bool isDifference = false);
    /// Also to be called where the language has changed: the marks are named anew.
    void setFont(const QFont& font);

    const AttentionMapPtr& map() const { return map_; }
    const MapLabels& labels() const { return labels_; }
    bool isDifference() const { return isDifference_; }
    int rows() const { return map_ ? static_cast<int>(map_->rows()) : 0; }
    int columns() const { return map_ ? static_cast<int>(map_->columns()) : 0; }
    bool isEmpty() const { return rows() == 0 || columns() == 0; }
    double value(int row, int column) const;
    double largest() const { return largest_; } // of the absolute weights
    /// A model without attention has none.
    bool hasWeights() const { return largest_ > 0; }
    bool sourceIsChinese() const { return map_ && map_->sourceIsChinese; }
    const std::vector<double>& entropies() const { return entropies_; } // bits, one a row
    const std::vector<double>& coverages() const { return coverages_; } // one a column

    // Labels, in pixels.
    QFont font(int pixels, bool chinese) const;
    int basePixels() const;
    /// The widest of the labels in a font of this size.
    int widestSource(int pixels) const;
    int widestTarget(int pixels) const;

    /// Such as "today ← 今天  0.930  ·  true alignment"; empty where nothing is meant.
    QString readout(int row, int column) const;
    /// The same, and of a row or column alone what its label means.
    QString explanation(int row, int column) const;
    /// How much of the attention lies on the true alignment; empty where it is not known.
    QString goldSummary() const;

    static constexpr int leastFont = 9; // pixels; below this neither Chinese nor Latin reads

  private:
    QString withGold(const QString& text, const QString& separator, int row, int column) const;
    void readTokens();
    int widest(const QStringList& labels, int pixels, bool chinese) const;

    AttentionMapPtr map_;
    bool isDifference_ = false;
    QFont font_;
    MapLabels labels_;
    double largest_ = 0;
    int widestSource_ = 0, widestTarget_ = 0;
    std::vector<double> entropies_, coverages_;
};

} // namespace zhuyi
