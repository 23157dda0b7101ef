#include "ui/translation/BatchDialog.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/FileDialog.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/BatchTranslation.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr int usualWidth = 560; // pixels

} // namespace

BatchDialog::BatchDialog(EngineClient* client, const DecodingOptions& options, QWidget* parent)
    : QDialog(parent), client_(client), options_(options), work_(new BatchTranslation(client, this)),
      explanation_(new QLabel), inputLabel_(new QLabel), outputLabel_(new QLabel), status_(new QLabel),
      input_(new QLineEdit), output_(new QLineEdit), chooseInput_(new QPushButton), chooseOutput_(new QPushButton),
      start_(new QPushButton), close_(new QPushButton), progress_(new QProgressBar) {
    setFont(Fonts::withChinese(font()));
    explanation_->setWordWrap(true);
    status_->setWordWrap(true);
    status_->setObjectName(QStringLiteral("batchStatus"));
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setMinimumHeight(2 * status_->fontMetrics().height());
    status_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    input_->setObjectName(QStringLiteral("batchInput"));
    output_->setObjectName(QStringLiteral("batchOutput"));
    start_->setObjectName(QStringLiteral("batchStart"));
    inputLabel_->setBuddy(input_);
    outputLabel_->setBuddy(output_);
    start_->setDefault(true);
    QSizePolicy keepsItsRoom = progress_->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(keepsItsRoom);

    auto* fields = new QGridLayout;
    fields->addWidget(inputLabel_, 0, 0);
    fields->addWidget(input_, 0, 1);
    fields->addWidget(chooseInput_, 0, 2);
    fields->addWidget(outputLabel_, 1, 0);
    fields->addWidget(output_, 1, 1);
    fields->addWidget(chooseOutput_, 1, 2);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(start_);
    buttons->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(explanation_);
    column->addLayout(fields);
    column->addWidget(progress_);
    column->addWidget(status_, 1);
    column->addLayout(buttons);
    connect(chooseInput_, &QPushButton::clicked, this, &BatchDialog::chooseInput);
    connect(chooseOutput_, &QPushButton::clicked, this, &BatchDialog::chooseOutput);
    connect(input_, &QLineEdit::textEdited, this, &BatchDialog::setInput);
    connect(output_, &QLineEdit::textEdited, this, [this] {
        ownOutput_ = true;
        isDone_ = false;
        updateState();
    });
    connect(start_, &QPushButton::clicked, this, &BatchDialog::startOrCancel);
    connect(close_, &QPushButton::clicked, this, &BatchDialog::reject);
    connect(work_, &BatchTranslation::progressed, this, &BatchDialog::showProgress);
    connect(work_, &BatchTranslation::finished, this, [this](const QString& sentence, bool written) {
        isDone_ = true;
        isWritten_ = written;
        status_->setText(sentence);
        updateState();
    });
    connect(client_, &EngineClient::stateChanged, this, &BatchDialog::updateState);
    retranslate();
    resize(usualWidth, layout()->totalHeightForWidth(usualWidth)); // the explanation takes several lines
}

void BatchDialog::setInput(const QString& path) {
    if (path != input_->text())
        input_->setText(path);
    isDone_ = false;
    if (!ownOutput_) {
        const QFileInfo file(path);
        const QString language =
            client_->model().settings.sourceIsChinese() ? QStringLiteral("en") : QStringLiteral("zh");
        output_->setText(path.isEmpty() ? QString()
                                        : QDir::toNativeSeparators(file.dir().filePath(
                                              file.completeBaseName() + u'.' + language + QStringLiteral(".txt"))));
    }
    updateState();
}

void BatchDialog::setOutput(const QString& path) {
    ownOutput_ = true;
    isDone_ = false;
    output_->setText(path);
    updateState();
}

void BatchDialog::chooseInput() {
    auto* dialog = new FileDialog(tr("Translate a file"), this);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Text files (*.txt)"), tr("All files (*)")});
    dialog->setDirectory(QSettings().value(QStringLiteral("folder"), QDir::homePath()).toString());
    dialog->resize(760, 480);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSettings().setValue(QStringLiteral("folder"), QFileInfo(path).absolutePath());
        setInput(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void BatchDialog::chooseOutput() {
    auto* dialog = new FileDialog(tr("Write the translation to"), this);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("Text files (*.txt)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    if (!output_->text().isEmpty())
        dialog->selectFile(output_->text());
    dialog->resize(760, 480);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { setOutput(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void BatchDialog::startOrCancel() {
    if (work_->isRunning()) {
        work_->cancel();
        return;
    }
    isDone_ = false;
    progress_->setRange(0, 0); // until the file is read
    work_->start(input_->text(), output_->text(), options_);
    updateState();
}

void BatchDialog::showProgress(int lines, int ofLines, double secondsLeft) {
    progress_->setRange(0, ofLines);
    progress_->setValue(lines);
    QString text = tr("%1 of %2 lines").arg(QLocale().toString(lines), QLocale().toString(ofLines));
    if (secondsLeft >= 0) {
        const auto seconds = static_cast<int>(std::ceil(secondsLeft));
        //: Minutes and seconds
        text += QStringLiteral("  ·  ") + tr("%1:%2 left").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    }
    status_->setText(text);
}

void BatchDialog::updateState() {
    const bool running = work_->isRunning();
    for (QWidget* widget : std::initializer_list<QWidget*>{input_, output_, chooseInput_, chooseOutput_})
        widget->setEnabled(!running);
    progress_->setVisible(running || (isDone_ && isWritten_));
    start_->setText(running ? tr("Cancel") : tr("Translate"));
    start_->setEnabled(running || (client_->hasModel() && !input_->text().trimmed().isEmpty() &&
                                   !output_->text().trimmed().isEmpty()));
    if (running || isDone_)
        return;
    progress_->setRange(0, 1);
    progress_->setValue(0);
    status_->setText(!client_->hasModel()                 ? tr("There is no model yet: train one or open one.")
                     : input_->text().isEmpty()           ? tr("Choose a text file, one or more sentences a line.")
                     : QFileInfo::exists(output_->text()) ? tr("The file to write exists already; it will be replaced.")
                                                          : QString());
}

void BatchDialog::reject() {
    work_->cancel();
    QDialog::reject();
}

void BatchDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BatchDialog::retranslate() {
    setWindowTitle(tr("Translate a file"));
    explanation_->setText(tr("Each line of a text file (UTF-8 or GB18030) is translated into the same line of another, "
                             "with the present options of decoding. The file is written at the end, as a whole."));
    inputLabel_->setText(tr("Text"));
    outputLabel_->setText(tr("Translation"));
    chooseInput_->setText(tr("Choose…"));
    chooseOutput_->setText(tr("Choose…"));
    chooseInput_->setAccessibleName(tr("Choose the text file"));
    chooseOutput_->setAccessibleName(tr("Choose where the translation goes"));
    close_->setText(tr("Close"));
    progress_->setAccessibleName(tr("Progress"));
    updateState();
}

} // namespace zhuyi
