#include "ui/dataset/LengthHistogram.h"

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr int mostBins = 50;
const QColor chineseColour(0xd9, 0x5f, 0x3b);
const QColor englishColour(0x3b, 0x8e, 0xd9);

/// The longest length that more than one sentence in 2,000 reaches, so that a few giants don't squeeze the rest.
std::size_t usualLongest(const std::vector<std::int64_t>& lengths) {
    std::int64_t all = 0;
    for (std::int64_t n : lengths)
        all += n;
    std::int64_t above = 0;
    for (std::size_t length = lengths.size(); length-- > 1;) {
        above += lengths[length];
        if (above * 2000 > all)
            return length;
    }
    return 1;
}

} // namespace

LengthHistogram::LengthHistogram(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LengthHistogram::setLengths(std::vector<std::int64_t> chinese, std::vector<std::int64_t> english) {
    chinese_ = std::move(chinese);
    english_ = std::move(english);
    const int longest = static_cast<int>(std::max(usualLongest(chinese_), usualLongest(english_)));
    binWidth_ = (longest + mostBins - 1) / mostBins;
    bins_ = (longest + binWidth_ - 1) / binWidth_;
    highest_ = 0;
    for (int bin = 0; bin < bins_; ++bin)
        highest_ = std::max({highest_, count(chinese_, bin), count(english_, bin)});
    update();
}

std::int64_t LengthHistogram::count(const std::vector<std::int64_t>& lengths, int bin) const {
    std::int64_t sum = 0;
    for (int n = bin * binWidth_ + 1; n <= (bin + 1) * binWidth_ && n < static_cast<int>(lengths.size()); ++n)
        sum += lengths[static_cast<std::size_t>(n)];
    return sum;
}

QRectF LengthHistogram::plotArea() const {
    const int line = fontMetrics().height();
    const int left = fontMetrics().horizontalAdvance(QLocale().toString(highest_)) + 8;
    return QRectF(left, line + 4, std::max(1, width() - left - 8), std::max(1, height() - 3 * line - 12));
}

void LengthHistogram::paintEvent(QPaintEvent*) {
    if (highest_ == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    const int line = fontMetrics().height();
    const QColor text = palette().color(QPalette::WindowText), faint = palette().color(QPalette::PlaceholderText);
    const double width = area.width() / bins_;

    const auto fill = [&](const std::vector<std::int64_t>& lengths, QColor colour) {
        QPolygonF outline;
        outline << area.bottomLeft();
        for (int bin = 0; bin < bins_; ++bin) {
            const double y = area.bottom() -
                             area.height() * static_cast<double>(count(lengths, bin)) / static_cast<double>(highest_);
            outline << QPointF(area.left() + bin * width, y) << QPointF(area.left() + (bin + 1) * width, y);
        }
        outline << area.bottomRight();
        painter.setPen(QPen(colour, 1.3));
        colour.setAlpha(70);
        painter.setBrush(colour);
        painter.drawPolygon(outline);
    };
    fill(chinese_, chineseColour);
    fill(english_, englishColour);

    painter.setPen(faint);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawText(QRectF(0, area.top() - line / 2.0, area.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(highest_));
    const int labelEvery = std::max(
        1, static_cast<int>(std::ceil(fontMetrics().horizontalAdvance(QStringLiteral("0000")) / width / 5)) * 5);
    for (int bin = 0; bin < bins_; bin += bin == 0 && labelEvery > 1 ? labelEvery - 1 : labelEvery)
        painter.drawText(QRectF(area.left() + (bin + 0.5) * width - 30, area.bottom() + 2, 60, line), Qt::AlignHCenter,
                         QString::number(bin * binWidth_ + 1));
    const QString caption = tr("sentences by their number of tokens");
    const bool wide = fontMetrics().horizontalAdvance(caption) > area.width();
    painter.drawText(QRectF(wide ? 0 : area.left(), area.bottom() + line + 3, wide ? area.right() : area.width(), line),
                     wide ? Qt::AlignRight : Qt::AlignCenter, caption);

    double x = area.right();
    const auto legend = [&](const QString& name, const QColor& colour) {
        x -= fontMetrics().horizontalAdvance(name);
        painter.setPen(text);
        painter.drawText(QPointF(x, fontMetrics().ascent()), name);
        x -= 14;
        painter.fillRect(QRectF(x, line / 2.0 - 4, 9, 9), colour);
        x -= 12;
    };
    legend(tr("English"), englishColour);
    legend(tr("Chinese"), chineseColour);
}

void LengthHistogram::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plotArea();
    const int bin = static_cast<int>((event->position().x() - area.left()) / area.width() * bins_);
    if (highest_ == 0 || !area.contains(event->position()) || bin >= bins_) {
        QToolTip::hideText();
        return;
    }
    const int first = bin * binWidth_ + 1, last = (bin + 1) * binWidth_;
    const QString tokens = first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
    QToolTip::showText(event->globalPosition().toPoint(),
                       tr("%1 tokens: %L2 Chinese, %L3 English sentences")
                           .arg(tokens)
                           .arg(count(chinese_, bin))
                           .arg(count(english_, bin)),
                       this);
}

void LengthHistogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace zhuyi
