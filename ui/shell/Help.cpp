#include "ui/shell/Help.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/AboutPage.h"
#include "ui/shell/HelpPanel.h"
#include "ui/shell/HelpSection.h"
#include "ui/shell/Panels.h"
#include "ui/shell/ShortcutsPage.h"
#include "ui/shell/TextDialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QMenuBar>
#include <QUrl>

#include <optional>

namespace zhuyi {

Help::Help(EngineClient* client, Panels* panels, QMenuBar* menus, QWidget* window)
    : QObject(window), client_(client), panels_(panels), menus_(menus), window_(window), page_(new HelpPanel) {
    dock_ = panels_->add(
        page_, "helpDock", Panels::Place::Upper, [] { return tr("Help"); }, Panels::Shown::OnRequest);
    connect(panels_, &Panels::helpAsked, this, &Help::showSection);
    QDesktopServices::setUrlHandler(HelpSection::scheme(), this, "openLink");
}

Help::~Help() {
    QDesktopServices::unsetUrlHandler(HelpSection::scheme());
}

void Help::showSection(const QString& section) {
    panels_->bring(dock_);
    page_->showSection(section);
}

bool Help::isInSight() const {
    return !page_->visibleRegion().isEmpty();
}

void Help::showContext() {
    showSection(HelpSection::of(QApplication::focusWidget()));
}

void Help::openLink(const QUrl& link) {
    showSection(link.path());
}

void Help::showShortcuts() {
    auto* dialog = new TextDialog([] { return tr("Keyboard shortcuts"); },
                                  [menus = menus_] { return shortcutsPage(menus); }, window_);
    dialog->show();
}

void Help::showAbout() {
    const auto engine = client_->isReady() ? std::optional<EngineInfo>(client_->info()) : std::nullopt;
    auto* dialog = new TextDialog([] { return tr("About Zhuyi"); }, [engine] { return aboutPage(engine); }, window_);
    dialog->resize(500, 510);
    dialog->show();
}

} // namespace zhuyi
