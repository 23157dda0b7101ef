#include "ui/attention/PaintableHeatmap.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace zhuyi {

PaintableHeatmap::PaintableHeatmap(QWidget* parent) : HeatmapView(parent) {
    viewport()->setCursor(Qt::CrossCursor);
}

void PaintableHeatmap::setPaintedRows(std::set<int> rows) {
    paintedRows_ = std::move(rows);
    viewport()->update();
}

void PaintableHeatmap::setChosenRow(int row) {
    chosen_ = row;
    viewport()->update();
}

void PaintableHeatmap::choose(int row) {
    if (row == chosen_)
        return;
    setChosenRow(row);
    Q_EMIT rowChosen(row);
}

/// The columns that share the weight of a row that was painted before.
std::set<int> PaintableHeatmap::weighted(int row) const {
    std::set<int> columns;
    for (int column = 0; column < static_cast<int>(map()->columns()); ++column)
        if (value(row, column) > 0)
            columns.insert(column);
    return columns;
}

std::vector<float> PaintableHeatmap::shared() const {
    std::vector<float> weights(map()->columns(), 0);
    for (const int column : brushed_)
        weights[static_cast<std::size_t>(column)] = 1.0f / static_cast<float>(brushed_.size());
    return weights;
}

void PaintableHeatmap::brush(int column, bool adds) {
    if (!adds)
        brushed_.clear();
    brushed_.insert(column);
    Q_EMIT painting(brushRow_, shared());
}

void PaintableHeatmap::mousePressEvent(QMouseEvent* event) {
    HeatmapView::mouseMoveEvent(event); // where the pointer is now
    if (event->button() != Qt::LeftButton || !map() || pointedRow() < 0)
        return;
    choose(pointedRow());
    if (pointedColumn() < 0)
        return; // on the row's label
    brushRow_ = pointedRow();
    const bool adds = event->modifiers() & Qt::ShiftModifier && paintedRows_.count(brushRow_) > 0;
    brushed_ = adds ? weighted(brushRow_) : std::set<int>();
    brush(pointedColumn(), adds);
}

void PaintableHeatmap::mouseMoveEvent(QMouseEvent* event) {
    HeatmapView::mouseMoveEvent(event);
    // Once begun, the brush stays in its row wherever the pointer goes.
    if (brushRow_ >= 0 && pointedColumn() >= 0 && brushed_.count(pointedColumn()) == 0)
        brush(pointedColumn(), true);
}

void PaintableHeatmap::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && brushRow_ >= 0)
        Q_EMIT painted(std::exchange(brushRow_, -1));
}

void PaintableHeatmap::keyPressEvent(QKeyEvent* event) {
    const int row = pointedRow(), column = pointedColumn();
    if (event->key() == Qt::Key_Space && row >= 0 && column >= 0) {
        choose(row);
        brushRow_ = row;
        const bool adds = event->modifiers() & Qt::ShiftModifier && paintedRows_.count(row) > 0;
        brushed_ = adds ? weighted(row) : std::set<int>();
        brush(column, adds);
        brushRow_ = -1;
        Q_EMIT painted(row);
        return;
    }
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && row >= 0) {
        Q_EMIT givenBack(row);
        return;
    }
    HeatmapView::keyPressEvent(event);
    if (pointedRow() >= 0 && pointedRow() != row)
        choose(pointedRow());
}

void PaintableHeatmap::paintEvent(QPaintEvent* event) {
    HeatmapView::paintEvent(event);
    if (!map() || map()->columns() == 0)
        return;
    QPainter painter(viewport());
    painter.setClipRect(cellLayout().window.adjusted(-16, -2, 16, 2));
    const QColor accent = palette().color(QPalette::Highlight);
    const int rows = static_cast<int>(map()->rows()), last = static_cast<int>(map()->columns()) - 1;
    for (const int row : paintedRows_) {
        if (row >= rows)
            continue;
        // A frame, and a pencil's point at its end.
        const QRect cells = cellRect(row, 0).united(cellRect(row, last)).adjusted(1, 1, -2, -2);
        painter.setPen(QPen(accent, 2, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cells);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        const QPointF tip(cells.right() + 4, cells.center().y() + 0.5);
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(7, -4.5), tip + QPointF(7, 4.5)}));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

} // namespace zhuyi
