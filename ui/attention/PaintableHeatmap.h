#pragma once

#include "ui/attention/HeatmapView.h"

#include <set>
#include <vector>

namespace zhuyi {

/// A heatmap in which the weight of a row is put on other source words: by dragging over cells, or with the space bar.
/// What was painted is marked.
class PaintableHeatmap : public HeatmapView {
    Q_OBJECT
  public:
    explicit PaintableHeatmap(QWidget* parent = nullptr);

    void setPaintedRows(std::set<int> rows);
    /// The row whose weights are looked at one by one; −1 for none.
    void setChosenRow(int row);
    int chosenRow() const { return chosen_; }

  Q_SIGNALS:
    void rowChosen(int row);
    /// While it is being painted: the weights that the row would have.
    void painting(int row, const std::vector<float>& weights);
    /// The mouse button is up: this is meant.
    void painted(int row);
    void givenBack(int row);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void choose(int row);
    void brush(int column, bool adds);
    std::set<int> weighted(int row) const;
    std::vector<float> shared() const;

    std::set<int> paintedRows_;
    std::set<int> brushed_; // columns of the row under the brush
    int brushRow_ = -1, chosen_ = -1;
};

} // namespace zhuyi
