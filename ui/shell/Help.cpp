#include "ui/shell/Help.h"

#include "ui/client/EngineClient.h"
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
    const bool isReady = client_->isReady();
    const EngineInfo info = client_->info();
    auto* dialog = new TextDialog(
        [] { return tr("About Zhuyi"); },
        [isReady, info] {
            QString page = tr("<h2>Zhuyi 注意 %1</h2>"
                              "<p>Watch a translation model learn to pay attention.</p>"
                              "<p>Free software under the GNU General Public License, version 3 or later "
                              "(GPL-3.0-or-later). It comes without any warranty.</p>")
                               .arg(QStringLiteral(ZHUYI_VERSION));
            page += tr("<p>It stands on Qt %1, LibTorch %2 and QCustomPlot.</p>")
                        .arg(QString::fromLatin1(qVersion()),
                             isReady ? QString::fromStdString(info.torchVersion).toHtmlEscaped() : QString());
            if (isReady)
                page += tr("<p>Matrix products: %1<br>Device: %2, threads: %3</p>")
                            .arg(QString::fromStdString(info.blas).toHtmlEscaped(),
                                 QString::fromStdString(info.device).toHtmlEscaped())
                            .arg(info.threads);
            return page;
        },
        window_);
    dialog->resize(480, 340);
    dialog->show();
}

} // namespace zhuyi
