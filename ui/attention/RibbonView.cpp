#include "ui/attention/RibbonView.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr double nearEnough = 3; // pixels, beside a ribbon

} // namespace

RibbonView::RibbonView(QWidget* parent) : LaidOutView(parent) {
    connect(this, &AttentionView::pointed, this, [this] { redraw(); }); // other ribbons stand back
}

void RibbonView::relayout() {
    layout_ = RibbonLayout::fit(drawing(), viewport()->size(), zoom());
    horizontalScrollBar()->setPageStep(layout_.window.width());
    horizontalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(std::ceil(layout_.contentWidth)) - layout_.window.width()));
    // Showing a scroll bar resizes the viewport and comes here again, so the layout may be newer now.
    layout_.scrollX = horizontalScrollBar()->value();
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

} // namespace zhuyi
