#include "ui/attention/RibbonLayout.h"

#include "ui/attention/HeatmapLayout.h"
#include "ui/attention/MapDrawing.h"

#include <QFontMetrics>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

// Pixels.
constexpr double wordGap = 12;    // at least, between two words that lie flat
constexpr double roomyGap = 100;  // at most, where there is plenty of room
constexpr double leastPitch = 15; // of turned words
constexpr int leastFlatFont = 11;
constexpr double thinnest = 4, thickest = 22; // of a weight of 1

double sum(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

std::vector<double> flatWidths(const DrawnMap& map, const QStringList& words, int font, bool chinese) {
    const QFontMetrics metrics(map.font(font, chinese));
    std::vector<double> widths;
    for (const QString& word : words)
        widths.push_back(metrics.horizontalAdvance(word) + wordGap);
    return widths;
}

/// Widths, font (of at most `base` pixels) and height of a line of words that has this much room.
int lay(RibbonLayout::Line& line, const DrawnMap& map, const QStringList& words, int base, double room,
        int mostHeight) {
    for (int font = base; font >= std::min(base, leastFlatFont); --font) {
        line.widths = flatWidths(map, words, font, line.chinese);
        line.font = font;
        if (sum(line.widths) <= room)
            return QFontMetrics(map.font(font, line.chinese)).height();
    }
    line.turned = true;
    const double pitch = std::max(leastPitch, room / std::max<double>(1, static_cast<double>(words.size())));
    line.font = std::clamp(static_cast<int>(pitch * 0.82), DrawnMap::leastFont, base);
    line.widths.assign(static_cast<std::size_t>(words.size()), leastPitch);
    const QFontMetrics metrics(map.font(line.font, line.chinese));
    int height = 0;
    for (const QString& word : words)
        height = std::max(height, line.chinese && HeatmapLayout::stacks(word)
                                      ? HeatmapLayout::stackPitch(line.font) * static_cast<int>(word.size())
                                      : metrics.horizontalAdvance(word) + 2);
    return std::min(height, mostHeight);
}

void spread(RibbonLayout::Line& line, double left, double width) {
    const double more = (width - sum(line.widths)) / static_cast<double>(line.widths.size());
    double x = left;
    for (double& each : line.widths) {
        each += more;
        line.centres.push_back(x + each / 2);
        x += each;
    }
}

} // namespace

RibbonLayout RibbonLayout::fit(const MapDrawing& drawing, const QSize& surface, double zoom) {
    const DrawnMap& map = drawing.map;
    RibbonLayout layout;
    layout.surface = surface;
    layout.footer = QRect(margin, surface.height() - footerHeight, surface.width() - 2 * margin, footerHeight);
    if (map.isEmpty())
        return layout;
    layout.source.chinese = map.sourceIsChinese();
    layout.target.chinese = !map.sourceIsChinese();
    const double free = surface.width() - 2 * margin, room = free * zoom;
    const int mostHeight = std::max(40, surface.height() * 28 / 100);
    const auto usual = [&map](const QStringList& words, bool chinese) {
        return sum(flatWidths(map, words, map.basePixels(), chinese));
    };
    const double longer = std::max(usual(map.labels().source(), layout.source.chinese),
                                   usual(map.labels().target(), layout.target.chinese));
    const double scale = std::clamp(room / longer, 1.0, HeatmapLayout::roominess(surface));
    const int base = qRound(scale * map.basePixels());
    const int above = lay(layout.source, map, map.labels().source(), base, room, mostHeight);
    const int below = lay(layout.target, map, map.labels().target(), base, room, mostHeight);
    const double needed = std::max(sum(layout.source.widths), sum(layout.target.widths));
    const double roomy = std::max(sum(layout.source.widths) + scale * roomyGap * map.columns(),
                                  sum(layout.target.widths) + scale * roomyGap * map.rows());
    layout.contentWidth = std::clamp(room, needed, std::max(needed, roomy));
    const double left = margin + std::max(0.0, (free - layout.contentWidth) / 2);
    spread(layout.source, left, layout.contentWidth);
    spread(layout.target, left, layout.contentWidth);
    layout.thickness =
        std::clamp(0.7 * layout.contentWidth / std::max(map.rows(), map.columns()), thinnest, scale * thickest);

    const int width = surface.width() - 2 * margin;
    const int top = margin + above + gap, bottom = surface.height() - footerHeight - below - gap - 4;
    layout.source.band = QRect(margin, margin, width, above);
    layout.target.band = QRect(margin, std::max(bottom, top + 20) + gap, width, below);
    layout.window = QRect(margin, top, width, std::max(20, bottom - top));
    return layout;
}

RibbonLayout RibbonLayout::whole(const MapDrawing&, int footerWords) const {
    RibbonLayout layout = *this;
    const double left = std::min(source.centres.front() - source.widths.front() / 2,
                                 target.centres.front() - target.widths.front() / 2);
    layout.scrollX = static_cast<int>(std::floor(left)) - margin;
    const int width = static_cast<int>(std::ceil(contentWidth));
    for (QRect* rect : {&layout.source.band, &layout.target.band, &layout.window})
        *rect = QRect(margin, rect->top(), width, rect->height());
    layout.surface.setWidth(std::max(200 + footerWords, width + 2 * margin));
    layout.footer.setWidth(layout.surface.width() - 2 * margin);
    return layout;
}

QRectF RibbonLayout::place(const Line& line, int word) const {
    const auto i = static_cast<std::size_t>(word);
    return {line.centres[i] - scrollX - line.widths[i] / 2, static_cast<double>(line.band.top()), line.widths[i],
            static_cast<double>(line.band.height())};
}

int RibbonLayout::wordAt(const Line& line, double x) const {
    for (std::size_t i = 0; i < line.centres.size(); ++i)
        if (std::abs(x + scrollX - line.centres[i]) <= line.widths[i] / 2)
            return static_cast<int>(i);
    return -1;
}

} // namespace zhuyi
