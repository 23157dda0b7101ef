#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace zhuyi {

/// The attention of one target word as bars, one a source word, that are dragged up and down; the others give way so
/// that all still sum to 1.
class RowWeights : public QWidget {
    Q_OBJECT
  public:
    explicit RowWeights(QWidget* parent = nullptr);

    void setWeights(const QStringList& labels, const std::vector<float>& weights);
    const std::vector<float>& weights() const { return weights_; }
    /// The place of a bar at its full height.
    QRect barRect(int index) const;
    int chosen() const { return chosen_; }

    /// `weights` with one of them set, the others scaled so that the sum is 1.
    static std::vector<float> withWeight(std::vector<float> weights, int index, double weight);

    QSize sizeHint() const override { return {300, 92}; }
    QSize minimumSizeHint() const override { return {160, 70}; }

  Q_SIGNALS:
    void weighing(const std::vector<float>& weights);
    /// The mouse button is up, or a key was pressed: this is meant.
    void weighed();

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    int indexAt(const QPoint& point) const;
    void drag(const QPoint& point);
    void put(double weight);
    void describe();

    QStringList labels_;
    std::vector<float> weights_;
    int chosen_ = -1;
    bool isDragging_ = false;
};

} // namespace zhuyi
