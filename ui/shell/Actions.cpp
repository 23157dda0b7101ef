#include "ui/shell/Actions.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Icons.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RunControl.h"
#include "ui/shell/Wording.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

namespace zhuyi {

Actions::Actions(EngineClient* client, Opener* opener, ModelKeeper* keeper, RunControl* run, QWidget* window)
    : QObject(window), client_(client), opener_(opener), run_(run), window_(window) {
    const auto key = [](auto keys) { return QKeySequence(keys); };
    open = add([] { return tr("&Open a file…"); }, [this] { opener_->askFile(); }, QKeySequence::Open, "open");
    openBuiltIn = add([] { return tr("Open the &built-in corpus"); }, [this] { opener_->openBuiltIn(); });
    openAlignments = add([] { return tr("&Gold alignments…"); }, [this] { opener_->askAlignments(); });
    clearRecent = add([] { return tr("&Clear list"); }, [this] { opener_->clearRecent(); });
    save = add([] { return tr("&Save model"); }, [keeper] { keeper->save(); }, QKeySequence::Save, "save");
    saveAs = add([] { return tr("Save model &as…"); }, [keeper] { keeper->askFile(); },
                 key(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    quit = add([] { return tr("&Quit"); }, [this] { window_->close(); }, key(Qt::CTRL | Qt::Key_Q));
    start = add([this] { return startText(); }, [this] { run_->startOrPause(); }, key(Qt::Key_F5), "start");
    step = add([] { return tr("One s&tep"); }, [this] { run_->step(); }, key(Qt::Key_F10), "step");
    stop = add([] { return tr("St&op"); }, [this] { run_->stop(); }, key(Qt::SHIFT | Qt::Key_F5), "stop");
    editLearningRate =
        add([] { return tr("&Learning rate…"); }, [this] { run_->editLearningRate(); }, key(Qt::CTRL | Qt::Key_L));
    editSettings = add([] { return tr("S&ettings of the run…"); }, [this] { run_->editSettings(); },
                       key(Qt::CTRL | Qt::Key_Comma), "settings");
    connect(client_, &EngineClient::stateChanged, this, &Actions::update);
    connect(run_, &RunControl::waitingChanged, this, &Actions::update);
    keepSaying(window_, [this] {
        open->setIconText(tr("Open"));
        save->setIconText(tr("Save"));
        step->setIconText(tr("Step"));
        stop->setIconText(tr("Stop"));
        editSettings->setIconText(tr("Settings"));
        update();
    });
}

QAction* Actions::add(const Text& text, const std::function<void()>& triggered, const QKeySequence& shortcut,
                      const char* icon) {
    auto* made = new QAction(this);
    if (*icon)
        made->setIcon(themedIcon(QString::fromLatin1(icon)));
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, triggered);
    keepSaying(window_, [made, text] { made->setText(text()); });
    return made;
}

QAction* Actions::addChoice(QActionGroup* group, const Text& text, const std::function<void()>& triggered) {
    QAction* made = add(text, triggered);
    made->setCheckable(true);
    group->addAction(made);
    return made;
}

QAction* Actions::addForModel(const Text& text, const std::function<void()>& triggered) {
    QAction* made = add(text, triggered);
    made->setEnabled(client_->hasModel());
    forModel_.push_back(made);
    return made;
}

QString Actions::withKey(const QString& text, const QAction* action) {
    return QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText));
}

void Actions::update() {
    updateOpening();
    updateRun();
    save->setEnabled(client_->hasModel());
    saveAs->setEnabled(client_->hasModel());
    save->setToolTip(client_->hasModel() ? withKey(tr("Save the model in a file"), save)
                                         : tr("Train a model or open one first"));
    for (QAction* action : forModel_)
        action->setEnabled(client_->hasModel());
    Q_EMIT updated();
}

void Actions::updateOpening() {
    const Task task = client_->task();
    const bool idle = task == Task::None, opening = task == Task::OpenCorpus;
    const auto corpus = client_->corpus();
    const bool isBuiltIn = corpus && corpus->builtIn;
    open->setEnabled(idle || opening);
    open->setToolTip(task == Task::Train ? tr("Stop training first, then open another file")
                                         : withKey(tr("Open a corpus or a model"), open));
    openBuiltIn->setEnabled((idle && !isBuiltIn) || (opening && !client_->opening().builtIn));
    openBuiltIn->setToolTip(tr("Sentence pairs that a grammar makes; which word translates which is known"));
    openAlignments->setEnabled(opener_->canTakeAlignments());
    openAlignments->setToolTip(isBuiltIn
                                   ? tr("The built-in corpus brings its true alignments along")
                                   : tr("Tell which words of the corpus truly translate each other, from a file"));
}

QString Actions::startText() const {
    return run_->isRunning() ? tr("&Pause") : client_->task() == Task::Train ? tr("&Continue") : tr("&Start");
}

QStringList Actions::startWords() {
    return {tr("Start"), tr("Starting…"), tr("Pause"), tr("Continue")};
}

void Actions::updateRun() {
    const bool training = client_->task() == Task::Train, opening = client_->task() == Task::OpenCorpus;
    const bool running = run_->isRunning(), waits = run_->isWaiting(), hasCorpus = client_->corpus() != nullptr;
    start->setEnabled(run_->canStart());
    step->setEnabled(run_->canStep());
    stop->setEnabled(training);
    editLearningRate->setEnabled(run_->canEditLearningRate());
    editLearningRate->setToolTip(run_->canEditLearningRate() ? tr("Another learning rate for the run that is paused")
                                                             : tr("Pause the run to change its learning rate"));
    start->setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("start")));
    start->setText(startText());
    start->setIconText(running ? tr("Pause") : training ? tr("Continue") : waits ? tr("Starting…") : tr("Start"));
    const QString needsCorpus = tr("Open a file of sentence pairs first");
    start->setToolTip(running    ? withKey(tr("Pause training"), start)
                      : training ? withKey(tr("Go on training"), start)
                      : waits    ? tr("Training starts as soon as the corpus is ready; press again to take it back")
                      : hasCorpus || opening ? withKey(tr("Train a new model on this corpus"), start)
                                             : needsCorpus);
    step->setToolTip(hasCorpus || training ? withKey(tr("Train on one batch, then pause"), step) : needsCorpus);
    stop->setToolTip(withKey(tr("End training and keep the best model so far"), stop));
    editSettings->setToolTip(withKey(tr("Settings of the next run"), editSettings));
}

} // namespace zhuyi
