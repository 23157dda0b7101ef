#include "ui/attention/HeatmapView.h"

#include "ui/attention/HeatmapStatistics.h"

#include <QScrollBar>

#include <algorithm>

namespace zhuyi {

HeatmapView::HeatmapView(QWidget* parent) : LaidOutView(parent) {}

void HeatmapView::setValuesShown(bool shown) {
    MapStyle style = mapStyle();
    style.values = shown;
    setMapStyle(style);
}

void HeatmapView::relayout() {
    layout_ = HeatmapLayout::fit(drawing(), viewport()->size(), zoom());
    const QSize cells = layout_.cells(drawing().map);
    horizontalScrollBar()->setPageStep(layout_.window.width());
    horizontalScrollBar()->setRange(0, std::max(0, cells.width() - layout_.window.width()));
    verticalScrollBar()->setPageStep(layout_.window.height());
    verticalScrollBar()->setRange(0, std::max(0, cells.height() - layout_.window.height()));
    // Showing a scroll bar resizes the viewport and comes here again, so the layout may be newer now.
    layout_.scrollX = horizontalScrollBar()->value();
    layout_.scrollY = verticalScrollBar()->value();
}

void HeatmapView::redraw() {
    if (layout_.statistics != HeatmapLayout::showsStatistics(drawing(), viewport()->size()))
        relayout();
    LaidOutView::redraw();
}

void HeatmapView::scrollContentsBy(int, int) {
    layout_.scrollX = horizontalScrollBar()->value();
    layout_.scrollY = verticalScrollBar()->value();
    LaidOutView::redraw();
}

AttentionView::Place HeatmapView::placeAt(const QPoint& point) const {
    return {layout_.rowAt(point, rows()), layout_.columnAt(point, columns())};
}

QString HeatmapView::toolTipAt(const QPoint& point) const {
    const QString statistics =
        layout_.statistics ? HeatmapStatistics::explanation(drawing(), layout_, point) : QString();
    return statistics.isEmpty() ? AttentionView::toolTipAt(point) : statistics;
}

void HeatmapView::scrollTo(const Place& place) {
    const QRect cell = layout_.cell(place.row, place.column), window = layout_.window;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, cell.left() - window.left()) +
                                    std::max(0, cell.right() - window.right()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, cell.top() - window.top()) +
                                  std::max(0, cell.bottom() - window.bottom()));
}

QPointF HeatmapView::contentAt(const QPointF& point) const {
    return {(point.x() - layout_.x(0)) / layout_.cellWidth, (point.y() - layout_.y(0)) / layout_.cellHeight};
}

QPointF HeatmapView::pointOf(const QPointF& content) const {
    return {layout_.x(0) + content.x() * layout_.cellWidth, layout_.y(0) + content.y() * layout_.cellHeight};
}

} // namespace zhuyi
