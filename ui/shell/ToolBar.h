#pragma once

#include <QToolBar>

class QCheckBox;
class QComboBox;
class QMenu;
class QToolButton;

namespace zhuyi {

class Actions;
class RunControl;

/// What is done most: open, start, the preset of the next run, save. Its parts keep their places while a run goes on.
class ToolBar : public QToolBar {
    Q_OBJECT
  public:
    ToolBar(Actions* actions, RunControl* run, QMenu* openMenu, QWidget* parent = nullptr);

  Q_SIGNALS:
    void languageSwitched();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void addOpening(QMenu* openMenu);
    void addRun();
    void addSettings();
    void addSaving();
    void addLanguage();
    void updateSettings();
    void retranslate();

    Actions* actions_;
    RunControl* run_;
    QToolButton* language_;
    QComboBox* preset_;
    QCheckBox* guided_;
};

} // namespace zhuyi
