#include "ui/attention/RibbonView.h"

#include "ui/attention/MapFooter.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr double nearEnough = 3; // pixels, beside a ribbon

} // namespace

RibbonView::RibbonView(QWidget* parent) : AttentionView(parent), painter_(drawing()) {
    connect(this, &AttentionView::pointed, this, &RibbonView::redraw); // other ribbons stand back
}

Picture RibbonView::picture() const {
    return pictureOf(drawing(), layout_);
}

AttentionView::PictureMaker RibbonView::pictureMaker() const {
    return [](const MapDrawing& drawing, const QSize& surface) { return pictureOf(drawing, surface); };
}

Picture RibbonView::pictureOf(const MapDrawing& drawing, const QSize& surface) {
    return pictureOf(drawing, RibbonLayout::fit(drawing.map, surface, 1));
}

Picture RibbonView::pictureOf(const MapDrawing& drawing, const RibbonLayout& fitted) {
    if (drawing.map.isEmpty())
        return {};
    MapDrawing shown = drawing;
    shown.pointedRow = shown.pointedColumn = -1;
    const RibbonLayout layout = fitted.whole(MapFooter::wordsOfPicture(shown));
    return {layout.surface, [shown, layout](QPaintDevice& device) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), layout.surface), shown.paper());
                RibbonPainter(shown).paint(painter, layout, true);
            }};
}

void RibbonView::relayout() {
    layout_ = RibbonLayout::fit(drawing().map, viewport()->size(), zoom());
    horizontalScrollBar()->setPageStep(layout_.window.width());
    horizontalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(std::ceil(layout_.contentWidth)) - layout_.window.width()));
    // Showing a scroll bar resizes the viewport and comes here again, so the layout may be newer now.
    layout_.scrollX = horizontalScrollBar()->value();
}

void RibbonView::redraw() {
    painter_.invalidate();
    viewport()->update();
}

void RibbonView::scrollContentsBy(int, int) {
    layout_.scrollX = horizontalScrollBar()->value();
    redraw();
}

AttentionView::Place RibbonView::placeAt(const QPoint& point) const {
    if (layout_.isEmpty())
        return {};
    if (point.y() < layout_.window.top())
        return {-1, layout_.wordAt(layout_.source, point.x())};
    if (point.y() > layout_.window.bottom() && point.y() < layout_.footer.top())
        return {layout_.wordAt(layout_.target, point.x()), -1};
    if (!layout_.window.contains(point))
        return {};
    // The strongest of the ribbons that lie here.
    Place best;
    double strongest = 0;
    const double t = (point.y() - layout_.window.top()) / static_cast<double>(layout_.window.height());
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < columns(); ++column) {
            const double share = std::abs(drawing().share(row, column));
            if (share > strongest && share >= RibbonPainter::leastShare &&
                std::abs(layout_.ribbonX(row, column, t) - point.x()) <= layout_.thickness * share / 2 + nearEnough) {
                strongest = share;
                best = {row, column};
            }
        }
    return best;
}

/// Left and right go along a line of words, up and down from one to the other.
AttentionView::Place RibbonView::neighbour(int down, int right) const {
    const bool above = pointedColumn() >= 0 && pointedRow() < 0;
    if (pointedRow() < 0 && pointedColumn() < 0)
        return down > 0 ? Place{0, -1} : Place{-1, 0};
    const double x = above ? layout_.sourceX(pointedColumn()) : layout_.targetX(pointedRow());
    const auto nearest = [x, this](const RibbonLayout::Line& line) {
        const auto closer = [&](double a, double b) {
            return std::abs(a - layout_.scrollX - x) < std::abs(b - layout_.scrollX - x);
        };
        return static_cast<int>(std::min_element(line.centres.begin(), line.centres.end(), closer) -
                                line.centres.begin());
    };
    if (down > 0)
        return {above ? nearest(layout_.target) : pointedRow(), -1};
    if (down < 0)
        return {-1, above ? pointedColumn() : nearest(layout_.source)};
    return above ? Place{-1, std::clamp(pointedColumn() + right, 0, columns() - 1)}
                 : Place{std::clamp(pointedRow() + right, 0, rows() - 1), -1};
}

void RibbonView::scrollTo(const Place& place) {
    const QRectF word =
        place.row >= 0 ? layout_.place(layout_.target, place.row) : layout_.place(layout_.source, place.column);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    qRound(std::min(0.0, word.left() - layout_.window.left()) +
                                           std::max(0.0, word.right() - layout_.window.right())));
}

QPointF RibbonView::contentAt(const QPointF& point) const {
    const double left = layout_.source.centres.front() - layout_.source.widths.front() / 2 - layout_.scrollX;
    return {(point.x() - left) / layout_.contentWidth, point.y()};
}

QPointF RibbonView::pointOf(const QPointF& content) const {
    const double left = layout_.source.centres.front() - layout_.source.widths.front() / 2 - layout_.scrollX;
    return {left + content.x() * layout_.contentWidth, content.y()};
}

void RibbonView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (hasPicture())
        painter_.paint(painter, layout_, false);
    MapFooter::paintCaption(painter, drawing(), caption(),
                            hasPicture() ? layout_.window : QRect(QPoint(), layout_.surface), layout_.surface);
}

} // namespace zhuyi
