#include "ui/shell/RecentFiles.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Opener.h"
#include "ui/shell/Wording.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace zhuyi {

RecentFiles::RecentFiles(Opener* opener, Actions* actions, QWidget* window)
    : QObject(window), opener_(opener), actions_(actions), fileMenu_(new QMenu(window)), openMenu_(new QMenu(window)) {
    fileMenu_->setToolTipsVisible(true);
    openMenu_->setToolTipsVisible(true);
    connect(opener_, &Opener::recentChanged, this, &RecentFiles::fill);
    connect(actions_, &Actions::updated, this, [this] { fileMenu_->setEnabled(actions_->open->isEnabled()); });
    keepSaying(window, [this] {
        fileMenu_->setTitle(tr("Open &recent"));
        fill();
    });
}

void RecentFiles::fill() {
    fileMenu_->clear();
    openMenu_->clear();
    openMenu_->addActions({actions_->open, actions_->openBuiltIn, actions_->openAlignments});
    openMenu_->addSeparator();
    const QStringList recent = Opener::recentFiles();
    for (const QString& path : recent) {
        QAction* action =
            fileMenu_->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, opener_, [this, path] { opener_->openFile(path); });
    }
    openMenu_->addActions(fileMenu_->actions());
    if (recent.isEmpty())
        fileMenu_->addAction(tr("No file yet"))->setEnabled(false);
    fileMenu_->addSeparator();
    fileMenu_->addAction(actions_->clearRecent);
    actions_->clearRecent->setEnabled(!recent.isEmpty());
}

} // namespace zhuyi
