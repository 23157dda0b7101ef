#include "ui/shell/Panels.h"

#include "ui/shell/HelpSection.h"
#include "ui/shell/PanelTitle.h"
#include "ui/shell/Wording.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace zhuyi {

namespace {

QString stateKey() {
    return QStringLiteral("window/panels");
}
QString namesKey() {
    return QStringLiteral("window/panelNames");
}

/// Torn off, it has no frame of the desktop's, since it has a title of its own.
class Dock : public QDockWidget {
  public:
    using QDockWidget::QDockWidget;

  protected:
    void paintEvent(QPaintEvent* event) override {
        QDockWidget::paintEvent(event);
        if (!isFloating())
            return;
        QColor edge = palette().color(QPalette::WindowText);
        edge.setAlpha(120);
        QPainter painter(this);
        painter.setPen(edge);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

/// Where the panel wants its user to begin, else the first widget in it that Tab would reach.
QWidget* firstFocusable(QWidget* panel) {
    if (QWidget* chosen = panel->focusProxy(); chosen && chosen->isVisible() && chosen->isEnabled())
        return chosen;
    for (QWidget* next = panel->nextInFocusChain(); next && next != panel; next = next->nextInFocusChain())
        if (panel->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isVisible() && next->isEnabled())
            return next;
    return nullptr;
}

} // namespace

Panels::Panels(QWidget* parent) : QMainWindow(parent) {
    setWindowFlags(Qt::Widget);
    setContextMenuPolicy(Qt::NoContextMenu);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget* Panels::add(QWidget* panel, const char* name, Place place, const Text& title, Shown shown) {
    auto* dock = new Dock(this);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(panel);
    auto* titleBar = new PanelTitle(dock);
    dock->setTitleBarWidget(titleBar);
    for (const char* unused : {"qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"})
        if (auto* button = dock->findChild<QAbstractButton*>(QString::fromLatin1(unused))) {
            button->setToolTip({}); // Qt names them once, in the language of that moment
            button->setAccessibleName({});
        }
    panels_.push_back({dock, place, shown, title});
    HelpSection::set(dock, HelpSection::ofPanel(dock->objectName()));
    connect(titleBar, &PanelTitle::helpAsked, this, [this, dock] { Q_EMIT helpAsked(HelpSection::inSight(dock)); });
    keepSaying(dock, [dock, title, number = panels_.size()] {
        dock->setWindowTitle(title());
        dock->toggleViewAction()->setText(QStringLiteral("&%1 %2").arg(number).arg(title()));
    });
    return dock;
}

std::vector<QDockWidget*> Panels::docks() const {
    std::vector<QDockWidget*> docks;
    for (const Panel& panel : panels_)
        docks.push_back(panel.dock);
    return docks;
}

QString Panels::titleOf(const QDockWidget* dock) const {
    for (const Panel& panel : panels_)
        if (panel.dock == dock)
            return panel.title();
    return {};
}

// Arranging

Panels::Docks Panels::at(Place place) const {
    Docks docks;
    for (const Panel& panel : panels_)
        if (panel.place == place)
            docks << panel.dock;
    return docks;
}

void Panels::stack(const Docks& docks, Qt::DockWidgetArea area, const Docks& hidden) {
    for (QDockWidget* dock : docks + hidden) {
        dock->show();
        if (dock == docks.front())
            addDockWidget(area, dock);
        else
            tabifyDockWidget(docks.front(), dock);
    }
    // These have their place now, for when they are asked for.
    for (const Panel& panel : panels_)
        if (hidden.contains(panel.dock) || (docks.contains(panel.dock) && panel.shown == Shown::OnRequest))
            panel.dock->hide();
}

void Panels::arrange(Arrangement arrangement) {
    for (const Panel& panel : panels_) {
        panel.dock->setFloating(false);
        removeDockWidget(panel.dock);
    }
    const Docks upper = at(Place::Upper), lower = at(Place::Lower), side = at(Place::Side);
    const auto share = [](int whole, int percent) { return std::max(1, whole * percent / 100); };
    const auto sizes = [&](const Docks& first, const Docks& second, int percent, Qt::Orientation orientation) {
        const int whole = orientation == Qt::Horizontal ? width() : height();
        if (!first.isEmpty() && !second.isEmpty())
            resizeDocks({first.front(), second.front()}, {share(whole, percent), share(whole, 100 - percent)},
                        orientation);
    };
    switch (arrangement) {
    case Arrangement::Overview:
        stack(upper, Qt::LeftDockWidgetArea);
        stack(lower, Qt::LeftDockWidgetArea);
        stack(side, Qt::RightDockWidgetArea);
        sizes(upper, side, 51, Qt::Horizontal);
        sizes(upper, lower, 66, Qt::Vertical);
        break;
    case Arrangement::Attention:
        stack(side, Qt::LeftDockWidgetArea, upper);
        stack(lower, Qt::LeftDockWidgetArea);
        sizes(side, lower, 76, Qt::Vertical);
        break;
    case Arrangement::Training:
        stack(upper, Qt::LeftDockWidgetArea);
        stack(side, Qt::RightDockWidgetArea);
        stack(lower, Qt::RightDockWidgetArea);
        sizes(upper, side, 66, Qt::Horizontal);
        sizes(side, lower, 62, Qt::Vertical);
        break;
    case Arrangement::Translation:
        stack(lower, Qt::LeftDockWidgetArea, upper);
        stack(side, Qt::RightDockWidgetArea);
        sizes(lower, side, 42, Qt::Horizontal);
        break;
    }
}

bool Panels::isInSight(const QWidget* widget) const {
    const auto all = docks();
    return std::none_of(all.begin(), all.end(), [widget](const QDockWidget* dock) {
        return dock->isAncestorOf(widget) && dock->visibleRegion().isEmpty();
    });
}

void Panels::bring(QDockWidget* dock) {
    dock->show();
    dock->raise();
}

// Keyboard

void Panels::focus(QDockWidget* dock) {
    bring(dock);
    if (dock->isFloating())
        dock->activateWindow();
    if (QWidget* target = firstFocusable(dock->widget()))
        target->setFocus(Qt::TabFocusReason);
}

void Panels::focusNext(int direction) {
    std::vector<QDockWidget*> inSight;
    for (QDockWidget* dock : docks())
        if (!dock->visibleRegion().isEmpty())
            inSight.push_back(dock);
    if (inSight.empty())
        return;
    const auto at = std::find_if(inSight.begin(), inSight.end(), [](const QDockWidget* dock) {
        return QApplication::focusWidget() && dock->isAncestorOf(QApplication::focusWidget());
    });
    const auto count = static_cast<std::ptrdiff_t>(inSight.size());
    const std::ptrdiff_t next =
        at == inSight.end() ? (direction > 0 ? 0 : count - 1) : (at - inSight.begin() + direction + count) % count;
    focus(inSight[static_cast<std::size_t>(next)]);
}

// Over the program's starts

QString Panels::names() const {
    QStringList names;
    for (const Panel& panel : panels_)
        names << panel.dock->objectName();
    names.sort();
    return names.join(QLatin1Char(' '));
}

void Panels::save(QSettings& store) const {
    store.setValue(stateKey(), saveState());
    store.setValue(namesKey(), names());
}

bool Panels::restore(const QSettings& store) {
    // An older program's panels, without those that are new, would leave these without a place.
    return store.value(namesKey()).toString() == names() && restoreState(store.value(stateKey()).toByteArray());
}

} // namespace zhuyi
