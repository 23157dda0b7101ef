#pragma once

#include "ui/translation/BeamTree.h"

#include <QAbstractScrollArea>

namespace zhuyi {

/// Draws a beam search from left to right: what was kept in full lines, what was pruned faint and dashed, what is
/// finished with a mark, and the chosen translation in bold.
class BeamView : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit BeamView(QWidget* parent = nullptr);

    /// Zoom and place stay.
    void setTree(BeamTree tree);
    const BeamTree& tree() const { return tree_; }

    void setPointed(int index);
    int pointedNode() const { return pointed_; }
    /// In the viewport's coordinates.
    QRect nodeRect(int index) const;
    /// What is under the pointer, in words.
    QString readout() const;

    void setZoom(double zoom);
    double zoom() const { return zoom_; }
    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {220, 120}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomFit();

  Q_SIGNALS:
    void pointed(int index);

  protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    int nodeAt(const QPoint& point) const;
    int nearest(int step, int slot) const;
    QSize contents(double zoom) const;
    void relayout();
    void reveal(int index);
    void go(Qt::Key key);
    void paintLine(QPainter& painter, int index, bool onPath) const;
    void paintNode(QPainter& painter, int index, bool onPath) const;
    double columnWidth() const;
    double rowHeight() const;

    BeamTree tree_;
    int pointed_ = -1;
    double zoom_ = 1;
};

} // namespace zhuyi
