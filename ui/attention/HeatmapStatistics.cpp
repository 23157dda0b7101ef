#include "ui/attention/HeatmapStatistics.h"

#include "ui/attention/AttentionStatistics.h"
#include "ui/attention/HeatmapLayout.h"
#include "ui/attention/MapDrawing.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int barLength = 26; // pixels, of even attention, and of the greatest coverage

double greatestCoverage(const MapDrawing& drawing) {
    double greatest = 2; // so that the line of 1 stays in the middle of an ordinary picture
    for (const double coverage : drawing.map.coverages())
        greatest = std::max(greatest, coverage);
    return greatest;
}

} // namespace

void HeatmapStatistics::paint(QPainter& painter, const MapDrawing& drawing, const HeatmapLayout& layout) {
    const DrawnMap& map = drawing.map;
    const QColor bar = MapDrawing::mixed(drawing.paper(), drawing.ink(), 0.4);
    const QColor quiet = MapDrawing::mixed(drawing.ink(), drawing.paper(), 0.25);
    const int pixels = std::max(DrawnMap::leastFont, map.basePixels() - 3), gap = HeatmapLayout::gap;
    const int flags = Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(map.font(pixels, false));
    const QFontMetrics metrics(painter.font());
    painter.setPen(quiet);

    const QRect beside = layout.entropies(), below = layout.coverages();
    painter.drawText(
        QRect(beside.left(), layout.window.top() - gap - metrics.height(), beside.width(), metrics.height()),
        Qt::AlignLeft | flags, metrics.elidedText(tr("entropy"), Qt::ElideRight, beside.width()));
    painter.drawText(
        QRect(HeatmapLayout::margin, below.top(), layout.window.left() - gap - HeatmapLayout::margin, metrics.height()),
        Qt::AlignRight | flags,
        metrics.elidedText(tr("coverage"), Qt::ElideRight, layout.window.left() - gap - HeatmapLayout::margin));

    painter.setClipRect(beside);
    const double most = std::max(1e-9, greatestEntropy(static_cast<std::size_t>(map.columns())));
    for (int row = 0; row < map.rows(); ++row) {
        const double entropy = map.entropies()[static_cast<std::size_t>(row)];
        const int top = layout.y(row), height = layout.y(row + 1) - top - layout.line();
        const int thickness = std::clamp(height / 2, 2, 12);
        painter.fillRect(QRect(beside.left(), top + (height - thickness) / 2,
                               std::max(1, qRound(barLength * entropy / most)), thickness),
                         bar);
        if (row % layout.rowStride == 0 && height >= pixels)
            painter.drawText(QRect(beside.left() + barLength + 4, top, beside.width() - barLength - 4, height),
                             Qt::AlignLeft | flags, QString::number(entropy, 'f', 1));
    }
    painter.setClipRect(below);
    const double greatest = greatestCoverage(drawing);
    const bool texts = layout.cellWidth >= metrics.horizontalAdvance(QStringLiteral("0.0")) + 2;
    for (int column = 0; column < map.columns(); ++column) {
        const double coverage = map.coverages()[static_cast<std::size_t>(column)];
        const int left = layout.x(column), width = layout.x(column + 1) - left - layout.line();
        const int thickness = std::clamp(width / 2, 2, 16);
        painter.fillRect(QRect(left + (width - thickness) / 2, below.top(), thickness,
                               std::max(1, qRound(barLength * coverage / greatest))),
                         bar);
        if (texts)
            painter.drawText(QRect(left, below.top() + barLength, width, below.height() - barLength),
                             Qt::AlignHCenter | flags, QString::number(coverage, 'f', 1));
    }
    painter.fillRect(QRect(below.left(), below.top() + qRound(barLength / greatest), below.width(), 1),
                     drawing.palette.color(QPalette::Highlight));
    painter.restore();
}

QString HeatmapStatistics::explanation(const MapDrawing& drawing, const HeatmapLayout& layout, const QPoint& point) {
    const DrawnMap& map = drawing.map;
    if (layout.entropies().contains(point)) {
        const int row = layout.rowAt(point, map.rows());
        if (row < 0)
            return {};
        return tr("Entropy of “%1”: %2 bit of at most %3. How spread out its attention is: 0 where all of it lies on "
                  "one "
                  "source word, the most where it is even over all of them.")
            .arg(map.labels().target()[row], QString::number(map.entropies()[static_cast<std::size_t>(row)], 'f', 2),
                 QString::number(greatestEntropy(static_cast<std::size_t>(map.columns())), 'f', 2));
    }
    if (layout.coverages().contains(point)) {
        const int column = layout.columnAt(point, map.columns());
        if (column < 0)
            return {};
        return tr("Coverage of “%1”: %2. How much attention it got over the whole translation: near 0 it was passed "
                  "over, "
                  "above 1 (the line) it was looked at more than once.")
            .arg(map.labels().source()[column],
                 QString::number(map.coverages()[static_cast<std::size_t>(column)], 'f', 2));
    }
    return {};
}

} // namespace zhuyi
