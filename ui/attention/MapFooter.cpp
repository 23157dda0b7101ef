#include "ui/attention/MapFooter.h"

#include "ui/attention/MapDrawing.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;

QFont smallFont(const MapDrawing& drawing) {
    return drawing.map.font(drawing.map.basePixels() - 1, false);
}

} // namespace

int MapFooter::wordsOfPicture(const MapDrawing& drawing) {
    return drawing.style.gold ? QFontMetrics(smallFont(drawing)).horizontalAdvance(drawing.map.goldSummary()) : 0;
}

void MapFooter::paint(QPainter& painter, const MapDrawing& drawing, const QRect& footer, bool asPicture) {
    painter.save();
    painter.setFont(smallFont(drawing));
    const QFontMetrics metrics(painter.font());
    const QColor quiet = MapDrawing::mixed(drawing.ink(), drawing.paper(), 0.25);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine;
    const bool isDifference = drawing.map.isDifference();
    const QString full = drawing.fullColour() < 1 ? QString::number(drawing.fullColour(), 'f', 2) : u"1"_s;
    const QString most = isDifference ? u'+' + full : full, least = isDifference ? u'−' + full : u"0"_s;
    const int barWidth = std::clamp(footer.width() / 5, 48, 110), barHeight = 9;
    int x = footer.right() - metrics.horizontalAdvance(most);
    painter.setPen(quiet);
    painter.drawText(QRect(x, footer.top(), 60, footer.height()), flags, most);
    const QRect bar(x - 5 - barWidth, footer.center().y() - barHeight / 2, barWidth, barHeight);
    for (int i = 0; i < barWidth; ++i) {
        const double share = i / (barWidth - 1.0);
        painter.fillRect(QRect(bar.left() + i, bar.top(), 1, barHeight),
                         QColor::fromRgb(drawing.colours.colour(isDifference ? 2 * share - 1 : share)));
    }
    painter.setPen(drawing.lineColour());
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
    x = bar.left() - 5 - metrics.horizontalAdvance(least);
    painter.setPen(quiet);
    painter.drawText(QRect(x, footer.top(), 60, footer.height()), flags, least);
    const QString words = !asPicture           ? drawing.map.readout(drawing.pointedRow, drawing.pointedColumn)
                          : drawing.style.gold ? drawing.map.goldSummary()
                                               : QString();
    const int room = x - 10 - footer.left();
    painter.setPen(drawing.ink());
    painter.drawText(QRect(footer.left(), footer.top(), room, footer.height()), flags,
                     metrics.elidedText(words, Qt::ElideRight, room));
    painter.restore();
}

void MapFooter::paintCaption(QPainter& painter, const MapDrawing& drawing, const QString& text, const QRect& rect,
                             const QSize& surface) {
    if (text.isEmpty())
        return;
    painter.save();
    painter.setFont(drawing.map.font(drawing.map.basePixels(), false));
    const QRect room = QRect(QPoint(), surface).adjusted(2 * margin, 2 * margin, -2 * margin, -2 * margin);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    QRect words = painter.fontMetrics().boundingRect(QRect(0, 0, std::min(360, room.width()), 10000), flags, text);
    words.moveCenter(rect.center());
    if (words.left() < room.left())
        words.moveLeft(room.left());
    if (!drawing.map.isEmpty()) {
        const QRect box = words.adjusted(-12, -8, 12, 8);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(drawing.lineColour());
        painter.setBrush(drawing.paper());
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(drawing.ink());
    } else {
        painter.setPen(drawing.palette.color(QPalette::PlaceholderText));
    }
    painter.drawText(words.adjusted(-1, -1, 1, 1), flags, text);
    painter.restore();
}

} // namespace zhuyi
