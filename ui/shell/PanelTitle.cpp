#include "ui/shell/PanelTitle.h"

#include "ui/shell/Icons.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace zhuyi {

PanelTitle::PanelTitle(QDockWidget* dock) : QWidget(dock), dock_(dock), name_(new QLabel) {
    QFont bold = name_->font();
    bold.setWeight(QFont::DemiBold);
    name_->setFont(bold);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 3, 1);
    layout->setSpacing(1);
    layout->addWidget(name_, 1);
    const auto button = [&](const char* icon, const char* name) {
        auto* made = new QToolButton;
        made->setObjectName(QString::fromLatin1(name));
        made->setIcon(themedIcon(QString::fromLatin1(icon), QPalette::WindowText));
        made->setIconSize({15, 15});
        made->setAutoRaise(true);
        layout->addWidget(made);
        return made;
    };
    help_ = button("help", "panelHelp");
    float_ = button("tear-off", "panelFloat");
    hide_ = button("close", "panelHide");
    connect(help_, &QToolButton::clicked, this, &PanelTitle::helpAsked);
    connect(float_, &QToolButton::clicked, dock_, [this] { dock_->setFloating(!dock_->isFloating()); });
    connect(hide_, &QToolButton::clicked, dock_, &QDockWidget::close);
    connect(dock_, &QDockWidget::windowTitleChanged, this, &PanelTitle::retranslate);
    connect(dock_, &QDockWidget::topLevelChanged, this, &PanelTitle::retranslate);
    retranslate();
}

void PanelTitle::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PanelTitle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlpha(28);
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
}

void PanelTitle::retranslate() {
    name_->setText(dock_->windowTitle());
    const auto name = [](QToolButton* button, const QString& text, const QString& accessible) {
        button->setToolTip(text);
        button->setAccessibleName(accessible);
    };
    const QString title = dock_->windowTitle();
    name(help_, tr("What am I looking at? (F1)"), tr("What am I looking at? %1").arg(title));
    const QString move = dock_->isFloating() ? tr("Put back") : tr("Tear off");
    name(float_, move, QStringLiteral("%1: %2").arg(move, title));
    name(hide_, tr("Hide; the View menu brings it back"), tr("Hide: %1").arg(title));
}

} // namespace zhuyi
