#include "ui/attention/HeatmapView.h"

#include "ui/attention/HeatmapStatistics.h"
#include "ui/attention/MapFooter.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace zhuyi {

namespace {

bool showsStatistics(const MapDrawing& drawing, const QSize& surface) {
    constexpr int leastWidth = 260; // pixels; in less, the cells need all of it
    return surface.width() >= leastWidth && drawing.style.statistics && !drawing.map.isDifference() &&
           drawing.map.hasWeights();
}

} // namespace

HeatmapView::HeatmapView(QWidget* parent) : AttentionView(parent), painter_(drawing()) {}

void HeatmapView::setValuesShown(bool shown) {
    MapStyle style = mapStyle();
    style.values = shown;
    setMapStyle(style);
}

Picture HeatmapView::picture() const {
    return pictureOf(drawing(), layout_);
}

AttentionView::PictureMaker HeatmapView::pictureMaker() const {
    return [](const MapDrawing& drawing, const QSize& surface) { return pictureOf(drawing, surface); };
}

Picture HeatmapView::pictureOf(const MapDrawing& drawing, const QSize& surface) {
    return pictureOf(drawing, HeatmapLayout::fit(drawing.map, showsStatistics(drawing, surface), surface, 1));
}

Picture HeatmapView::pictureOf(const MapDrawing& drawing, const HeatmapLayout& fitted) {
    if (drawing.map.isEmpty())
        return {};
    MapDrawing shown = drawing;
    shown.pointedRow = shown.pointedColumn = -1;
    const HeatmapLayout layout = fitted.whole(shown.map, MapFooter::wordsOfPicture(shown));
    return {layout.surface, [shown, layout](QPaintDevice& device) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), layout.surface), shown.paper());
                HeatmapPainter(shown).paint(painter, layout, true);
            }};
}

void HeatmapView::relayout() {
    layout_ =
        HeatmapLayout::fit(drawing().map, showsStatistics(drawing(), viewport()->size()), viewport()->size(), zoom());
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
    if (layout_.statistics != showsStatistics(drawing(), viewport()->size()))
        relayout();
    painter_.invalidate();
    viewport()->update();
}

void HeatmapView::scrollContentsBy(int, int) {
    layout_.scrollX = horizontalScrollBar()->value();
    layout_.scrollY = verticalScrollBar()->value();
    painter_.invalidate();
    viewport()->update();
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

void HeatmapView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (hasPicture())
        painter_.paint(painter, layout_, false);
    MapFooter::paintCaption(painter, drawing(), caption(),
                            hasPicture() ? layout_.window : QRect(QPoint(), layout_.surface), layout_.surface);
}

} // namespace zhuyi
