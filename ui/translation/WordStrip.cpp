#include "ui/translation/WordStrip.h"

#include "ui/attention/DivergingColourMap.h"
#include "ui/client/TokenLabel.h"
#include "ui/shell/Fonts.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr int margin = 8, gap = 5, inside = 5; // pixels
constexpr double mostSurprise = 7;             // nats, about 1 in 1,000: the full colour
constexpr double surprising = 0.1;             // probabilities below this stand out

QString numberText(double probability) {
    const double percent = probability * 100;
    if (percent > 0 && percent < 0.1)
        return QStringLiteral("<0.1 %");
    return QLocale().toString(percent, 'f', percent < 9.95 ? 1 : 0) + QStringLiteral(" %");
}

} // namespace

WordStrip::WordStrip(QWidget* parent) : QWidget(parent) {
    QFont large = Fonts::withChinese(font());
    large.setPixelSize(QFontInfo(font()).pixelSize() + 2);
    setFont(large);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont WordStrip::numberFont() const {
    QFont small = font();
    small.setPixelSize(std::max(9, QFontInfo(font()).pixelSize() - 4));
    return small;
}

QString WordStrip::word(int row) const {
    return tokenLabel(translation_->attention->targetTokens[static_cast<std::size_t>(row)]);
}

double WordStrip::probability(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return at < translation_->tokenProbabilities.size() ? static_cast<double>(translation_->tokenProbabilities[at]) : 0;
}

void WordStrip::setTranslation(TranslationPtr translation) {
    translation_ = translation && translation->attention ? std::move(translation) : nullptr;
    rects_ = layOut(width());
    if (pointed_ >= count())
        setPointed(-1);
    updateGeometry();
    update();
}

std::vector<QRect> WordStrip::layOut(int width) const {
    std::vector<QRect> rects;
    if (!translation_)
        return rects;
    const QFontMetrics words(font()), numbers(numberFont());
    const int height = words.height() + numbers.height() + 6;
    int x = margin, y = 3;
    for (int row = 0; row < static_cast<int>(translation_->attention->rows()); ++row) {
        const int wide =
            std::max(words.horizontalAdvance(word(row)), numbers.horizontalAdvance(numberText(probability(row)))) +
            2 * inside;
        if (x > margin && x + wide > width - margin) {
            x = margin;
            y += height + gap;
        }
        rects.emplace_back(x, y, wide, height);
        x += wide + gap;
    }
    return rects;
}

int WordStrip::heightForWidth(int width) const {
    const std::vector<QRect> rects = layOut(width);
    return rects.empty() ? QFontMetrics(font()).height() * 2 + 12 : rects.back().bottom() + 4;
}

QSize WordStrip::sizeHint() const {
    return {300, heightForWidth(std::max(200, width()))};
}

QSize WordStrip::minimumSizeHint() const {
    return {160, QFontMetrics(font()).height() * 2 + 12};
}

void WordStrip::setPointed(int row) {
    if (row == pointed_)
        return;
    pointed_ = row;
    setAccessibleDescription(row < 0 || row >= count() ? QString() : word(row) + u' ' + numberText(probability(row)));
    update();
    Q_EMIT pointed(row);
}

bool WordStrip::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        rects_ = layOut(width());
    return QWidget::event(event);
}

void WordStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    update();
}

void WordStrip::resizeEvent(QResizeEvent*) {
    rects_ = layOut(width());
}

void WordStrip::mouseMoveEvent(QMouseEvent* event) {
    int row = -1;
    for (int i = 0; i < count(); ++i)
        if (rects_[static_cast<std::size_t>(i)].contains(event->pos()))
            row = i;
    setPointed(row);
}

void WordStrip::leaveEvent(QEvent*) {
    setPointed(-1);
}

void WordStrip::keyPressEvent(QKeyEvent* event) {
    if (count() > 0 && event->key() == Qt::Key_Right)
        setPointed(std::min(count() - 1, pointed_ + 1));
    else if (count() > 0 && event->key() == Qt::Key_Left)
        setPointed(std::max(0, pointed_ - 1));
    else
        QWidget::keyPressEvent(event);
}

void WordStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const DivergingColourMap colours(palette().color(QPalette::Base).lightness() < 128);
    const QFont small = numberFont();
    const int wordHeight = QFontMetrics(font()).height();
    for (int row = 0; row < count(); ++row) {
        const QRect rect = rects_[static_cast<std::size_t>(row)];
        const double p = probability(row);
        const double surprise = std::clamp(-std::log(std::max(p, 1e-9)) / mostSurprise, 0.0, 1.0);
        const bool isSurprising = p < surprising;
        painter.setPen(row == pointed_ ? QPen(palette().color(QPalette::Highlight), 2)
                       : isSurprising  ? QPen(palette().color(QPalette::Text), 1.4)
                                       : QPen(Qt::NoPen));
        painter.setBrush(QColor::fromRgb(colours.colour(surprise)));
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
        painter.setPen(colours.ink(surprise));
        QFont words = font();
        words.setBold(isSurprising);
        painter.setFont(words);
        painter.drawText(QRect(rect.left(), rect.top() + 2, rect.width(), wordHeight),
                         Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, word(row));
        painter.setFont(small);
        painter.drawText(QRect(rect.left(), rect.top() + 2 + wordHeight, rect.width(), rect.height() - wordHeight - 4),
                         Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, numberText(p));
    }
}

} // namespace zhuyi
