#include "ui/shell/MainWindow.h"

#include "ui/attention/AttentionPanel.h"
#include "ui/attention/HeatmapView.h"
#include "ui/client/EngineClient.h"
#include "ui/client/CorpusName.h"
#include "ui/client/MessageText.h"
#include "ui/dataset/CorpusPanel.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/Icons.h"
#include "ui/shell/MessageArea.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RunStatus.h"
#include "ui/shell/TextDialog.h"
#include "ui/training/RunSettingsDialog.h"
#include "ui/training/TrainingPanel.h"
#include "ui/translation/TranslationBox.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

constexpr int layoutVersion = 1;

QString localFile(const QMimeData* data) {
    return data->hasUrls() && data->urls().size() == 1 ? data->urls().front().toLocalFile() : QString();
}

Settings storedRunSettings() {
    Settings settings = preset("small");
    QSettings store;
    store.beginGroup(QStringLiteral("run"));
    for (const SettingInfo& info : settingInfos()) {
        const QString name = QString::fromLatin1(info.name);
        if (store.contains(name))
            setSetting(settings, info.name, store.value(name).toString().toStdString());
    }
    return settings;
}

} // namespace

MainWindow::MainWindow(EngineClient* client, QWidget* parent) : QMainWindow(parent), client_(client) {
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/icons/zhuyi.svg")));
    messages_ = new MessageArea;
    opener_ = new Opener(client_, messages_, this);
    panels_ = new QMainWindow;
    panels_->setWindowFlags(Qt::Widget);
    panels_->setContextMenuPolicy(Qt::NoContextMenu);
    auto* middle = new QWidget;
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(panels_, 1);
    setCentralWidget(middle);
    setContextMenuPolicy(Qt::NoContextMenu);

    makeActions();
    makeDocks();
    makeToolBar();
    makeMenus();
    statusBar()->addWidget(new RunStatus(client_), 1);
    connectClient();
    setRunSettings(storedRunSettings());
    retranslate();

    const QSettings store;
    // On a small screen room is left for the frame that the desktop draws around the window.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(4, 32)));
    resetLayout();
    firstLayout_ = panels_->saveState(layoutVersion);
    restoreGeometry(store.value(QStringLiteral("window/geometry")).toByteArray());
    panels_->restoreState(store.value(QStringLiteral("window/panels")).toByteArray(), layoutVersion);
    if (!client_->corpus()) {
        corpusDock_->show();
        corpusDock_->raise();
    }
    if (!Fonts::missingFontSentence().isEmpty())
        messages_->keep(MessageBar::Kind::Warning, [] { return Fonts::missingFontSentence(); });
    if (const QString checkpoint = Checkpoints::leftBehind(); !checkpoint.isEmpty())
        messages_
            ->keep(MessageBar::Kind::Information,
                   [] {
                       return tr("The last run was cut off before its model was saved. What it had learnt by its last "
                                 "validation is kept.");
                   })
            ->addButton([] { return tr("Open it"); }, [this, checkpoint] { openFile(checkpoint); });
}

void MainWindow::makeActions() {
    const auto action = [this](const char* icon, const QKeySequence& shortcut, auto slot) {
        auto* made = new QAction(this);
        if (*icon)
            made->setIcon(themedIcon(QString::fromLatin1(icon)));
        made->setShortcut(shortcut);
        connect(made, &QAction::triggered, this, slot);
        return made;
    };
    open_ = action("open", QKeySequence::Open, [this] { opener_->askFile(); });
    openBuiltIn_ = action("", {}, [this] { opener_->openBuiltIn(); });
    openAlignments_ = action("", {}, [this] { opener_->askAlignments(); });
    save_ = action("save", QKeySequence::Save, [this] { save(); });
    saveAs_ = action("", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { askFileToSave(); });
    quit_ = action("", QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    start_ = action("start", QKeySequence(Qt::Key_F5), [this] { startOrPause(); });
    step_ = action("step", QKeySequence(Qt::Key_F10), [this] { step(); });
    stop_ = action("stop", QKeySequence(Qt::SHIFT | Qt::Key_F5), [this] { client_->post(Stop{}); });
    editSettings_ = action("settings", QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { editRunSettings(); });
    resetLayout_ = action("", {}, [this] { resetLayout(); });
    help_ = action("", QKeySequence::HelpContents, [this] { showHelp(); });
    about_ = action("", {}, [this] { showAbout(); });
    clearRecent_ = action("", {}, [this] { opener_->clearRecent(); });
    curvesPicture_ = action("", {}, [this] { trainingPanel_->exportPicture(); });
    curvesNumbers_ = action("", {}, [this] { trainingPanel_->exportNumbers(); });
    attentionPicture_ = action("", {}, [this] { attentionPanel_->heatmap()->exportPicture(); });
    attentionNumbers_ = action("", {}, [this] { attentionPanel_->heatmap()->exportNumbers(); });

    auto* languages = new QActionGroup(this);
    english_ = action("", {}, [this] { setLanguage(QStringLiteral("en")); });
    chinese_ = action("", {}, [this] { setLanguage(QStringLiteral("zh")); });
    english_->setText(QStringLiteral("English"));
    chinese_->setText(QStringLiteral("简体中文"));
    auto* themes = new QActionGroup(this);
    desktopTheme_ = action("", {}, [this] { setTheme(Theme::Desktop); });
    lightTheme_ = action("", {}, [this] { setTheme(Theme::Light); });
    darkTheme_ = action("", {}, [this] { setTheme(Theme::Dark); });
    for (QAction* one : {english_, chinese_})
        languages->addAction(one);
    for (QAction* one : {desktopTheme_, lightTheme_, darkTheme_})
        themes->addAction(one);
    for (QAction* one : {english_, chinese_, desktopTheme_, lightTheme_, darkTheme_})
        one->setCheckable(true);
    const Theme theme = themeNamed(QSettings().value(QStringLiteral("theme")).toString());
    (theme == Theme::Light ? lightTheme_ : theme == Theme::Dark ? darkTheme_ : desktopTheme_)->setChecked(true);
}

void MainWindow::makeToolBar() {
    toolBar_ = addToolBar(QString());
    toolBar_->setObjectName(QStringLiteral("toolBar"));
    toolBar_->setMovable(false);
    toolBar_->setIconSize({20, 20});
    toolBar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar_->setMinimumHeight(44); // that of the start button where it stands out, so that nothing jumps

    recentMenu_ = new QMenu(this);
    openMenu_ = new QMenu(this);
    openMenu_->setToolTipsVisible(true);
    openButton_ = new QToolButton;
    openButton_->setDefaultAction(open_);
    openButton_->setPopupMode(QToolButton::MenuButtonPopup);
    openButton_->setMenu(openMenu_);
    openButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    openButton_->setObjectName(QStringLiteral("openButton"));
    toolBar_->addWidget(openButton_);
    toolBar_->addSeparator();

    // Not the action's own button: it is painted to stand out, with an icon in another colour than the menu's.
    startButton_ = new QToolButton;
    startButton_->setObjectName(QStringLiteral("startButton"));
    startButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(startButton_, &QToolButton::clicked, start_, &QAction::trigger);
    toolBar_->addWidget(startButton_);
    toolBar_->addAction(step_);
    toolBar_->addAction(stop_);
    toolBar_->addSeparator();

    preset_ = new QComboBox;
    preset_->setObjectName(QStringLiteral("presetChoice"));
    preset_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(preset_, &QComboBox::activated, this, &MainWindow::choosePreset);
    toolBar_->addWidget(preset_);
    guided_ = new QCheckBox;
    guided_->setObjectName(QStringLiteral("guidedBox"));
    connect(guided_, &QCheckBox::clicked, this,
            [this](bool guided) { setRunSettings(RunSettingsDialog::withGuidedAttention(guided, run_)); });
    toolBar_->addWidget(guided_);
    toolBar_->addAction(editSettings_);
    toolBar_->addSeparator();

    auto* saveMenu = new QMenu(this);
    saveMenu->addActions({save_, saveAs_});
    saveMenu->addSeparator();
    saveMenu->addAction(open_);
    saveButton_ = new QToolButton;
    saveButton_->setObjectName(QStringLiteral("saveButton"));
    saveButton_->setDefaultAction(save_);
    saveButton_->setPopupMode(QToolButton::MenuButtonPopup);
    saveButton_->setMenu(saveMenu);
    saveButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar_->addWidget(saveButton_);

    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar_->addWidget(gap);
    languageButton_ = new QToolButton;
    languageButton_->setObjectName(QStringLiteral("languageButton"));
    languageButton_->setText(QStringLiteral("中文 / EN"));
    connect(languageButton_, &QToolButton::clicked, this, [this] {
        setLanguage(currentLanguage() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh"));
    });
    toolBar_->addWidget(languageButton_);
}

void MainWindow::makeMenus() {
    fileMenu_ = menuBar()->addMenu(QString());
    fileMenu_->addAction(open_);
    fileMenu_->addMenu(recentMenu_);
    fileMenu_->addActions({openBuiltIn_, openAlignments_});
    fileMenu_->setToolTipsVisible(true);
    fileMenu_->addSeparator();
    fileMenu_->addActions({save_, saveAs_});
    exportMenu_ = fileMenu_->addMenu(QString());
    exportMenu_->addActions({curvesPicture_, curvesNumbers_});
    exportMenu_->addSeparator();
    exportMenu_->addActions({attentionPicture_, attentionNumbers_});
    fileMenu_->addSeparator();
    fileMenu_->addAction(quit_);

    trainingMenu_ = menuBar()->addMenu(QString());
    trainingMenu_->addActions({start_, step_, stop_});
    trainingMenu_->addSeparator();
    trainingMenu_->addAction(editSettings_);

    viewMenu_ = menuBar()->addMenu(QString());
    for (QDockWidget* dock : {corpusDock_, trainingDock_, attentionDock_, translationDock_})
        viewMenu_->addAction(dock->toggleViewAction());
    viewMenu_->addAction(resetLayout_);
    viewMenu_->addSeparator();
    themeMenu_ = viewMenu_->addMenu(QString());
    themeMenu_->addActions({desktopTheme_, lightTheme_, darkTheme_});
    languageMenu_ = viewMenu_->addMenu(QString());
    languageMenu_->addActions({english_, chinese_});

    helpMenu_ = menuBar()->addMenu(QString());
    helpMenu_->addActions({help_, about_});
}

void MainWindow::makeDocks() {
    corpusPanel_ = new CorpusPanel(client_);
    trainingPanel_ = new TrainingPanel(client_);
    attentionPanel_ = new AttentionPanel(client_);
    translationBox_ = new TranslationBox(client_);
    connect(corpusPanel_, &CorpusPanel::openRequested, open_, &QAction::trigger);
    connect(corpusPanel_, &CorpusPanel::fileRequested, opener_, &Opener::openFile);
    connect(corpusPanel_, &CorpusPanel::alignmentsRequested, opener_, &Opener::askAlignments);
    connect(corpusPanel_, &CorpusPanel::alignmentsDropped, opener_, &Opener::openWithoutAlignments);
    connect(translationBox_, &TranslationBox::translationShown, attentionPanel_, &AttentionPanel::showTranslation);

    const auto dock = [this](QWidget* panel, const char* name) {
        auto* made = new QDockWidget(panels_);
        made->setObjectName(QString::fromLatin1(name));
        made->setWidget(panel);
        return made;
    };
    corpusDock_ = dock(corpusPanel_, "corpusDock");
    trainingDock_ = dock(trainingPanel_, "trainingDock");
    attentionDock_ = dock(attentionPanel_, "attentionDock");
    translationDock_ = dock(translationBox_, "translationDock");
    panels_->setDockNestingEnabled(true);
    panels_->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    panels_->addDockWidget(Qt::LeftDockWidgetArea, corpusDock_);
    panels_->addDockWidget(Qt::LeftDockWidgetArea, translationDock_);
    panels_->addDockWidget(Qt::RightDockWidgetArea, attentionDock_);
    panels_->tabifyDockWidget(corpusDock_, trainingDock_);

    // An edit would take a dropped file as text.
    for (auto* edit : findChildren<QTextEdit*>())
        edit->viewport()->installEventFilter(this);
    for (auto* edit : findChildren<QPlainTextEdit*>())
        edit->viewport()->installEventFilter(this);
}

void MainWindow::resetLayout() {
    if (!firstLayout_.isEmpty())
        panels_->restoreState(firstLayout_, layoutVersion);
    panels_->resizeDocks({corpusDock_, attentionDock_}, {640, 620}, Qt::Horizontal);
    panels_->resizeDocks({corpusDock_, translationDock_}, {440, 230}, Qt::Vertical);
    (client_->corpus() ? trainingDock_ : corpusDock_)->raise();
}

void MainWindow::connectClient() {
    connect(opener_, &Opener::recentChanged, this, &MainWindow::updateRecentFiles);
    connect(opener_, &Opener::modelChosen, this, [this](const QString& path) {
        whenModelMayGo(tr("The trained model has not been saved. Open another one?"), tr("Open without saving"),
                       [this, path] { client_->post(OpenModel{path.toStdString()}); });
    });
    connect(client_, &EngineClient::stateChanged, this, &MainWindow::updateActions);
    connect(client_, &EngineClient::stateChanged, this, &MainWindow::startIfAsked, Qt::QueuedConnection);
    connect(client_, &EngineClient::failed, this, &MainWindow::showFailure);
    connect(client_, &EngineClient::notice, this, [this](const Message& message) {
        messages_->keep(MessageBar::Kind::Warning, [message] { return messageText(message); });
    });
    connect(client_, &EngineClient::corpusOpened, this, [this] {
        updateTitle();
        if (client_->task() == Task::Train)
            return;
        corpusDock_->show();
        corpusDock_->raise();
    });
    connect(client_, &EngineClient::trainingStarted, this, [this] {
        trainingDock_->show();
        trainingDock_->raise();
    });
    connect(client_, &EngineClient::stepped, this, [this] {
        if (!isUnsaved_) {
            isUnsaved_ = true;
            updateTitle();
        }
    });
    connect(client_, &EngineClient::trainingFinished, this, [this](const TrainingFinished& event) {
        isUnsaved_ = true;
        updateTitle();
        const TrainingEnd end = event.end;
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
            ->addButton([] { return tr("Save…"); }, [this] { save(); });
    });
    connect(client_, &EngineClient::modelSaved, this, [this](const QString& path) {
        isUnsaved_ = client_->task() == Task::Train && !afterSave_;
        if (!isUnsaved_)
            Checkpoints::settle();
        messages_->clear(Task::Train);
        messages_->tell(MessageBar::Kind::Information, Task::SaveModel,
                        [path] { return tr("The model is saved in %1.").arg(QDir::toNativeSeparators(path)); });
        updateTitle();
        if (const auto then = std::exchange(afterSave_, nullptr))
            then();
    });
    connect(client_, &EngineClient::modelOpened, this, [this](const ModelSummary& model) {
        const bool hasFile = !model.path.empty(); // a checkpoint has to be saved as a model yet
        isUnsaved_ = !hasFile;
        if (hasFile)
            Checkpoints::settle();
        messages_->clear(Task::OpenModel);
        messages_->clear(Task::Train);
        const QString name = hasFile ? QFileInfo(QString::fromStdString(model.path)).fileName() : opener_->name();
        const bool fromChinese = model.settings.sourceIsChinese();
        const qlonglong parameters = model.parameters;
        messages_->tell(MessageBar::Kind::Information, Task::OpenModel, [name, fromChinese, parameters] {
            return (fromChinese ? tr("The model %1 is open (%2 parameters). Type a Chinese sentence to translate it.")
                                : tr("The model %1 is open (%2 parameters). Type an English sentence to translate it."))
                .arg(name, QLocale().toString(parameters));
        });
        if (hasFile)
            opener_->remember(QString::fromStdString(model.path));
        updateTitle();
        translationDock_->show();
        translationDock_->raise();
    });
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ThemeChange && desktopTheme_->isChecked())
        applyTheme(Theme::Desktop);
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        updateStartButton();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
    open_->setText(tr("&Open a file…"));
    openBuiltIn_->setText(tr("Open the &built-in corpus"));
    openAlignments_->setText(tr("&Gold alignments…"));
    open_->setIconText(tr("Open"));
    save_->setText(tr("&Save model"));
    save_->setIconText(tr("Save"));
    saveAs_->setText(tr("Save model &as…"));
    quit_->setText(tr("&Quit"));
    step_->setText(tr("One s&tep"));
    step_->setIconText(tr("Step"));
    stop_->setText(tr("St&op"));
    stop_->setIconText(tr("Stop"));
    editSettings_->setText(tr("S&ettings of the run…"));
    editSettings_->setIconText(tr("Settings"));
    resetLayout_->setText(tr("&Reset layout"));
    help_->setText(tr("&How to begin"));
    about_->setText(tr("&About Zhuyi"));
    clearRecent_->setText(tr("&Clear list"));
    curvesPicture_->setText(tr("Curves as a picture…"));
    curvesNumbers_->setText(tr("Numbers of the curves…"));
    attentionPicture_->setText(tr("Attention as a picture…"));
    attentionNumbers_->setText(tr("Numbers of the attention…"));
    desktopTheme_->setText(tr("As the &desktop"));
    lightTheme_->setText(tr("&Light"));
    darkTheme_->setText(tr("Dar&k"));
    fileMenu_->setTitle(tr("&File"));
    recentMenu_->setTitle(tr("Open &recent"));
    exportMenu_->setTitle(tr("&Export"));
    trainingMenu_->setTitle(tr("&Training"));
    viewMenu_->setTitle(tr("&View"));
    themeMenu_->setTitle(tr("&Theme"));
    languageMenu_->setTitle(tr("&Language"));
    helpMenu_->setTitle(tr("&Help"));
    toolBar_->setWindowTitle(tr("Toolbar"));
    corpusDock_->setWindowTitle(tr("Corpus"));
    trainingDock_->setWindowTitle(tr("Training"));
    attentionDock_->setWindowTitle(tr("Attention"));
    translationDock_->setWindowTitle(tr("Translation"));
    // Qt names these once, in the language of that moment.
    for (const QDockWidget* dock : {corpusDock_, trainingDock_, attentionDock_, translationDock_}) {
        const std::pair<const char*, QString> buttons[] = {{"qt_dockwidget_floatbutton", tr("Tear off or put back")},
                                                           {"qt_dockwidget_closebutton", tr("Hide")}};
        for (const auto& [name, text] : buttons)
            if (auto* button = dock->findChild<QAbstractButton*>(QString::fromLatin1(name))) {
                button->setToolTip(text);
                button->setAccessibleName(text);
            }
    }
    languageButton_->setToolTip(tr("Switch between English and Chinese"));
    languageButton_->setAccessibleName(tr("Language"));
    preset_->setToolTip(tr("Preset: how large the network is and how it is trained"));
    preset_->setAccessibleName(tr("Preset"));
    guided_->setText(tr("Guided attention"));
    guided_->setToolTip(
        tr("Teach the attention of the next run to follow word alignments: the true ones where they are known, else those of a "
           "word aligner. Train once with it and once without, and hold the heatmaps against each other."));
    (currentLanguage() == QLatin1String("zh") ? chinese_ : english_)->setChecked(true);
    setRunSettings(run_);
    updateRecentFiles();
    updateActions();
    updateTitle();
}

void MainWindow::updateActions() {
    const Task task = client_->task();
    const bool idle = task == Task::None, training = task == Task::Train, paused = client_->isPaused();
    const bool hasCorpus = client_->corpus() != nullptr;
    const bool opening = task == Task::OpenCorpus;
    const auto corpus = client_->corpus();
    open_->setEnabled(idle || opening);
    openBuiltIn_->setEnabled((idle && !(corpus && corpus->builtIn)) || (opening && !client_->opening().builtIn));
    openBuiltIn_->setToolTip(tr("Sentence pairs that a grammar makes; which word translates which is known"));
    openAlignments_->setEnabled(opener_->canTakeAlignments());
    openAlignments_->setToolTip(corpus && corpus->builtIn
                                    ? tr("The built-in corpus brings its true alignments along")
                                    : tr("Tell which words of the corpus truly translate each other, from a file"));
    open_->setToolTip(training ? tr("Stop training first, then open another file")
                               : tr("Open a corpus or a model (%1)").arg(open_->shortcut().toString()));
    recentMenu_->setEnabled(idle || opening);
    start_->setEnabled(training || opening || (idle && hasCorpus));
    step_->setEnabled((training && paused) || (idle && hasCorpus));
    stop_->setEnabled(training);
    save_->setEnabled(client_->hasModel());
    saveAs_->setEnabled(client_->hasModel());
    for (QAction* action : {attentionPicture_, attentionNumbers_, curvesPicture_, curvesNumbers_})
        action->setEnabled(client_->hasModel());

    const bool running = training && !paused;
    start_->setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("start")));
    start_->setText(running ? tr("&Pause") : training ? tr("&Continue") : tr("&Start"));
    const bool waits = opening && startWhenOpened_;
    start_->setIconText(running ? tr("Pause") : training ? tr("Continue") : waits ? tr("Starting…") : tr("Start"));
    const auto withKey = [](const QString& text, const QAction* action) {
        return QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText));
    };
    const QString needsCorpus = tr("Open a file of sentence pairs first");
    start_->setToolTip(running     ? withKey(tr("Pause training"), start_)
                       : training  ? withKey(tr("Go on training"), start_)
                       : waits     ? tr("Training starts as soon as the corpus is ready; press again to take it back")
                       : hasCorpus || opening ? withKey(tr("Train a new model on this corpus"), start_)
                                   : needsCorpus);
    step_->setToolTip(hasCorpus || training ? withKey(tr("Train on one batch, then pause"), step_) : needsCorpus);
    stop_->setToolTip(withKey(tr("End training and keep the best model so far"), stop_));
    save_->setToolTip(client_->hasModel() ? withKey(tr("Save the model in a file"), save_)
                                          : tr("Train a model or open one first"));
    editSettings_->setToolTip(withKey(tr("Settings of the next run"), editSettings_));
    updateStartButton();
    updateTitle();
}

void MainWindow::updateStartButton() {
    const bool running = client_->task() == Task::Train && !client_->isPaused();
    const bool waits = client_->task() == Task::OpenCorpus && startWhenOpened_;
    const bool standsOut = start_->isEnabled() && !running && !waits;
    startButton_->setText(start_->iconText());
    startButton_->setToolTip(start_->toolTip());
    startButton_->setAccessibleName(start_->iconText());
    startButton_->setEnabled(start_->isEnabled());
    startButton_->setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("start"),
                                     standsOut ? QPalette::HighlightedText : QPalette::ButtonText));
    startButton_->setStyleSheet(standsOut ? accentStyle() : QString());
}

void MainWindow::updateTitle() {
    const ModelSummary& model = client_->model();
    QString subject;
    if (const auto corpus = client_->corpus())
        subject = corpusName(*corpus);
    else if (client_->hasModel())
        subject = model.path.empty() ? opener_->name() : QFileInfo(QString::fromStdString(model.path)).fileName();
    setWindowTitle(subject.isEmpty() ? tr("Zhuyi – watch a model learn to pay attention")
                                     : tr("%1[*] – Zhuyi").arg(subject));
    setWindowModified(!subject.isEmpty() && isUnsaved_);
}

void MainWindow::updateRecentFiles() {
    recentMenu_->clear();
    openMenu_->clear();
    openMenu_->addActions({open_, openBuiltIn_, openAlignments_});
    openMenu_->addSeparator();
    const QStringList recent = Opener::recentFiles();
    for (const QString& path : recent) {
        QAction* action =
            recentMenu_->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, opener_, [this, path] { opener_->openFile(path); });
    }
    recentMenu_->setToolTipsVisible(true);
    openMenu_->addActions(recentMenu_->actions());
    if (recent.isEmpty())
        recentMenu_->addAction(tr("No file yet"))->setEnabled(false);
    recentMenu_->addSeparator();
    recentMenu_->addAction(clearRecent_);
    clearRecent_->setEnabled(!recent.isEmpty());
    corpusPanel_->setRecentFiles(recent);
}

void MainWindow::openFile(const QString& path) {
    opener_->openFile(path);
}

void MainWindow::openBuiltIn() {
    opener_->openBuiltIn();
}

void MainWindow::showFailure(const Failed& failure) {
    if (failure.task == Task::Translate)
        return; // told beside the translation
    if (failure.task == Task::OpenCorpus) {
        startWhenOpened_ = false;
        return; // told by the opener
    }
    if (failure.task == Task::Train)
        isUnsaved_ = wasUnsaved_;
    if (failure.task == Task::SaveModel)
        afterSave_ = nullptr;
    updateTitle();
    if (failure.message.code == MessageCode::Cancelled)
        return;
    const Message message = failure.message;
    const auto text = [message] { return messageText(message); };
    if (failure.task == Task::None)
        messages_->keep(MessageBar::Kind::Failure, text);
    else
        messages_->tell(MessageBar::Kind::Failure, failure.task, text);
}

void MainWindow::startOrPause() {
    if (client_->task() == Task::OpenCorpus) {
        startWhenOpened_ = !startWhenOpened_;
        updateActions();
    } else if (client_->task() != Task::Train)
        train(false);
    else if (client_->isPaused())
        client_->post(Resume{});
    else
        client_->post(Pause{});
}

void MainWindow::step() {
    if (client_->task() == Task::Train)
        client_->post(Step{});
    else
        train(true);
}

void MainWindow::startIfAsked() {
    if (client_->task() == Task::None && client_->corpus() && std::exchange(startWhenOpened_, false))
        train(false);
}

void MainWindow::train(bool oneStep) {
    whenModelMayGo(tr("The trained model has not been saved. Train a new one in its place?"),
                   tr("Train without saving"), [this, oneStep] {
                       messages_->clear(Task::Train);
                       messages_->clear(Task::SaveModel);
                       messages_->clear(Task::OpenModel);
                       wasUnsaved_ = isUnsaved_;
                       Train train;
                       train.settings = run_;
                       train.checkpointPath = Checkpoints::begin().toStdString();
                       train.startPaused = oneStep;
                       client_->post(train);
                       if (oneStep)
                           client_->post(Step{});
                   });
}

void MainWindow::save() {
    const std::string& path = client_->model().path;
    if (path.empty())
        askFileToSave();
    else
        client_->post(SaveModel{path});
}

void MainWindow::askFileToSave() {
    auto* dialog = new QFileDialog(this, tr("Save the model"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
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

void MainWindow::whenModelMayGo(const QString& question, const QString& letGo, const std::function<void()>& then) {
    if (!isUnsaved_) {
        then();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved model"), question, QMessageBox::NoButton, this);
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

void MainWindow::editRunSettings() {
    const auto corpus = client_->corpus();
    auto* dialog = new RunSettingsDialog(run_, corpus ? std::optional<Settings>(corpus->settings) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setRunSettings(dialog->settings()); });
    dialog->open();
}

void MainWindow::choosePreset(int index) {
    const std::string name = preset_->itemData(index).toString().toStdString();
    setRunSettings(name.empty() ? run_ : RunSettingsDialog::withPreset(name, run_));
}

void MainWindow::setRunSettings(const Settings& settings) {
    run_ = settings;
    opener_->setSettings(run_);
    QSettings store;
    store.beginGroup(QStringLiteral("run"));
    for (const SettingInfo& info : settingInfos())
        store.setValue(QString::fromLatin1(info.name), QString::fromStdString(settingText(run_, info)));

    guided_->setChecked(run_.guided_attention > 0);
    guided_->setEnabled(run_.attention != "none");
    const std::string current = RunSettingsDialog::presetNameOf(run_);
    preset_->clear();
    for (const std::string& name : presetNames())
        preset_->addItem(RunSettingsDialog::presetLabel(name), QString::fromStdString(name));
    if (current.empty())
        preset_->addItem(RunSettingsDialog::presetLabel({}), QString());
    preset_->setCurrentIndex(preset_->findData(QString::fromStdString(current)));
}

void MainWindow::setTheme(Theme theme) {
    QSettings().setValue(QStringLiteral("theme"), themeName(theme));
    applyTheme(theme);
}

void MainWindow::setLanguage(const QString& language) {
    QSettings().setValue(QStringLiteral("language"), language);
    applyLanguage(language);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (isUnsaved_ && !isClosing_) {
        event->ignore();
        whenModelMayGo(tr("The trained model has not been saved. Close the window?"), tr("Close without saving"),
                       [this] {
                           isClosing_ = true;
                           close();
                       });
        return;
    }
    QSettings store;
    store.setValue(QStringLiteral("window/geometry"), saveGeometry());
    store.setValue(QStringLiteral("window/panels"), panels_->saveState(layoutVersion));
    if (isClosing_)
        Checkpoints::settle();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = localFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        if (localFile(drop->mimeData()).isEmpty())
            break;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            dropEvent(drop);
        return true;
    }
    default:
        break;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::showHelp() {
    auto* dialog = new TextDialog(
        [] { return tr("How to begin"); },
        [] {
            return tr(
                "<h2>How to begin</h2>"
                "<ol>"
                "<li>The window begins with a <b>built-in corpus</b>: Chinese–English sentence pairs from a grammar, of which "
                "it is known which word translates which. <b>Open</b> a file of your own instead whenever you like: one pair a "
                "line, a tab between the two sides. The Corpus panel shows what is in it.</li>"
                "<li>Choose a <b>preset</b>. <i>small</i> shows its first patterns within about a minute and takes a "
                "few for the whole run; the larger ones translate better and take longer. Every setting is explained in the settings of the run.</li>"
                "<li>Press <b>Start</b>. The loss falls as the model gets better at guessing the next word; the "
                "validation curve tells how well it does on sentences that it never trained on. Early on it may lie below "
                "the training curve: dropout silences units only while training, and the running mean lags.</li>"
                "<li>Watch the <b>attention</b>: each row is a word of the translation (the reference, for the sentences "
                "chosen to watch; the model's own, for the translation box), each column a word of the source. The "
                "stronger the colour of a cell (in the dark theme, the brighter), the more the model looked there; "
                "each row sums to 1. It begins as "
                "noise and sharpens as the model learns which words belong together.</li>"
                "<li>Is the heatmap <b>right</b>? Where the true alignment is known, <i>Gold</i> outlines it, and the "
                "alignment error rate is drawn beneath the losses. For a corpus of your own, <i>Open → Gold alignments…</i> "
                "reads it from a file.</li>"
                "<li>Attention learns to translate, not to align. <b>Guided attention</b> teaches it to align as well: press "
                "<i>Keep for comparison</i>, train again with the box checked, and see both heatmaps side by side.</li>"
                "<li>Type a sentence into the <b>translation</b> box, while the model trains or after. It writes the "
                "likeliest word at each step (greedy search).</li>"
                "<li><b>Save</b> the model to open it again later, without the corpus.</li>"
                "</ol>"
                "<p>Pause at any time, or take one step after another. The panels can be moved, enlarged, torn "
                "off and hidden; <i>View → Reset layout</i> brings them back.</p>");
        },
        this);
    dialog->show();
}

void MainWindow::showAbout() {
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
        this);
    dialog->resize(480, 340);
    dialog->show();
}

} // namespace zhuyi
