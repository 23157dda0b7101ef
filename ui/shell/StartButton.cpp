#include "ui/shell/StartButton.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Icons.h"
#include "ui/shell/RunControl.h"

#include <QAction>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int gap = 7;    // between icon and text
constexpr int side = 16;  // left and right of them
constexpr int radius = 4; // of the corners

} // namespace

StartButton::StartButton(Actions* actions, RunControl* run, QWidget* parent)
    : QToolButton(parent), actions_(actions), run_(run) {
    setIconSize({20, 20});
    setAttribute(Qt::WA_Hover);
    connect(this, &QToolButton::clicked, actions_->start, &QAction::trigger);
    connect(actions_, &Actions::updated, this, &StartButton::refresh);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    refresh();
}

QSize StartButton::sizeHint() const {
    int widest = 0;
    for (const QString& text : Actions::startWords())
        widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    return {widest + gap + iconSize().width() + 2 * side, std::max(fontMetrics().height(), iconSize().height()) + 10};
}

void StartButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateGeometry();
}

void StartButton::refresh() {
    const bool running = run_->isRunning();
    standsOut_ = actions_->start->isEnabled() && !running && !run_->isWaiting();
    setText(actions_->start->iconText());
    setToolTip(actions_->start->toolTip());
    setAccessibleName(text());
    setEnabled(actions_->start->isEnabled());
    setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("start"),
                       standsOut_ ? QPalette::HighlightedText : QPalette::ButtonText));
    update();
}

void StartButton::paintEvent(QPaintEvent*) {
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const bool lit = underMouse() || hasFocus();
    QColor fill = standsOut_ ? accent : palette().color(group, QPalette::Button);
    if (isEnabled() && isDown())
        fill = fill.darker(112);
    else if (isEnabled() && lit)
        fill = standsOut_ ? fill.lighter(114) : fill.darker(104);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::WindowText), 1.5)
                              : QPen(standsOut_ ? accent : palette().color(QPalette::Mid)));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const int textWidth = fontMetrics().horizontalAdvance(text());
    const int left = (width() - iconSize().width() - gap - textWidth) / 2;
    const QRect picture(QPoint(left, (height() - iconSize().height()) / 2), iconSize());
    icon().paint(&painter, picture, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(palette().color(group, standsOut_ ? QPalette::HighlightedText : QPalette::ButtonText));
    painter.drawText(QRect(picture.right() + 1 + gap, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace zhuyi
