#include "ui/shell/Opener.h"

#include "ui/client/CorpusName.h"
#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/dataset/AlignmentDialog.h"
#include "ui/dataset/AlignmentFile.h"
#include "ui/shell/FileDialog.h"
#include "ui/shell/MessageArea.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int mostRecentFiles = 8;

QString recentKey() {
    return QStringLiteral("recent");
}
QString folderKey() {
    return QStringLiteral("folder");
}

bool isModel(const QString& path) {
    return path.endsWith(QLatin1String(".zhuyi"), Qt::CaseInsensitive) || path.endsWith(QLatin1String(".checkpoint"));
}

} // namespace

Opener::Opener(EngineClient* client, MessageArea* messages, QWidget* window)
    : QObject(window), client_(client), messages_(messages), window_(window) {
    connect(client_, &EngineClient::progressed, this, &Opener::takeProgress);
    connect(client_, &EngineClient::failed, this, &Opener::takeFailure);
    connect(client_, &EngineClient::corpusOpened, this, &Opener::takeCorpus);
    connect(client_, &EngineClient::trainingStarted, this, &Opener::endProgress);
    connect(client_, &EngineClient::stateChanged, this, &Opener::goOn);
}

// Opening

void Opener::openFiles(const QStringList& paths) {
    const QString path = paths.front();
    if (client_->task() == Task::OpenCorpus) {
        next_ = [this, paths] { openFiles(paths); };
        client_->post(Cancel{});
        return;
    }
    if (client_->task() != Task::None) {
        messages_->tell(MessageBar::Kind::Failure, Task::OpenModel, [path] {
            return tr("%1 was not opened: stop training first.").arg(QFileInfo(path).fileName());
        });
        return;
    }
    QSettings().setValue(folderKey(), QFileInfo(path).absolutePath());
    const QString file = QFileInfo(path).absoluteFilePath();
    QStringList together;
    for (const auto& other : paths.mid(1))
        together.append(QFileInfo(other).absoluteFilePath());
    messages_->clear(Task::OpenModel);
    messages_->clear(Task::OpenCorpus);
    name_ = QFileInfo(path).fileName();
    if (isModel(path) && std::all_of(together.begin(), together.end(), isModel)) {
        Q_EMIT modelChosen(file, together);
        return;
    }
    if (!together.isEmpty()) {
        messages_->tell(MessageBar::Kind::Failure, Task::OpenCorpus, [] {
            return tr("Several files are opened together only where all of them are models. Choose one corpus.");
        });
        return;
    }
    OpenCorpus command;
    command.path = file.toStdString();
    const QString alignments = AlignmentFile::beside(file);
    command.alignmentsPath = alignments.toStdString();
    command.oneBased = !alignments.isEmpty() && AlignmentFile::countsFromOne(alignments);
    open(command);
}

void Opener::openBuiltIn() {
    if (client_->task() == Task::OpenCorpus) {
        next_ = [this] { openBuiltIn(); };
        client_->post(Cancel{});
        return;
    }
    if (client_->task() != Task::None)
        return;
    messages_->clear(Task::OpenCorpus);
    OpenCorpus command;
    command.builtIn = true;
    open(command);
}

void Opener::open(const OpenCorpus& command) {
    OpenCorpus whole = command;
    whole.settings = settings_;
    client_->post(whole);
    takeProgress({Task::OpenCorpus, command.builtIn ? Phase::Generating : Phase::Reading, 0});
}

void Opener::askFile() {
    ask(tr("Open a corpus, or models that translate together"),
        {tr("Sentence pairs and models (*.txt *.tsv *.zhuyi *.checkpoint)"), tr("All files (*)")});
}

void Opener::askModel() {
    ask(tr("Open a model, or several that translate together"),
        {tr("Models (*.zhuyi *.checkpoint)"), tr("All files (*)")});
}

void Opener::ask(const QString& title, const QStringList& filters) {
    auto* dialog = new FileDialog(title, window_);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(filters);
    dialog->setDirectory(QSettings().value(folderKey(), QDir::homePath()).toString());
    dialog->resize(760, 480);
    connect(dialog, &QFileDialog::filesSelected, this, &Opener::openFiles);
    dialog->open();
}

// Alignments

bool Opener::canTakeAlignments() const {
    return client_->task() == Task::None && client_->corpus() && !client_->corpus()->builtIn;
}

void Opener::askAlignments() {
    if (!canTakeAlignments())
        return;
    const CorpusSummary& corpus = *client_->corpus();
    auto* dialog =
        new AlignmentDialog(corpusName(corpus), QFileInfo(QString::fromStdString(corpus.path)).absolutePath(), window_);
    connect(dialog, &AlignmentDialog::alignmentsChosen, this, [this](const QString& path, bool oneBased) {
        if (!canTakeAlignments())
            return;
        OpenCorpus command = client_->opened();
        command.alignmentsPath = path.toStdString();
        command.oneBased = oneBased;
        open(command);
    });
    dialog->open();
}

void Opener::openWithoutAlignments() {
    if (!canTakeAlignments())
        return;
    OpenCorpus command = client_->opened();
    command.alignmentsPath.clear();
    open(command);
}

// Files opened before

QStringList Opener::recentFiles() {
    return QSettings().value(recentKey()).toStringList();
}

void Opener::remember(const QString& path) {
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    QSettings().setValue(recentKey(), QStringList(recent.mid(0, mostRecentFiles)));
    Q_EMIT recentChanged();
}

void Opener::clearRecent() {
    QSettings().remove(recentKey());
    Q_EMIT recentChanged();
}

// What the engine tells

void Opener::takeProgress(const Progress& progress) {
    const Task task = client_->task();
    if ((progress.task != Task::OpenCorpus && progress.task != Task::Train) ||
        (task != Task::OpenCorpus && task != Task::Train))
        return;
    const OpenCorpus& command = task == Task::OpenCorpus ? client_->opening() : client_->opened();
    const std::string path = command.path;
    const bool builtIn = command.builtIn;
    const Phase phase = progress.phase;
    const QString percent = QString::number(static_cast<int>(progress.share * 100));
    const QString name = QFileInfo(QString::fromStdString(path)).fileName();
    const auto text = [phase, percent, name, builtIn] {
        switch (phase) {
        case Phase::Generating:
            return tr("Making the built-in corpus… %1 %").arg(percent);
        case Phase::Aligning:
            return builtIn ? tr("Aligning the words of the built-in corpus… %1 %").arg(percent)
                           : tr("Aligning the words of %1… %2 %").arg(name, percent);
        case Phase::Segmenting:
            return builtIn ? tr("Cutting the built-in corpus into tokens… %1 %").arg(percent)
                           : tr("Cutting %1 into tokens… %2 %").arg(name, percent);
        default:
            return tr("Reading %1… %2 %").arg(name, percent);
        }
    };
    if (!progress_) {
        progress_ = messages_->tell(MessageBar::Kind::Progress, Task::OpenCorpus, text);
        progress_->addButton([] { return tr("Cancel"); },
                             [this] {
                                 progress_ = nullptr;
                                 client_->post(Cancel{});
                             });
    }
    progress_->setText(text);
    progress_->setShare(progress.share);
}

void Opener::takeFailure(const Failed& failure) {
    if (failure.task != Task::OpenCorpus && failure.task != Task::Train)
        return;
    endProgress();
    if (failure.task != Task::OpenCorpus || failure.message.code == MessageCode::Cancelled)
        return;
    const Message message = failure.message;
    const OpenCorpus& command = client_->opening();
    const bool foundBeside =
        !command.alignmentsPath.empty() && !message.arguments.empty() &&
        message.arguments.front() == command.alignmentsPath &&
        AlignmentFile::beside(QString::fromStdString(command.path)).toStdString() == command.alignmentsPath;
    if (!foundBeside || next_) {
        messages_->tell(MessageBar::Kind::Failure, Task::OpenCorpus, [message] { return messageText(message); });
        return;
    }
    // Nobody asked for them: the corpus is opened all the same.
    messages_->keep(MessageBar::Kind::Warning, [message] {
        return messageText(message) + QLatin1Char(' ') + tr("The corpus is open without alignments.");
    });
    OpenCorpus plain = command;
    plain.alignmentsPath.clear();
    open(plain);
}

void Opener::takeCorpus() {
    endProgress();
    if (client_->task() != Task::Train && !client_->corpus()->builtIn)
        remember(QString::fromStdString(client_->corpus()->path));
}

void Opener::endProgress() {
    messages_->clear(Task::OpenCorpus);
    progress_ = nullptr;
}

void Opener::goOn() {
    if (client_->task() != Task::None)
        return;
    if (const auto next = std::exchange(next_, nullptr))
        next();
}

} // namespace zhuyi
