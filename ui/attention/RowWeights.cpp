#include "ui/attention/RowWeights.h"

#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr int margin = 8, widest = 64; // pixels
constexpr double keyStep = 0.05;       // of the weight

} // namespace

RowWeights::RowWeights(QWidget* parent) : QWidget(parent) {
    setFont(Fonts::withChinese(font()));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RowWeights::setWeights(const QStringList& labels, const std::vector<float>& weights) {
    labels_ = labels;
    weights_ = weights;
    if (chosen_ >= static_cast<int>(weights_.size()))
        chosen_ = -1;
    describe();
    update();
}

std::vector<float> RowWeights::withWeight(std::vector<float> weights, int index, double weight) {
    weight = std::clamp(weight, 0.0, 1.0);
    const auto at = static_cast<std::size_t>(index);
    double others = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        others += i == at ? 0.0 : static_cast<double>(weights[i]);
    if (weights.size() < 2)
        return {1.0f};
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (i == at)
            weights[i] = static_cast<float>(weight);
        else if (others > 0)
            weights[i] = static_cast<float>(static_cast<double>(weights[i]) * (1 - weight) / others);
        else // nothing to scale
            weights[i] = static_cast<float>((1 - weight) / static_cast<double>(weights.size() - 1));
    return weights;
}

QRect RowWeights::barRect(int index) const {
    const int count = std::max(1, static_cast<int>(weights_.size()));
    const double width = std::min<double>(widest, (this->width() - 2.0 * margin) / count);
    const double left = (this->width() - width * count) / 2;
    const int bottom = height() - fontMetrics().height() - 4, top = 4 + fontMetrics().height();
    const int x = qRound(left + index * width), next = qRound(left + (index + 1) * width);
    return {x + 2, top, std::max(2, next - x - 4), std::max(4, bottom - top)};
}

int RowWeights::indexAt(const QPoint& point) const {
    for (int i = 0; i < static_cast<int>(weights_.size()); ++i) {
        const QRect bar = barRect(i);
        if (point.x() >= bar.left() - 2 && point.x() <= bar.right() + 2)
            return i;
    }
    return -1;
}

void RowWeights::put(double weight) {
    weights_ = withWeight(std::move(weights_), chosen_, weight);
    describe();
    update();
    Q_EMIT weighing(weights_);
}

void RowWeights::drag(const QPoint& point) {
    const QRect bar = barRect(chosen_);
    put(static_cast<double>(bar.bottom() + 1 - point.y()) / bar.height());
}

void RowWeights::mousePressEvent(QMouseEvent* event) {
    const int index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    chosen_ = index;
    isDragging_ = true;
    drag(event->pos());
}

void RowWeights::mouseMoveEvent(QMouseEvent* event) {
    if (isDragging_)
        drag(event->pos());
}

void RowWeights::mouseReleaseEvent(QMouseEvent*) {
    if (std::exchange(isDragging_, false))
        Q_EMIT weighed();
}

void RowWeights::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(weights_.size());
    const auto change = [this](double by) {
        if (chosen_ < 0)
            return;
        put(static_cast<double>(weights_[static_cast<std::size_t>(chosen_)]) + by);
        Q_EMIT weighed();
    };
    switch (count == 0 ? Qt::Key_unknown : event->key()) {
    case Qt::Key_Left:
        chosen_ = std::max(0, chosen_ - 1);
        break;
    case Qt::Key_Right:
        chosen_ = std::min(count - 1, chosen_ + 1);
        break;
    case Qt::Key_Up:
        return change(keyStep);
    case Qt::Key_Down:
        return change(-keyStep);
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    describe();
    update();
}

void RowWeights::focusInEvent(QFocusEvent* event) {
    if (chosen_ < 0 && !weights_.empty())
        chosen_ = 0;
    describe();
    QWidget::focusInEvent(event);
    update();
}

void RowWeights::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void RowWeights::describe() {
    setAccessibleDescription(
        chosen_ < 0 || chosen_ >= static_cast<int>(weights_.size())
            ? QString()
            : tr("%1: %2 of the attention")
                  .arg(labels_.value(chosen_))
                  .arg(static_cast<double>(weights_[static_cast<std::size_t>(chosen_)]), 0, 'f', 2));
}

void RowWeights::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void RowWeights::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const QColor ink = palette().color(QPalette::Text), accent = palette().color(QPalette::Highlight);
    QColor frame = ink, quiet = ink;
    frame.setAlpha(50);
    quiet.setAlpha(170);
    for (int i = 0; i < static_cast<int>(weights_.size()); ++i) {
        const QRect bar = barRect(i);
        const double weight = static_cast<double>(weights_[static_cast<std::size_t>(i)]);
        const int high = qRound(bar.height() * std::clamp(weight, 0.0, 1.0));
        painter.fillRect(QRect(bar.left(), bar.bottom() + 1 - high, bar.width(), high), accent);
        painter.setPen(hasFocus() && i == chosen_ ? QPen(accent, 2) : QPen(frame, 1));
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
        painter.setPen(ink);
        const QRect place(bar.left() - 2, bar.bottom() + 2, bar.width() + 4, fontMetrics().height());
        painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(labels_.value(i), Qt::ElideRight, place.width()));
        const QString number = QString::number(weight, 'f', 2);
        if (fontMetrics().horizontalAdvance(number) <= bar.width() + 4 && weight >= 0.005) {
            painter.setPen(quiet);
            painter.drawText(
                QRect(bar.left() - 2, bar.top() - fontMetrics().height() - 1, bar.width() + 4, fontMetrics().height()),
                Qt::AlignCenter | Qt::TextSingleLine, number);
        }
    }
}

} // namespace zhuyi
