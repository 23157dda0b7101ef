#include "ui/shell/FileDialog.h"

#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>

namespace zhuyi {

FileDialog::FileDialog(const QString& title, QWidget* parent) : QFileDialog(parent, title) {
    setAttribute(Qt::WA_DeleteOnClose);
    setOption(DontUseNativeDialog);
}

void FileDialog::accept() {
    // While a path is typed, Qt selects what it leads to so far; on a busy machine a folder may stay selected, and
    // would be entered in place of the file that stands there in the end.
    const auto* name = findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    const auto* files = findChild<QListView*>(QStringLiteral("listView"));
    const QFileInfo typed(name ? name->text() : QString());
    if (files && typed.isAbsolute() && !typed.isDir())
        files->selectionModel()->clearSelection();
    QFileDialog::accept();
}

} // namespace zhuyi
