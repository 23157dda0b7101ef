#include "ui/dataset/AlignmentDialog.h"

#include "ui/dataset/AlignmentFile.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>

namespace zhuyi {

AlignmentDialog::AlignmentDialog(const QString& corpusName, const QString& folder, QWidget* parent)
    : FileDialog(tr("Gold alignments of %1").arg(corpusName), parent), oneBased_(new QCheckBox) {
    setFileMode(QFileDialog::ExistingFile);
    setNameFilters({tr("Word alignments (*.align *.pharaoh *.gold *.talp *.txt)"), tr("All files (*)")});
    setDirectory(folder);
    resize(760, 520);

    auto* hint =
        new QLabel(tr("Pharaoh format, a line for each line of the corpus: 0-2 says that the first word of the first "
                      "column and the third word of the second translate each other; 0?2 or 0p2 that they may."));
    hint->setWordWrap(true);
    oneBased_->setText(tr("Words are counted from 1"));
    oneBased_->setObjectName(QStringLiteral("oneBased"));
    oneBased_->setToolTip(tr("Found out from the chosen file: where nothing is linked to a word 0, it counts from 1."));
    if (auto* grid = qobject_cast<QGridLayout*>(layout())) {
        grid->addWidget(hint, grid->rowCount(), 0, 1, -1);
        grid->addWidget(oneBased_, grid->rowCount(), 0, 1, -1);
    }
    connect(oneBased_, &QCheckBox::clicked, this, [this] { answered_ = true; });
    connect(this, &QFileDialog::currentChanged, this, [this](const QString& path) {
        if (!answered_)
            oneBased_->setChecked(AlignmentFile::countsFromOne(path));
    });
    connect(this, &QFileDialog::fileSelected, this, [this](const QString& path) {
        Q_EMIT alignmentsChosen(QFileInfo(path).absoluteFilePath(),
                                answered_ ? oneBased_->isChecked() : AlignmentFile::countsFromOne(path));
    });
}

} // namespace zhuyi
