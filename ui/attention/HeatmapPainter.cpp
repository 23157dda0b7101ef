#include "ui/attention/HeatmapPainter.h"

#include "ui/attention/HeatmapStatistics.h"
#include "ui/attention/MapFooter.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastValueShown = 0.005; // what would read 0.00
constexpr int gap = HeatmapLayout::gap;

} // namespace

void HeatmapPainter::paint(QPainter& painter, const HeatmapLayout& layout, bool asPicture) const {
    paintCells(painter, layout, asPicture);
    if (drawing_.style.values && drawing_.map.hasWeights())
        paintValues(painter, layout);
    if (drawing_.style.gold && drawing_.map.map()->gold)
        paintGold(painter, layout);
    if (!asPicture) {
        paintAttended(painter, layout);
        paintPointed(painter, layout);
    }
    paintLabels(painter, layout);
    if (layout.statistics)
        HeatmapStatistics::paint(painter, drawing_, layout);
    MapFooter::paint(painter, drawing_, layout.footer, asPicture);
}

QImage HeatmapPainter::cellImage(const HeatmapLayout& layout, double ratio) const {
    const auto device = [ratio](int logical) { return static_cast<int>(std::lround(logical * ratio)); };
    const QRect window = layout.window;
    QImage image(device(window.width()), device(window.height()), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    const QRgb line = drawing_.lineColour().rgb();
    image.fill(line);
    const int thickness = layout.line() > 0 ? std::max(1, device(layout.line())) : 0;
    // One line of pixels a row of cells, copied as often as the row is high.
    std::vector<QRgb> pixels(static_cast<std::size_t>(image.width()));
    for (int row = 0; row < drawing_.map.rows(); ++row) {
        const int top = std::max(0, device(layout.y(row) - window.top()));
        const int bottom = std::min(image.height(), device(layout.y(row + 1) - window.top()) - thickness);
        if (top >= bottom)
            continue;
        std::fill(pixels.begin(), pixels.end(), line);
        for (int column = 0; column < drawing_.map.columns(); ++column) {
            const int left = std::max(0, device(layout.x(column) - window.left()));
            const int right = std::min(image.width(), device(layout.x(column + 1) - window.left()) - thickness);
            if (left < right)
                std::fill(pixels.begin() + left, pixels.begin() + right,
                          drawing_.colours.colour(drawing_.share(row, column)));
        }
        for (int y = top; y < bottom; ++y)
            std::memcpy(image.scanLine(y), pixels.data(), pixels.size() * sizeof(QRgb));
    }
    return image;
}

void HeatmapPainter::paintCells(QPainter& painter, const HeatmapLayout& layout, bool asPicture) const {
    if (!asPicture) {
        const double ratio = painter.device()->devicePixelRatioF();
        if (cells_.isNull() || cells_.devicePixelRatioF() != ratio)
            cells_ = cellImage(layout, ratio);
        painter.drawImage(layout.window.topLeft(), cells_);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(layout.window, drawing_.lineColour());
    const int line = layout.line();
    for (int row = 0; row < drawing_.map.rows(); ++row)
        for (int column = 0; column < drawing_.map.columns(); ++column)
            painter.fillRect(layout.cell(row, column).adjusted(0, 0, -line, -line),
                             QColor::fromRgb(drawing_.colours.colour(drawing_.share(row, column))));
    painter.restore();
}

const QStaticText& HeatmapPainter::valueText(double weight) const {
    return valueTexts_[static_cast<std::size_t>(std::clamp(std::lround(weight * 100), -100L, 100L) + 100)];
}

void HeatmapPainter::prepareValueTexts(const QFont& font, bool whole) const {
    if (!valueTexts_.empty() && valuePixels_ == font.pixelSize() && valuesWhole_ == whole)
        return;
    valueTexts_.clear();
    for (int hundredth = -100; hundredth <= 100; ++hundredth) {
        QString text = QString::number(std::abs(hundredth) / 100.0, 'f', 2);
        if (!whole)
            text = std::abs(hundredth) == 100 ? u"1.0"_s : text.mid(1);
        if (hundredth < 0)
            text.prepend(u'−');
        valueTexts_.emplace_back(text);
        valueTexts_.back().setTextFormat(Qt::PlainText);
        valueTexts_.back().prepare({}, font);
    }
    valuePixels_ = font.pixelSize();
    valuesWhole_ = whole;
}

void HeatmapPainter::paintValues(QPainter& painter, const HeatmapLayout& layout) const {
    const DrawnMap& map = drawing_.map;
    const int pixels = std::min(layout.base - 1, static_cast<int>(layout.cellHeight * 0.75));
    if (pixels < DrawnMap::leastFont)
        return;
    const QFont valueFont = map.font(pixels, false);
    const QFontMetrics metrics(valueFont);
    const QString sign = map.isDifference() ? u"−"_s : QString();
    const bool whole = metrics.horizontalAdvance(sign + u"0.00"_s) + 4 <= layout.cellWidth;
    if (!whole && metrics.horizontalAdvance(sign + u".00"_s) + 3 > layout.cellWidth)
        return;
    prepareValueTexts(valueFont, whole);
    painter.save();
    painter.setClipRect(layout.window);
    painter.setFont(valueFont);
    for (const QColor ink : {QColor(Qt::black), QColor(Qt::white)}) {
        painter.setPen(ink);
        for (int row = 0; row < map.rows(); ++row) {
            if (layout.y(row + 1) < layout.window.top() || layout.y(row) > layout.window.bottom())
                continue;
            for (int column = 0; column < map.columns(); ++column) {
                const double weight = map.value(row, column);
                if (!(std::abs(weight) >= leastValueShown) || drawing_.colours.ink(drawing_.share(row, column)) != ink)
                    continue;
                const QRect cell = layout.cell(row, column);
                if (!cell.intersects(layout.window))
                    continue;
                const QStaticText& text = valueText(weight);
                painter.drawStaticText(cell.left() + (cell.width() - qRound(text.size().width())) / 2,
                                       cell.top() + (cell.height() - metrics.height()) / 2, text);
            }
        }
    }
    painter.restore();
}

void HeatmapPainter::paintGold(QPainter& painter, const HeatmapLayout& layout) const {
    const double side = std::min(layout.cellWidth, layout.cellHeight);
    const int thickness = side < 18 ? 1 : 2;
    const int inset = std::max(2, static_cast<int>(side / 9)); // so that the cell's own colour lies around the line
    const int line = layout.line();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(layout.window);
    painter.setBrush(Qt::NoBrush);
    for (const GoldCell& gold : *drawing_.map.map()->gold) {
        const int row = static_cast<int>(gold.row), column = static_cast<int>(gold.column);
        if (row >= drawing_.map.rows() || column >= drawing_.map.columns())
            continue;
        // In the ink of the cell's own colour: it stands out from any colour map, and to any eye.
        QPen pen(drawing_.colours.ink(drawing_.share(row, column)), thickness,
                 gold.sure ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        if (!gold.sure)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRect(layout.cell(row, column).adjusted(inset, inset, -inset - line, -inset - line));
    }
    painter.restore();
}

void HeatmapPainter::paintLabels(QPainter& painter, const HeatmapLayout& layout) const {
    const MapLabels& labels = drawing_.map.labels();
    const QColor ink = drawing_.ink(), faint = drawing_.faintInk();
    painter.save();
    painter.setClipRect(QRect(0, layout.window.top(), layout.window.left(), layout.window.height()));
    painter.setFont(drawing_.map.font(layout.rowFont, !drawing_.map.sourceIsChinese()));
    const QFontMetrics metrics(painter.font());
    for (int row = 0; row < drawing_.map.rows(); ++row) {
        if (row % layout.rowStride != 0)
            continue;
        if (layout.y(row + 1) < layout.window.top() || layout.y(row) > layout.window.bottom())
            continue;
        const QRect place(layout.window.left() - gap - layout.rowLabelWidth, layout.y(row), layout.rowLabelWidth,
                          layout.y(row + 1) - layout.y(row) - layout.line());
        painter.setPen(labels.isTargetMark(row) ? faint : ink);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine,
                         metrics.elidedText(labels.target()[row], Qt::ElideRight, layout.rowLabelWidth));
    }
    painter.setClipRect(QRect(layout.window.left(), 0, layout.window.width(), layout.window.top()));
    painter.setFont(drawing_.map.font(layout.columnFont, drawing_.map.sourceIsChinese()));
    for (int column = 0; column < drawing_.map.columns(); ++column) {
        if (column % layout.columnStride != 0)
            continue;
        if (layout.x(column + 1) < layout.window.left() || layout.x(column) > layout.window.right())
            continue;
        if (layout.columnLabels == HeatmapLayout::ColumnLabels::Stacked && layout.columnStride == 1 &&
            layout.line() > 0) {
            // Without a line, stacked characters side by side read as words across.
            const int x = layout.x(column + 1) - 1, bottom = layout.window.top();
            painter.fillRect(QRect(x, bottom - gap - layout.columnLabelHeight, 1, layout.columnLabelHeight + gap),
                             drawing_.lineColour());
        }
        painter.setPen(labels.isSourceMark(column) ? faint : ink);
        paintColumnLabel(painter, layout, column);
    }
    painter.restore();
}

void HeatmapPainter::paintColumnLabel(QPainter& painter, const HeatmapLayout& layout, int column) const {
    const QString& label = drawing_.map.labels().source()[column];
    const int left = layout.x(column), width = layout.x(column + 1) - left - layout.line();
    const int bottom = layout.window.top() - gap;
    if (layout.columnLabels == HeatmapLayout::ColumnLabels::Flat) {
        painter.drawText(QRect(left, bottom - layout.columnLabelHeight, width, layout.columnLabelHeight),
                         Qt::AlignHCenter | Qt::AlignBottom | Qt::TextDontClip | Qt::TextSingleLine, label);
        return;
    }
    const bool stacked = layout.columnLabels == HeatmapLayout::ColumnLabels::Stacked;
    if (stacked && HeatmapLayout::stacks(label)) {
        const int pitch = HeatmapLayout::stackPitch(layout.columnFont);
        const auto fitting = std::max<qsizetype>(1, layout.columnLabelHeight / pitch);
        const bool whole = label.size() <= fitting;
        const auto shown = whole ? label.size() : fitting;
        for (qsizetype i = 0; i < shown; ++i) {
            const QString character = !whole && i + 1 == shown ? u"⋮"_s : label.mid(i, 1);
            painter.drawText(QRect(left, bottom - static_cast<int>(shown - i) * pitch, width, pitch),
                             Qt::AlignCenter | Qt::TextDontClip, character);
        }
        return;
    }
    // As books on their shelf: Latin words among Chinese lean right, as in vertical Chinese setting; else they climb.
    const QString text = painter.fontMetrics().elidedText(label, Qt::ElideRight, layout.columnLabelHeight);
    painter.save();
    painter.translate(left + width / 2.0, bottom);
    painter.rotate(stacked ? 90 : -90);
    const QRect place(stacked ? -layout.columnLabelHeight : 0, -width / 2, layout.columnLabelHeight, width);
    painter.drawText(
        place, (stacked ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine,
        text);
    painter.restore();
}

/// Where one word alone is pointed at, behind the labels of the words that it attends to, or that attend to it.
void HeatmapPainter::paintAttended(QPainter& painter, const HeatmapLayout& layout) const {
    const int pointedRow = drawing_.pointedRow, pointedColumn = drawing_.pointedColumn;
    if ((pointedRow < 0) == (pointedColumn < 0))
        return;
    const auto ground = [&](int row, int column) {
        QColor colour = drawing_.palette.color(QPalette::Highlight);
        colour.setAlphaF(static_cast<float>(0.5 * std::min(1.0, std::abs(drawing_.map.value(row, column)))));
        return colour;
    };
    painter.save();
    if (pointedRow >= 0) {
        painter.setClipRect(QRect(layout.window.left(), 0, layout.window.width(), layout.window.top()));
        for (int column = 0; column < drawing_.map.columns(); ++column)
            painter.fillRect(QRect(layout.x(column), layout.window.top() - gap - layout.columnLabelHeight - 2,
                                   layout.x(column + 1) - layout.x(column) - layout.line(),
                                   layout.columnLabelHeight + gap + 2),
                             ground(pointedRow, column));
    } else {
        painter.setClipRect(QRect(0, layout.window.top(), layout.window.left(), layout.window.height()));
        for (int row = 0; row < drawing_.map.rows(); ++row)
            painter.fillRect(QRect(layout.window.left() - gap - layout.rowLabelWidth - 2, layout.y(row),
                                   layout.rowLabelWidth + gap + 2, layout.y(row + 1) - layout.y(row) - layout.line()),
                             ground(row, pointedColumn));
    }
    painter.restore();
}

void HeatmapPainter::paintPointed(QPainter& painter, const HeatmapLayout& layout) const {
    const int row = drawing_.pointedRow, column = drawing_.pointedColumn, line = layout.line();
    if (row < 0 && column < 0)
        return;
    const QColor mark = drawing_.palette.color(QPalette::Highlight);
    QColor band = mark;
    band.setAlpha(60);
    painter.save();
    if (row >= 0) {
        painter.setClipRect(QRect(0, layout.window.top() - 1, layout.window.right() + 2, layout.window.height() + 2));
        const int top = layout.y(row), height = layout.y(row + 1) - top - line;
        painter.fillRect(
            QRect(layout.window.left() - gap - layout.rowLabelWidth - 2, top, layout.rowLabelWidth + gap + 2, height),
            band);
        painter.setPen(mark);
        painter.drawRect(QRect(layout.window.left() - 1, top - 1, layout.window.width() + 1, height + 1));
    }
    if (column >= 0) {
        painter.setClipRect(QRect(layout.window.left() - 1, 0, layout.window.width() + 2, layout.window.bottom() + 2));
        const int left = layout.x(column), width = layout.x(column + 1) - left - line;
        painter.fillRect(QRect(left, layout.window.top() - gap - layout.columnLabelHeight - 2, width,
                               layout.columnLabelHeight + gap + 2),
                         band);
        painter.setPen(mark);
        painter.drawRect(QRect(left - 1, layout.window.top() - 1, width + 1, layout.window.height() + 1));
    }
    if (row >= 0 && column >= 0) {
        painter.setClipRect(layout.window.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(mark, 2));
        painter.drawRect(layout.cell(row, column).adjusted(0, 0, -line, -line));
    }
    painter.restore();
}

} // namespace zhuyi
