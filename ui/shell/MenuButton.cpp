#include "ui/shell/MenuButton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace zhuyi {

namespace {

QString arrow() { return QStringLiteral(" ▾"); }

} // namespace

MenuButton::MenuButton(QWidget* parent) : QToolButton(parent) {
    setPopupMode(InstantPopup);
    setAutoRaise(true);
}

QSize MenuButton::sizeHint() const {
    return QToolButton::sizeHint() + QSize(fontMetrics().horizontalAdvance(arrow()), 0);
}

void MenuButton::paintEvent(QPaintEvent*) {
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    option.text += arrow();
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace zhuyi
