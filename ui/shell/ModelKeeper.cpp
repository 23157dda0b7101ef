#include "ui/shell/ModelKeeper.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/FileDialog.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <utility>

namespace zhuyi {

ModelKeeper::ModelKeeper(EngineClient* client, QWidget* window) : QObject(window), client_(client), window_(window) {
    connect(client_, &EngineClient::stepped, this, [this] { setUnsaved(true); });
    connect(client_, &EngineClient::trainingFinished, this, [this] { setUnsaved(true); });
    connect(client_, &EngineClient::modelSaved, this, &ModelKeeper::takeSaved);
    connect(client_, &EngineClient::modelOpened, this, [this](const ModelSummary& model) {
        setUnsaved(model.path.empty()); // a checkpoint has to be saved as a model yet
        if (!isUnsaved_)
            Checkpoints::settle();
    });
    connect(client_, &EngineClient::failed, this, &ModelKeeper::takeFailure);
    connect(client_, &EngineClient::stateChanged, this, [this] {
        const bool trained = std::exchange(trains_, client_->task() == Task::Train);
        if (trains_ && !trained)
            wasUnsaved_ = isUnsaved_;
    });
}

void ModelKeeper::setUnsaved(bool unsaved) {
    if (std::exchange(isUnsaved_, unsaved) != unsaved)
        Q_EMIT unsavedChanged();
}

void ModelKeeper::takeFailure(const Failed& failure) {
    if (failure.task == Task::Train)
        setUnsaved(wasUnsaved_);
    if (failure.task == Task::SaveModel)
        afterSave_ = nullptr;
}

void ModelKeeper::takeSaved() {
    setUnsaved(client_->task() == Task::Train && !afterSave_);
    if (!isUnsaved_)
        Checkpoints::settle();
    if (const auto then = std::exchange(afterSave_, nullptr))
        then();
}

void ModelKeeper::save() {
    const std::string& path = client_->model().path;
    if (path.empty())
        askFile();
    else
        client_->post(SaveModel{path});
}

void ModelKeeper::askFile() {
    auto* dialog = new FileDialog(tr("Save the model"), window_);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Models (*.zhuyi)")});
    dialog->setDefaultSuffix(QStringLiteral("zhuyi"));
    dialog->setDirectory(QSettings().value(QStringLiteral("folder"), QDir::homePath()).toString());
    dialog->resize(760, 480);
    dialog->selectFile(QStringLiteral("model.zhuyi"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSettings().setValue(QStringLiteral("folder"), QFileInfo(path).absolutePath());
        client_->post(SaveModel{path.toStdString()});
    });
    connect(dialog, &QFileDialog::rejected, this, [this] { afterSave_ = nullptr; });
    dialog->open();
}

void ModelKeeper::whenModelMayGo(const QString& question, const QString& letGo, const std::function<void()>& then) {
    if (!isUnsaved_) {
        then();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved model"), question, QMessageBox::NoButton, window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* save = box->addButton(tr("Save…"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(letGo, QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard, then] {
        if (box->clickedButton() == discard) {
            then();
        } else if (box->clickedButton() == save) {
            afterSave_ = then;
            this->save();
        }
    });
    box->open();
}

void ModelKeeper::openModel(const QString& path, const QStringList& together) {
    OpenModel command{path.toStdString()};
    for (const auto& other : together)
        command.ensemble.push_back(other.toStdString());
    whenModelMayGo(tr("The trained model has not been saved. Open another one?"), tr("Open without saving"),
                   [this, command] { client_->post(command); });
}

} // namespace zhuyi
