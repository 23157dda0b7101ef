#include "ui/attention/HeatmapLayout.h"

#include "ui/attention/MapDrawing.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

// Pixels.
constexpr double leastCell = 13;   // before zooming, so that each row and column can have its label
constexpr double largestCell = 72; // before zooming
constexpr double gridFrom = 7;     // cells smaller than this have no lines between them
constexpr int labelPadding = 14;   // of a column whose label lies flat

/// How many times larger than usual everything can be, so that a few words on a large screen fill it.
double enlargement(const DrawnMap& map, const QSize& room, double most) {
    const int base = map.basePixels();
    const double column = std::clamp<double>(map.widestSource(base) + labelPadding, largestCell, 2 * largestCell);
    const double width = map.widestTarget(base) + map.columns() * column;
    const double height = QFontMetrics(map.font(base, map.sourceIsChinese())).height() + map.rows() * largestCell;
    return std::clamp(std::min(room.width() / width, room.height() / height), 1.0, most);
}

} // namespace

bool HeatmapLayout::stacks(const QString& label) {
    const bool isHan = std::any_of(label.begin(), label.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    return isHan || (label.size() == 1 && label[0].unicode() >= 0x2000);
}

double HeatmapLayout::roominess(const QSize& surface) {
    constexpr int usualWidth = 700, usualHeight = 600; // pixels
    return std::clamp(std::min(1.0 * surface.width() / usualWidth, 1.0 * surface.height() / usualHeight), 1.0, 3.0);
}

bool HeatmapLayout::showsStatistics(const MapDrawing& drawing, const QSize& surface) {
    constexpr int leastWidth = 260; // pixels; in less, the cells need all of it
    return surface.width() >= leastWidth && drawing.style.statistics && !drawing.map.isDifference() &&
           drawing.map.hasWeights();
}

HeatmapLayout HeatmapLayout::fit(const MapDrawing& drawing, const QSize& surface, double zoom) {
    const DrawnMap& map = drawing.map;
    const bool statistics = showsStatistics(drawing, surface);
    HeatmapLayout layout;
    layout.surface = surface;
    layout.footer = QRect(margin, surface.height() - footerHeight, surface.width() - 2 * margin, footerHeight);
    if (map.isEmpty())
        return layout;
    layout.statistics = statistics;
    const bool chinese = map.sourceIsChinese();
    const int beside = statistics ? entropyWidth : 0, below = statistics ? coverageHeight : 0;
    const QSize inside(surface.width() - 2 * margin - gap - beside,
                       surface.height() - 2 * margin - gap - footerHeight - below);
    const double scale = enlargement(map, inside, roominess(surface)), largest = scale * largestCell;
    const int base = layout.base = qRound(scale * map.basePixels());
    const int widestSource = map.widestSource(base), widestTarget = map.widestTarget(base);

    // Widths, from the target's labels on the left.
    const int labelWidth = std::min(widestTarget + 2, surface.width() * 34 / 100);
    const int left = margin + labelWidth + gap;
    const double free = surface.width() - left - margin - beside;
    const double comfortable = widestSource + 1.0 * labelPadding; // a column whose label lies flat
    double width = std::clamp(free / map.columns(), leastCell, std::max(largest, std::min(comfortable, 2 * largest)));

    // The height of the source's labels depends on whether they lie flat at this width.
    const auto lay = [&] {
        const double shown = width * zoom;
        layout.columnStride = 1;
        const int flat = widestSource > 0 ? static_cast<int>(base * (shown - 4) / widestSource) : base;
        if (flat >= std::min(base, 11)) {
            layout.columnLabels = ColumnLabels::Flat;
            layout.columnFont = std::min(base, flat);
            layout.columnLabelHeight = QFontMetrics(map.font(layout.columnFont, chinese)).height();
            return;
        }
        layout.columnLabels = chinese ? ColumnLabels::Stacked : ColumnLabels::Turned;
        layout.columnFont = std::clamp(static_cast<int>(shown * 0.82), DrawnMap::leastFont, base);
        const QFontMetrics metrics(map.font(layout.columnFont, chinese));
        int height = 0;
        for (const QString& label : map.labels().source())
            height = std::max(height, stacks(label) && chinese
                                          ? stackPitch(layout.columnFont) * static_cast<int>(label.size())
                                          : metrics.horizontalAdvance(label) + 2);
        layout.columnLabelHeight = std::min(height, std::max(40, surface.height() * 36 / 100));
        layout.columnStride = std::max(1, static_cast<int>(std::ceil(layout.columnFont * 1.1 / shown)));
    };
    lay();
    const auto top = [&] { return margin + layout.columnLabelHeight + gap; };
    const double height = std::clamp((surface.height() - top() - footerHeight - 4.0 - below) / map.rows(), leastCell,
                                     std::max(leastCell, std::min(largest, 1.5 * width)));
    // Long flat bars read badly: no wider than their labels need.
    const double narrower = std::min(width, std::max(3.0 * height, comfortable));
    if (narrower < width) {
        width = narrower;
        lay();
    }

    layout.cellWidth = width * zoom;
    layout.cellHeight = height * zoom;
    layout.rowFont = std::clamp(static_cast<int>(layout.cellHeight * 0.85), DrawnMap::leastFont, base);
    layout.rowStride = std::max(1, static_cast<int>(std::ceil(layout.rowFont * 1.1 / layout.cellHeight)));
    layout.rowLabelWidth = std::min(labelWidth, widestTarget * layout.rowFont / base + 3);

    const QSize cells = layout.cells(map);
    const QSize room(surface.width() - margin - layout.rowLabelWidth - gap - margin - beside,
                     surface.height() - top() - footerHeight - 4 - below);
    layout.origin = QPoint(margin + layout.rowLabelWidth + gap + std::max(0, (room.width() - cells.width()) / 2),
                           top() + std::max(0, (room.height() - cells.height()) / 3));
    layout.window =
        QRect(layout.origin, QSize(std::min(cells.width(), room.width()), std::min(cells.height(), room.height())));
    return layout;
}

HeatmapLayout HeatmapLayout::whole(const MapDrawing& drawing, int footerWords) const {
    HeatmapLayout layout = *this;
    layout.scrollX = layout.scrollY = 0;
    layout.origin = QPoint(margin + rowLabelWidth + gap, margin + columnLabelHeight + gap);
    layout.window = QRect(layout.origin, cells(drawing.map));
    layout.surface =
        QSize(std::max(200 + footerWords, layout.window.right() + 1 + margin + (statistics ? entropyWidth : 0)),
              layout.window.bottom() + 5 + footerHeight + (statistics ? coverageHeight : 0));
    layout.footer =
        QRect(margin, layout.surface.height() - footerHeight, layout.surface.width() - 2 * margin, footerHeight);
    return layout;
}

QSize HeatmapLayout::cells(const DrawnMap& map) const {
    return {qRound(map.columns() * cellWidth), qRound(map.rows() * cellHeight)};
}

int HeatmapLayout::line() const {
    return std::min(cellWidth, cellHeight) >= gridFrom ? 1 : 0;
}

int HeatmapLayout::rowAt(const QPoint& point, int rows) const {
    if (rows == 0 || point.y() < window.top() || point.y() > window.bottom() ||
        point.x() > (statistics ? entropies().right() : window.right()))
        return -1;
    int row = std::clamp(static_cast<int>((point.y() - y(0)) / cellHeight), 0, rows - 1);
    while (row > 0 && point.y() < y(row))
        --row;
    while (row + 1 < rows && point.y() >= y(row + 1))
        ++row;
    return row;
}

int HeatmapLayout::columnAt(const QPoint& point, int columns) const {
    if (columns == 0 || point.x() < window.left() || point.x() > window.right() ||
        point.y() > (statistics ? coverages().bottom() : window.bottom()))
        return -1;
    int column = std::clamp(static_cast<int>((point.x() - x(0)) / cellWidth), 0, columns - 1);
    while (column > 0 && point.x() < x(column))
        --column;
    while (column + 1 < columns && point.x() >= x(column + 1))
        ++column;
    return column;
}

QRect HeatmapLayout::entropies() const {
    return statistics ? QRect(window.right() + 1 + gap, window.top(), entropyWidth - gap, window.height()) : QRect();
}

QRect HeatmapLayout::coverages() const {
    return statistics ? QRect(window.left(), window.bottom() + 1 + gap, window.width(), coverageHeight - gap) : QRect();
}

} // namespace zhuyi
