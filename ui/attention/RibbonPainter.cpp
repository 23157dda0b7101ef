#include "ui/attention/RibbonPainter.h"

#include "ui/attention/HeatmapLayout.h"
#include "ui/attention/MapFooter.h"
#include "ui/attention/Oklab.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

constexpr double aside = 0.1; // alpha of the ribbons of words that are not meant, while some are

QPainterPath curve(const RibbonLayout& layout, int row, int column) {
    const double top = layout.window.top(), height = layout.window.height();
    const double from = layout.sourceX(column), to = layout.targetX(row);
    QPainterPath path(QPointF(from, top));
    path.cubicTo(from, top + height / 3, to, top + 2 * height / 3, to, top + height);
    return path;
}

/// A colour with 16 bits for each of red, green and blue, so that one multiplication serves all three.
using Wide = std::uint64_t;

Wide wide(QRgb colour) {
    return static_cast<Wide>(qRed(colour)) << 32 | static_cast<Wide>(qGreen(colour)) << 16 |
           static_cast<Wide>(qBlue(colour));
}

QRgb narrow(Wide colour) {
    return 0xff000000 | static_cast<QRgb>(colour >> 16 & 0xff0000) | static_cast<QRgb>(colour >> 8 & 0xff00) |
           static_cast<QRgb>(colour & 0xff);
}

Wide blended(Wide under, Wide over, int alpha) { // 0–256
    return (over * static_cast<Wide>(alpha) + under * static_cast<Wide>(256 - alpha)) >> 8 & 0x00ff'00ff'00ff;
}

/// Ribbons in columns, so that several are computed at once; in pixels.
struct Ribbons {
    std::vector<float> from, aside, half, opacity; // where they begin, how far aside they go, half as thick as they are
    std::vector<Wide> colour;
};

/// Where ribbons cross one row of pixels.
struct Spans {
    std::vector<int> first, last;    // the pixels in which they begin and end
    std::vector<int> atBegin, atEnd; // how much of these they colour, 0–256; all with `atBegin` where both are one

    explicit Spans(std::size_t size) : first(size), last(size), atBegin(size), atEnd(size) {}
};

/// Of a row `width` wide at the height where a ribbon has gone the share `course` of its way aside, and goes `slope` of
/// it with the next row. Returns how far apart the pixels are, at most, in which a ribbon begins and ends.
int cross(const Ribbons& ribbons, float course, float slope, float width, Spans& spans) {
    const float *const from = ribbons.from.data(), *const aside = ribbons.aside.data(),
                       *const half = ribbons.half.data(), *const opacity = ribbons.opacity.data();
    int *__restrict const firsts = spans.first.data(), *__restrict const lasts = spans.last.data(),
                          *__restrict const atBegin = spans.atBegin.data(), *__restrict const atEnd = spans.atEnd.data();
    int broadest = 0;
    const std::size_t size = ribbons.from.size();
    for (std::size_t i = 0; i < size; ++i) {
        const float steepness = aside[i] * slope;
        const float reach = half[i] * std::sqrt(1 + steepness * steepness); // as thick across its course everywhere
        const float centre = from[i] + aside[i] * course;
        const float left = std::min(std::max(centre - reach, 0.0F), width);
        const float right = std::min(std::max(centre + reach, 0.0F), width);
        const int first = static_cast<int>(left), last = static_cast<int>(right);
        const float inFirst = std::min(static_cast<float>(first + 1), right) - left;
        firsts[i] = first;
        lasts[i] = last;
        atBegin[i] = static_cast<int>(inFirst * opacity[i]);
        atEnd[i] = last > first ? static_cast<int>((right - static_cast<float>(last)) * opacity[i]) : 0;
        broadest = std::max(broadest, last - first);
    }
    return broadest;
}

} // namespace

void RibbonPainter::paint(QPainter& painter, const RibbonLayout& layout, bool asPicture) const {
    if (asPicture) {
        paintCurves(painter, layout);
    } else {
        const double ratio = painter.device()->devicePixelRatioF();
        if (ribbons_.isNull() || ribbons_.devicePixelRatioF() != ratio)
            ribbons_ = ribbonImage(layout, ratio);
        painter.drawImage(layout.window.topLeft(), ribbons_);
    }
    if (drawing_.style.gold && drawing_.map.map()->gold)
        paintGold(painter, layout, asPicture);
    if (!asPicture)
        paintGrounds(painter, layout);
    paintWords(painter, layout, layout.source, true);
    paintWords(painter, layout, layout.target, false);
    MapFooter::paint(painter, drawing_, layout.footer, asPicture);
}

QColor RibbonPainter::colour(int row, double share) const {
    if (drawing_.style.links == MapStyle::LinkColours::ByWord && !drawing_.map.isDifference()) {
        // Hues a golden angle apart: neighbours differ, however many there are.
        const double hue = std::fmod(250 + row * 137.508, 360);
        return QColor::fromRgb(Oklab::ofHue(drawing_.colours.isDark() ? 0.74 : 0.6, 0.13, hue).rgb());
    }
    // The weakest would be the paper's colour; thin they are already.
    return QColor::fromRgb(drawing_.colours.colour(std::copysign(0.1 + 0.9 * std::abs(share), share)));
}

std::vector<RibbonPainter::Link> RibbonPainter::links(bool asPicture) const {
    const int pointedRow = asPicture ? -1 : drawing_.pointedRow,
              pointedColumn = asPicture ? -1 : drawing_.pointedColumn;
    std::vector<Link> links;
    for (int row = 0; row < drawing_.map.rows(); ++row)
        for (int column = 0; column < drawing_.map.columns(); ++column) {
            const double share = std::clamp(drawing_.share(row, column), -1.0, 1.0);
            if (!(std::abs(share) >= leastShare))
                continue;
            const bool meant = (pointedRow < 0 || row == pointedRow) && (pointedColumn < 0 || column == pointedColumn);
            links.push_back({row, column, share, colour(row, share), meant ? 1 : aside});
        }
    // The strongest lie on top, those that are meant over all.
    std::stable_sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
        return std::pair(x.alpha, std::abs(x.share)) < std::pair(y.alpha, std::abs(y.share));
    });
    return links;
}

/// Ribbons are spans of pixels, with exact coverage at their edges: a tenth of the time that stroking thousands of
/// curves takes. One row of pixels after the other: it stays in the processor's first cache while all ribbons cross it.
QImage RibbonPainter::ribbonImage(const RibbonLayout& layout, double ratio) const {
    const auto device = [ratio](double logical) { return static_cast<int>(std::lround(logical * ratio)); };
    QImage image(device(layout.window.width()), device(layout.window.height()), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    const int height = image.height(), width = image.width();
    Ribbons ribbons; // in sight
    for (const Link& link : links(false)) {
        const double begin = (layout.sourceX(link.column) - layout.window.left()) * ratio;
        const double way = (layout.targetX(link.row) - layout.sourceX(link.column)) * ratio;
        const double half = layout.thickness * std::abs(link.share) * ratio / 2;
        if (std::max(begin, begin + way) + half < 0 || std::min(begin, begin + way) - half > width)
            continue;
        ribbons.from.push_back(static_cast<float>(begin));
        ribbons.aside.push_back(static_cast<float>(way));
        ribbons.half.push_back(static_cast<float>(half));
        ribbons.opacity.push_back(static_cast<float>(link.alpha * 256));
        ribbons.colour.push_back(wide(link.colour.rgb()));
    }
    Spans spans(ribbons.from.size());
    const Wide paper = wide(drawing_.paper().rgb());
    // Two more than the row has: what ends with the row, or is out of it, reaches there.
    std::vector<Wide> pixels(static_cast<std::size_t>(width) + 2);
    for (int y = 0; y < height; ++y) {
        const double t = (y + 0.5) / height;
        const int broadest = cross(ribbons, static_cast<float>(RibbonLayout::course(t)),
                                   static_cast<float>(6 * t * (1 - t) / height), static_cast<float>(width), spans);
        std::fill(pixels.begin(), pixels.end(), paper);
        for (std::size_t i = 0; i < ribbons.colour.size(); ++i) {
            const Wide colour = ribbons.colour[i];
            Wide* pixel = pixels.data() + spans.first[i];
            *pixel = blended(*pixel, colour, spans.atBegin[i]);
            ++pixel;
            if (broadest > 1) { // else no processor has to guess how many pixels it will be
                for (Wide* const last = pixels.data() + spans.last[i]; pixel < last; ++pixel)
                    *pixel = blended(*pixel, colour, static_cast<int>(ribbons.opacity[i]));
            }
            *pixel = blended(*pixel, colour, spans.atEnd[i]);
        }
        std::transform(pixels.begin(), pixels.end() - 2, reinterpret_cast<QRgb*>(image.scanLine(y)), narrow);
    }
    return image;
}

void RibbonPainter::paintCurves(QPainter& painter, const RibbonLayout& layout) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Link& link : links(true)) {
        painter.setPen(QPen(link.colour, layout.thickness * std::abs(link.share), Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(curve(layout, link.row, link.column));
    }
    painter.restore();
}

void RibbonPainter::paintGold(QPainter& painter, const RibbonLayout& layout, bool asPicture) const {
    painter.save();
    painter.setClipRect(layout.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QColor halo = drawing_.paper();
    halo.setAlpha(190);
    for (const GoldCell& gold : *drawing_.map.map()->gold) {
        const int row = static_cast<int>(gold.row), column = static_cast<int>(gold.column);
        if (row >= drawing_.map.rows() || column >= drawing_.map.columns())
            continue;
        const bool meant = asPicture || ((drawing_.pointedRow < 0 || row == drawing_.pointedRow) &&
                                         (drawing_.pointedColumn < 0 || column == drawing_.pointedColumn));
        painter.setOpacity(meant ? 1 : 2 * aside);
        const QPainterPath path = curve(layout, row, column);
        painter.setPen(QPen(halo, 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(path);
        QPen pen(drawing_.ink(), 1.5, gold.sure ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap);
        if (!gold.sure)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawPath(path);
    }
    painter.restore();
}

/// Behind the word that is pointed at, and behind those that it attends to or that attend to it.
void RibbonPainter::paintGrounds(QPainter& painter, const RibbonLayout& layout) const {
    const int row = drawing_.pointedRow, column = drawing_.pointedColumn;
    const auto ground = [&](const RibbonLayout::Line& line, int word, double strength) {
        QColor colour = drawing_.palette.color(QPalette::Highlight);
        colour.setAlphaF(static_cast<float>(0.5 * std::clamp(strength, 0.0, 1.0)));
        painter.fillRect(layout.place(line, word).adjusted(1, -2, -1, 2), colour);
    };
    painter.save();
    painter.setClipRect(QRect(layout.window.left(), 0, layout.window.width(), layout.surface.height()));
    if (row >= 0)
        ground(layout.target, row, 0.8);
    if (column >= 0)
        ground(layout.source, column, 0.8);
    if (row >= 0 && column < 0)
        for (int other = 0; other < drawing_.map.columns(); ++other)
            ground(layout.source, other, std::abs(drawing_.map.value(row, other)));
    if (column >= 0 && row < 0)
        for (int other = 0; other < drawing_.map.rows(); ++other)
            ground(layout.target, other, std::abs(drawing_.map.value(other, column)));
    painter.restore();
}

void RibbonPainter::paintWords(QPainter& painter, const RibbonLayout& layout, const RibbonLayout::Line& line,
                               bool above) const {
    const MapLabels& labels = drawing_.map.labels();
    const QStringList& words = above ? labels.source() : labels.target();
    const int flags = Qt::TextDontClip | Qt::TextSingleLine;
    painter.save();
    painter.setClipRect(QRect(layout.window.left() - 2, 0, layout.window.width() + 4, layout.surface.height()));
    painter.setFont(drawing_.map.font(line.font, line.chinese));
    const QFontMetrics metrics(painter.font());
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const QRectF place = layout.place(line, i);
        if (place.right() < layout.window.left() || place.left() > layout.window.right())
            continue;
        const bool isMark = above ? labels.isSourceMark(i) : labels.isTargetMark(i);
        painter.setPen(isMark ? drawing_.faintInk() : drawing_.ink());
        if (!line.turned) {
            painter.drawText(place, Qt::AlignCenter | flags, words[i]);
        } else if (line.chinese && HeatmapLayout::stacks(words[i])) {
            // Towards the ribbons: down to them above, down from them below.
            const int pitch = HeatmapLayout::stackPitch(line.font);
            const auto fitting = std::max<qsizetype>(1, line.band.height() / pitch);
            const bool whole = words[i].size() <= fitting;
            const auto shown = whole ? words[i].size() : fitting;
            const double top = above ? place.bottom() - static_cast<double>(shown) * pitch : place.top();
            for (qsizetype c = 0; c < shown; ++c)
                painter.drawText(QRectF(place.left(), top + static_cast<double>(c) * pitch, place.width(), pitch),
                                 Qt::AlignCenter | flags, !whole && c + 1 == shown ? u"⋮"_s : words[i].mid(c, 1));
        } else {
            const QString text = metrics.elidedText(words[i], Qt::ElideRight, line.band.height());
            painter.save();
            painter.translate(place.center().x(), above ? place.bottom() : place.top());
            painter.rotate(above ? -90 : 90);
            painter.drawText(QRectF(0, -place.width() / 2, line.band.height(), place.width()),
                             Qt::AlignLeft | Qt::AlignVCenter | flags, text);
            painter.restore();
        }
    }
    painter.restore();
}

} // namespace zhuyi
