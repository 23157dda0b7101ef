#pragma once

#include "ui/shell/Panels.h"

#include <QMainWindow>

class QDockWidget;

namespace zhuyi {

class Actions;
class AppearanceActions;
class AttentionPanel;
class CorpusPanel;
class EngineClient;
class FileDrop;
class Help;
class Menus;
class MessageArea;
class ModelKeeper;
class Opener;
class RecentFiles;
class RunControl;
class RunHistory;
class RunMessages;
class RunRecovery;
class RunResumer;
class RunsPanel;
class TrainingPanel;
class TranslationBox;

/// The window: puts together what can be done (Actions, Menus, ToolBar), the panels in which it is seen (Panels) and
/// those who do it (Opener, RunControl, ModelKeeper).
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(EngineClient* client, QWidget* parent = nullptr);

    /// A model where the name ends in .zhuyi or .checkpoint, else a corpus.
    void openFile(const QString& path);
    void openBuiltIn();

  protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override; // passes over the panels that lie behind others

  private:
    void makePanels();
    void connectRuns();
    void makeBars();
    void fillFileMenu();
    void fillViewMenu();
    void fillHelpMenu();
    void followClient();
    void restoreLayout();
    void resetLayout();
    void arrange(Panels::Arrangement arrangement);
    void setFullScreen(bool full);
    void updateTitle();

    EngineClient* client_;
    MessageArea* messages_;
    ModelKeeper* keeper_;
    RunControl* run_;
    Opener* opener_;
    RunMessages* runMessages_;
    RunHistory* history_;
    RunResumer* resumer_;
    RunRecovery* recovery_;
    FileDrop* fileDrop_;
    Actions* actions_;
    AppearanceActions* appearance_;
    RecentFiles* recentFiles_;
    Menus* menus_;
    Panels* panels_;
    Help* help_;

    CorpusPanel* corpusPanel_;
    TrainingPanel* trainingPanel_;
    AttentionPanel* attentionPanel_;
    TranslationBox* translationBox_;
    RunsPanel* runsPanel_;
    QDockWidget *welcomeDock_, *corpusDock_, *trainingDock_, *attentionDock_, *translationDock_, *runsDock_;

    bool isClosing_ = false; // the user has answered
};

} // namespace zhuyi
