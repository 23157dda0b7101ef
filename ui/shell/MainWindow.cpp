#include "ui/shell/MainWindow.h"

#include "ui/attention/AttentionPanel.h"
#include "ui/client/CorpusName.h"
#include "ui/client/EngineClient.h"
#include "ui/client/ModelFileName.h"
#include "ui/dataset/CorpusPanel.h"
#include "ui/history/RunHistory.h"
#include "ui/history/RunRecorder.h"
#include "ui/history/RunsPanel.h"
#include "ui/shell/Actions.h"
#include "ui/shell/AppearanceActions.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/FileDrop.h"
#include "ui/shell/Help.h"
#include "ui/shell/Menus.h"
#include "ui/shell/MessageArea.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RecentFiles.h"
#include "ui/shell/RunControl.h"
#include "ui/shell/RunMessages.h"
#include "ui/shell/RunRecovery.h"
#include "ui/shell/RunResumer.h"
#include "ui/shell/RunStatus.h"
#include "ui/shell/ToolBar.h"
#include "ui/shell/WelcomePanel.h"
#include "ui/training/TrainingPanel.h"
#include "ui/translation/SteeringPages.h"
#include "ui/translation/TranslationBox.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

QString geometryKey() {
    return QStringLiteral("window/geometry");
}

} // namespace

MainWindow::MainWindow(EngineClient* client, QWidget* parent)
    : QMainWindow(parent), client_(client), messages_(new MessageArea), keeper_(new ModelKeeper(client_, this)),
      run_(new RunControl(client_, keeper_, this)), opener_(new Opener(client_, messages_, this)),
      runMessages_(new RunMessages(client_, messages_, keeper_, run_, opener_)), history_(new RunHistory(this)),
      resumer_(new RunResumer(client_, keeper_, run_, this)),
      recovery_(new RunRecovery(client_, history_, messages_, opener_, resumer_)), fileDrop_(new FileDrop(this)),
      actions_(new Actions(client_, opener_, keeper_, run_, this)), appearance_(new AppearanceActions(actions_, this)),
      recentFiles_(new RecentFiles(opener_, actions_, this)), menus_(new Menus(menuBar())), panels_(new Panels) {
    setWindowIcon(QIcon(QStringLiteral(":/icons/zhuyi.svg")));
    setContextMenuPolicy(Qt::NoContextMenu);
    auto* middle = new QWidget;
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(panels_, 1);
    setCentralWidget(middle);

    makePanels();
    makeBars();
    fileDrop_->watchEdits();
    connect(fileDrop_, &FileDrop::dropped, this, &MainWindow::openFile);
    followClient();
    updateTitle();
    restoreLayout();
    runMessages_->tellOfStart();
    recovery_->offer();
}

// Putting together

void MainWindow::makePanels() {
    corpusPanel_ = new CorpusPanel(client_);
    trainingPanel_ = new TrainingPanel(client_);
    attentionPanel_ = new AttentionPanel(client_);
    translationBox_ = new TranslationBox(client_);
    runsPanel_ = new RunsPanel(history_);
    using Place = Panels::Place;
    welcomeDock_ = panels_->add(new WelcomePanel(client_, actions_, run_, opener_), "welcomeDock", Place::Upper,
                                [] { return tr("Welcome"); });
    corpusDock_ = panels_->add(corpusPanel_, "corpusDock", Place::Upper, [] { return tr("Corpus"); });
    trainingDock_ = panels_->add(trainingPanel_, "trainingDock", Place::Upper, [] { return tr("Training"); });
    runsDock_ = panels_->add(runsPanel_, "runsDock", Place::Upper, [] { return tr("Runs"); });
    attentionDock_ = panels_->add(attentionPanel_, "attentionDock", Place::Side, [] { return tr("Attention"); });
    translationDock_ = panels_->add(translationBox_, "translationDock", Place::Lower, [] { return tr("Translation"); });
    auto* steering = new SteeringPages(client_, attentionPanel_, translationBox_);
    help_ = new Help(client_, panels_, menuBar(), this);
    connect(steering, &SteeringPages::helpWanted, help_, &Help::showSection);

    connect(corpusPanel_, &CorpusPanel::openRequested, actions_->open, &QAction::trigger);
    connect(corpusPanel_, &CorpusPanel::fileRequested, opener_, &Opener::openFile);
    connect(corpusPanel_, &CorpusPanel::alignmentsRequested, opener_, &Opener::askAlignments);
    connect(corpusPanel_, &CorpusPanel::alignmentsDropped, opener_, &Opener::openWithoutAlignments);
    connect(opener_, &Opener::recentChanged, corpusPanel_,
            [this] { corpusPanel_->setRecentFiles(Opener::recentFiles()); });
    corpusPanel_->setRecentFiles(Opener::recentFiles());
    connect(translationBox_, &TranslationBox::translationShown, attentionPanel_, &AttentionPanel::showTranslation);
    connect(translationBox_, &TranslationBox::pointed, attentionPanel_, &AttentionPanel::pointInTranslation);
    connect(attentionPanel_, &AttentionPanel::pointedInTranslation, translationBox_, &TranslationBox::setPointed);
    connect(attentionPanel_, &AttentionPanel::momentChosen, trainingPanel_, &TrainingPanel::markStep);
    connect(trainingPanel_, &TrainingPanel::stepChosen, attentionPanel_, &AttentionPanel::showMoment);
    connect(run_, &RunControl::settingsChanged, opener_, [this] { opener_->setSettings(run_->settings()); });
    opener_->setSettings(run_->settings());
    connectRuns();
}

void MainWindow::connectRuns() {
    new RunRecorder(client_, history_, this);
    connect(runsPanel_, &RunsPanel::openRequested, keeper_,
            [this](const QString& path) { keeper_->openModel(path, {}); });
    connect(runsPanel_, &RunsPanel::settingsChosen, run_, &RunControl::setSettings);
    connect(runsPanel_, &RunsPanel::compared, trainingPanel_, &TrainingPanel::setCompared);
    connect(runsPanel_, &RunsPanel::resumeRequested, resumer_, &RunResumer::resume);
    connect(resumer_, &RunResumer::goesOn, trainingPanel_, &TrainingPanel::setEarlier);
    connect(resumer_, &RunResumer::refused, this, [this](const std::function<QString()>& reason) {
        panels_->bring(runsDock_);
        runsPanel_->tell(reason);
    });
    connect(recovery_, &RunRecovery::opened, this, [this](const RunSeries& series) {
        trainingPanel_->showEarlier(series);
        panels_->bring(trainingDock_);
    });
}

void MainWindow::makeBars() {
    fillFileMenu();
    menus_->training->addActions({actions_->start, actions_->step, actions_->stop});
    menus_->training->addSeparator();
    menus_->training->addActions({actions_->editLearningRate, actions_->editSettings});
    fillViewMenu();
    fillHelpMenu();

    auto* toolBar = new ToolBar(actions_, run_, recentFiles_->openMenu());
    connect(toolBar, &ToolBar::languageSwitched, appearance_, &AppearanceActions::switchLanguage);
    addToolBar(toolBar);
    statusBar()->addWidget(new RunStatus(client_), 1);
}

void MainWindow::fillFileMenu() {
    menus_->file->addAction(actions_->open);
    menus_->file->addMenu(recentFiles_->fileMenu());
    menus_->file->addActions({actions_->openBuiltIn, actions_->openAlignments});
    menus_->file->addSeparator();
    menus_->file->addActions({actions_->save, actions_->saveAs});
    menus_->file->addMenu(menus_->exports);
    menus_->file->addSeparator();
    menus_->file->addAction(actions_->quit);

    const auto exports = [this](const Actions::Text& text, const std::function<void()>& write) {
        menus_->exports->addAction(actions_->addForModel(text, write));
    };
    exports([] { return tr("&Curves as a picture…"); }, [this] { trainingPanel_->exportPicture(); });
    exports([] { return tr("&Numbers of the curves…"); }, [this] { trainingPanel_->exportNumbers(); });
    menus_->exports->addSeparator();
    exports([] { return tr("&Attention as a picture…"); }, [this] { attentionPanel_->exportPicture(); });
    exports([] { return tr("N&umbers of the attention…"); }, [this] { attentionPanel_->exportNumbers(); });
}

void MainWindow::fillViewMenu() {
    QMenu* view = menus_->view;
    const std::vector<QDockWidget*> docks = panels_->docks();
    for (QDockWidget* dock : docks)
        view->addAction(dock->toggleViewAction());
    view->addMenu(menus_->go);
    for (std::size_t i = 0; i < docks.size(); ++i)
        menus_->go->addAction(actions_->add(
            [this, dock = docks[i], i] { return QStringLiteral("&%1 %2").arg(i + 1).arg(panels_->titleOf(dock)); },
            [this, dock = docks[i]] { panels_->focus(dock); },
            i < 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)) : QKeySequence()));
    menus_->go->addSeparator();
    menus_->go->addAction(
        actions_->add([] { return tr("&Next panel"); }, [this] { panels_->focusNext(1); }, QKeySequence(Qt::Key_F6)));
    menus_->go->addAction(actions_->add([] { return tr("&Previous panel"); }, [this] { panels_->focusNext(-1); },
                                        QKeySequence(Qt::SHIFT | Qt::Key_F6)));

    view->addMenu(menus_->layout);
    using Arrangement = Panels::Arrangement;
    const auto layout = [this](const Actions::Text& text, Arrangement arrangement, Qt::Key key) {
        menus_->layout->addAction(actions_->add(
            text, [this, arrangement] { arrange(arrangement); }, QKeySequence(Qt::ALT | key)));
    };
    layout([] { return tr("&Overview"); }, Arrangement::Overview, Qt::Key_1);
    layout([] { return tr("Large &attention"); }, Arrangement::Attention, Qt::Key_2);
    layout([] { return tr("Large &training"); }, Arrangement::Training, Qt::Key_3);
    layout([] { return tr("T&ranslation and attention"); }, Arrangement::Translation, Qt::Key_4);
    view->addAction(actions_->add([] { return tr("&Reset layout"); }, [this] { resetLayout(); }));
    QAction* full = actions_->add([] { return tr("&Full screen"); }, [this] { setFullScreen(!isFullScreen()); },
                                  QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(view, &QMenu::aboutToShow, full, [this, full] { full->setChecked(isFullScreen()); });
    view->addAction(full);
    view->addSeparator();
    view->addMenu(menus_->theme);
    view->addMenu(menus_->language);
    menus_->theme->addActions({appearance_->desktopTheme, appearance_->lightTheme, appearance_->darkTheme});
    menus_->language->addActions({appearance_->english, appearance_->chinese});
}

void MainWindow::fillHelpMenu() {
    const auto entry = [this](const Actions::Text& text, const std::function<void()>& show,
                              const QKeySequence& key = {}) {
        menus_->help->addAction(actions_->add(text, show, key));
    };
    entry([] { return tr("&What am I looking at?"); }, [this] { help_->showContext(); }, QKeySequence(Qt::Key_F1));
    entry([] { return tr("What &attention is"); }, [this] { help_->showSection({}); });
    entry([] { return tr("&How to begin"); }, [this] { help_->showSection(QStringLiteral("begin")); });
    entry([] { return tr("&Keyboard shortcuts"); }, [this] { help_->showShortcuts(); },
          QKeySequence(Qt::CTRL | Qt::Key_Slash));
    menus_->help->addSeparator();
    entry([] { return tr("A&bout Zhuyi"); }, [this] { help_->showAbout(); });
}

void MainWindow::followClient() {
    connect(client_, &EngineClient::stateChanged, this, &MainWindow::updateTitle);
    connect(keeper_, &ModelKeeper::unsavedChanged, this, &MainWindow::updateTitle);
    connect(client_, &EngineClient::corpusOpened, this, [this] {
        // The one that is there at the first start leaves the newcomer on the page that says what to do, or explains.
        const bool stays =
            client_->corpus()->builtIn && (!welcomeDock_->visibleRegion().isEmpty() || help_->isInSight());
        if (client_->task() != Task::Train && !stays)
            panels_->bring(corpusDock_);
    });
    connect(client_, &EngineClient::trainingStarted, this, [this] { panels_->bring(trainingDock_); });
    connect(client_, &EngineClient::modelOpened, this, [this] { panels_->bring(translationDock_); });
    connect(opener_, &Opener::modelChosen, keeper_, &ModelKeeper::openModel);
}

// Layout

void MainWindow::restoreLayout() {
    const QSettings store;
    // On a small screen room is left for the frame that the desktop draws around the window.
    const QSize room = screen()->availableSize() - QSize(4, 32);
    resize(QSize(1280, 800).boundedTo(room));
    restoreGeometry(store.value(geometryKey()).toByteArray());
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(room)); // the screen may have been a larger one, or another scale
    resetLayout();
    panels_->restore(store);
    if (!client_->corpus())
        panels_->bring(welcomeDock_->isHidden() ? corpusDock_ : welcomeDock_);
}

void MainWindow::resetLayout() {
    panels_->arrange(Panels::Arrangement::Overview);
    (client_->corpus() ? trainingDock_ : welcomeDock_)->raise();
}

void MainWindow::arrange(Panels::Arrangement arrangement) {
    panels_->arrange(arrangement);
    if (!trainingDock_->isHidden())
        trainingDock_->raise();
}

void MainWindow::setFullScreen(bool full) {
    setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

// Doing

void MainWindow::openFile(const QString& path) {
    opener_->openFile(path);
}

void MainWindow::openBuiltIn() {
    opener_->openBuiltIn();
}

void MainWindow::updateTitle() {
    const ModelSummary& model = client_->model();
    QString subject;
    if (const auto corpus = client_->corpus())
        subject = corpusName(*corpus);
    else if (client_->hasModel())
        subject = model.path.empty() ? opener_->name() : modelFileName(model);
    setWindowTitle(subject.isEmpty() ? tr("Zhuyi – watch a model learn to pay attention")
                                     : tr("%1[*] – Zhuyi").arg(subject));
    setWindowModified(!subject.isEmpty() && keeper_->isUnsaved());
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        updateTitle();
    QMainWindow::changeEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next) {
    const QWidget* const begin = QApplication::focusWidget();
    while (QMainWindow::focusNextPrevChild(next)) {
        const QWidget* const now = QApplication::focusWidget();
        if (!now || now == begin || panels_->isInSight(now))
            return true;
    }
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (keeper_->isUnsaved() && !isClosing_) {
        event->ignore();
        keeper_->whenModelMayGo(tr("The trained model has not been saved. Close the window?"),
                                tr("Close without saving"), [this] {
                                    isClosing_ = true;
                                    close();
                                });
        return;
    }
    QSettings store;
    store.setValue(geometryKey(), saveGeometry());
    panels_->save(store);
    if (isClosing_)
        Checkpoints::settle();
    event->accept();
}

} // namespace zhuyi
