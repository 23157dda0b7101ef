#include "ui/shell/RunMessages.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/client/ModelFileName.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/MessageArea.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RunControl.h"

#include <QDir>
#include <QLocale>

namespace zhuyi {

RunMessages::RunMessages(EngineClient* client, MessageArea* messages, ModelKeeper* keeper, RunControl* run,
                         Opener* opener)
    : QObject(messages), client_(client), messages_(messages), keeper_(keeper), opener_(opener) {
    connect(client_, &EngineClient::failed, this, &RunMessages::takeFailure);
    connect(client_, &EngineClient::notice, this, [this](const Message& message) {
        messages_->keep(MessageBar::Kind::Warning, [message] { return messageText(message); });
    });
    connect(client_, &EngineClient::trainingFinished, this,
            [this](const TrainingFinished& event) { takeEnd(event.end); });
    connect(client_, &EngineClient::modelSaved, this, [this](const QString& path) {
        messages_->clear(Task::Train);
        messages_
            ->tell(MessageBar::Kind::Information, Task::SaveModel,
                   [path] { return tr("The model is saved in %1.").arg(QDir::toNativeSeparators(path)); })
            ->leaveSoon();
    });
    connect(client_, &EngineClient::modelOpened, this, &RunMessages::takeModel);
    connect(run, &RunControl::began, this, [this] {
        for (const Task task : {Task::Train, Task::SaveModel, Task::OpenModel})
            messages_->clear(task);
    });
}

void RunMessages::tellOfStart() {
    if (!Fonts::missingFontSentence().isEmpty())
        messages_->keep(MessageBar::Kind::Warning, [] { return Fonts::missingFontSentence(); });
}

void RunMessages::takeFailure(const Failed& failure) {
    if (failure.task == Task::Translate || failure.task == Task::OpenCorpus)
        return; // told beside the translation, and by the opener
    if (failure.message.code == MessageCode::Cancelled)
        return;
    const Message message = failure.message;
    const auto text = [message] { return messageText(message); };
    if (failure.task == Task::None)
        messages_->keep(MessageBar::Kind::Failure, text);
    else
        messages_->tell(MessageBar::Kind::Failure, failure.task, text);
}

void RunMessages::takeEnd(TrainingEnd end) {
    if (end == TrainingEnd::Failed)
        return; // the failure is told already
    messages_
        ->tell(
            MessageBar::Kind::Information, Task::Train,
            [end] {
                return end == TrainingEnd::Stopped
                           ? tr("Training was stopped. The best model so far is ready: translate with it, or save it.")
                           : tr("Training is complete. The best model is ready: translate with it, or save it.");
            })
        ->addButton([] { return tr("Save…"); }, [this] { keeper_->save(); });
}

void RunMessages::takeModel(const ModelSummary& model) {
    messages_->clear(Task::OpenModel);
    messages_->clear(Task::Train);
    const bool hasFile = !model.path.empty();
    const QString name = hasFile ? modelFileName(model) : opener_->name();
    const bool fromChinese = model.settings.sourceIsChinese();
    const qlonglong parameters = model.parameters;
    const auto count = static_cast<int>(1 + model.together.size());
    const auto text = [name, fromChinese, parameters, count] {
        if (count > 1)
            return (fromChinese
                        ? tr("%n models are open and translate together. Type a Chinese sentence.", nullptr, count)
                        : tr("%n models are open and translate together. Type an English sentence.", nullptr, count));
        return (fromChinese ? tr("The model %1 is open (%2 parameters). Type a Chinese sentence to translate it.")
                            : tr("The model %1 is open (%2 parameters). Type an English sentence to translate it."))
            .arg(name, QLocale().toString(parameters));
    };
    messages_->tell(MessageBar::Kind::Information, Task::OpenModel, text)->leaveSoon();
    if (hasFile)
        opener_->remember(QString::fromStdString(model.path));
}

} // namespace zhuyi
