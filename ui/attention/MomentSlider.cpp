#include "ui/attention/MomentSlider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace zhuyi {

MomentSlider::MomentSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setFocusPolicy(Qt::StrongFocus);
}

void MomentSlider::setMark(int value) {
    if (value == mark_)
        return;
    mark_ = value;
    update();
}

QRect MomentSlider::handleAt(int value) const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    option.sliderPosition = option.sliderValue = value;
    return style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
}

void MomentSlider::mousePressEvent(QMouseEvent* event) {
    const QRect handle = handleAt(sliderPosition());
    if (event->button() == Qt::LeftButton && !handle.contains(event->pos())) {
        const int left = handleAt(minimum()).center().x(), right = handleAt(maximum()).center().x();
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), event->pos().x() - left, right - left));
    }
    QSlider::mousePressEvent(event); // the handle is under the pointer now, so that it can be dragged on
}

void MomentSlider::paintEvent(QPaintEvent* event) {
    QSlider::paintEvent(event);
    if (mark_ < minimum() || mark_ > maximum())
        return;
    const QRect handle = handleAt(mark_);
    const int x = handle.center().x();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    // A pin over the groove.
    painter.drawPolygon(QPolygonF({QPointF(x - 4, 0), QPointF(x + 5, 0), QPointF(x + 0.5, 7)}));
    painter.drawRect(QRectF(x, 5, 1, height() - 7));
}

} // namespace zhuyi
