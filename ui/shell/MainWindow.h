#pragma once

#include "engine/session/Event.h"
#include "ui/shell/Appearance.h"

#include <QMainWindow>

#include <functional>

class QCheckBox;
class QComboBox;
class QDockWidget;
class QMenu;
class QToolBar;
class QToolButton;

namespace zhuyi {

class AttentionPanel;
class CorpusPanel;
class EngineClient;
class MessageArea;
class Opener;
class TrainingPanel;
class TranslationBox;

/// The window: what can be done, and the panels in which it is seen. What is enabled follows from EngineClient alone.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(EngineClient* client, QWidget* parent = nullptr);

    /// A model where the name ends in .zhuyi or .checkpoint, else a corpus.
    void openFile(const QString& path);
    void openBuiltIn();

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void makeActions();
    void makeToolBar();
    void makeMenus();
    void makeDocks();
    void connectClient();
    void retranslate();
    void updateActions();
    void updateTitle();
    void updateRecentFiles();
    void updateStartButton();
    void resetLayout();

    void startOrPause();
    void startIfAsked();
    void train(bool oneStep);
    void step();
    void save();
    void askFileToSave();
    void editRunSettings();
    void choosePreset(int index);
    void setRunSettings(const Settings& settings);
    void setTheme(Theme theme);
    void setLanguage(const QString& language);
    void showHelp();
    void showAbout();
    /// Goes on at once where the model at hand is saved or untrained, else once the user has saved it or let it go.
    void whenModelMayGo(const QString& question, const QString& letGo, const std::function<void()>& then);

    void showFailure(const Failed& failure);

    EngineClient* client_;
    QMainWindow* panels_; // the docks; an inner window, so that messages stand between them and the toolbar
    MessageArea* messages_;
    Opener* opener_;
    CorpusPanel* corpusPanel_;
    TrainingPanel* trainingPanel_;
    AttentionPanel* attentionPanel_;
    TranslationBox* translationBox_;
    QDockWidget *corpusDock_, *trainingDock_, *attentionDock_, *translationDock_;

    QAction *open_, *openBuiltIn_, *openAlignments_, *save_, *saveAs_, *quit_, *start_, *step_, *stop_, *editSettings_, *resetLayout_, *help_, *about_;
    QAction *curvesPicture_, *curvesNumbers_, *attentionPicture_, *attentionNumbers_;
    QAction* clearRecent_;
    QAction *english_, *chinese_, *desktopTheme_, *lightTheme_, *darkTheme_;
    QMenu *fileMenu_, *openMenu_, *recentMenu_, *exportMenu_, *trainingMenu_, *viewMenu_, *themeMenu_, *languageMenu_, *helpMenu_;
    QToolBar* toolBar_;
    QToolButton *openButton_, *startButton_, *saveButton_, *languageButton_;
    QComboBox* preset_;
    QCheckBox* guided_;

    Settings run_;
    QByteArray firstLayout_;
    bool isUnsaved_ = false, wasUnsaved_ = false; // the model at hand; the one before the run under way
    bool startWhenOpened_ = false; // pressed while the corpus was still being opened
    std::function<void()> afterSave_;
    bool isClosing_ = false; // the user has answered
};

} // namespace zhuyi
