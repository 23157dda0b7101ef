#include "ui/shell/StartButton.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Icons.h"
#include "ui/shell/RunControl.h"

#include <QAction>
#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace zhuyi {

StartButton::StartButton(Actions* actions, RunControl* run, QWidget* parent)
    : QToolButton(parent), actions_(actions), run_(run) {
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({20, 20});
    connect(this, &QToolButton::clicked, actions_->start, &QAction::trigger);
    connect(actions_, &Actions::updated, this, &StartButton::refresh);
    refresh();
}

QSize StartButton::sizeHint() const {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    int widest = 0;
    for (const QString& text : Actions::startWords())
        widest = std::max(widest, metrics.horizontalAdvance(text));
    // The padding and border of accentStyle(), and the gap between icon and text.
    const int width = widest + iconSize().width() + 36, height = std::max(metrics.height(), iconSize().height()) + 10;
    return {width, height};
}

void StartButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && coloursOf_ != QApplication::palette().cacheKey())
        refresh();
}

void StartButton::refresh() {
    const bool running = run_->isRunning();
    const bool standsOut = actions_->start->isEnabled() && !running && !run_->isWaiting();
    setText(actions_->start->iconText());
    setToolTip(actions_->start->toolTip());
    setAccessibleName(text());
    setEnabled(actions_->start->isEnabled());
    setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("start"),
                       standsOut ? QPalette::HighlightedText : QPalette::ButtonText));
    const qint64 colours = QApplication::palette().cacheKey();
    if (standsOut != standsOut_ || colours != coloursOf_) {
        standsOut_ = standsOut;
        coloursOf_ = colours; // before: a style sheet changes the palette
        setStyleSheet(standsOut ? accentStyle() : QString());
    }
    updateGeometry();
}

} // namespace zhuyi
