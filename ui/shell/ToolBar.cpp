#include "ui/shell/ToolBar.h"

#include "ui/shell/Actions.h"
#include "ui/shell/RunControl.h"
#include "ui/shell/StartButton.h"
#include "ui/training/RunSettingsDialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace zhuyi {

namespace {

/// A button that does the action, with a menu beside it.
QToolButton* buttonWithMenu(QAction* action, QMenu* menu, const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setDefaultAction(action);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setMenu(menu);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

ToolBar::ToolBar(Actions* actions, RunControl* run, QMenu* openMenu, QWidget* parent)
    : QToolBar(parent), actions_(actions), run_(run) {
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMinimumHeight(44); // that of the start button where it stands out, so that nothing jumps
    addOpening(openMenu);
    addSeparator();
    addRun();
    addSeparator();
    addSettings();
    addSeparator();
    addSaving();
    addLanguage();
    for (QAction* action : {actions_->step, actions_->stop, actions_->editSettings})
        widgetForAction(action)->setFocusPolicy(Qt::TabFocus); // a toolbar's own buttons have none
    connect(run_, &RunControl::settingsChanged, this, &ToolBar::updateSettings);
    retranslate();
}

void ToolBar::addOpening(QMenu* openMenu) {
    addWidget(buttonWithMenu(actions_->open, openMenu, "openButton"));
}

void ToolBar::addRun() {
    auto* start = new StartButton(actions_, run_);
    start->setObjectName(QStringLiteral("startButton"));
    addWidget(start);
    addActions({actions_->step, actions_->stop});
}

void ToolBar::addSettings() {
    preset_ = new QComboBox;
    preset_->setObjectName(QStringLiteral("presetChoice"));
    preset_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(preset_, &QComboBox::activated, this,
            [this](int index) { run_->choosePreset(preset_->itemData(index).toString().toStdString()); });
    addWidget(preset_);
    auto* gap = new QWidget;
    gap->setFixedWidth(8);
    addWidget(gap);
    guided_ = new QCheckBox;
    guided_->setObjectName(QStringLiteral("guidedBox"));
    connect(guided_, &QCheckBox::clicked, run_, &RunControl::setGuided);
    addWidget(guided_);
    addAction(actions_->editSettings);
}

void ToolBar::addSaving() {
    auto* menu = new QMenu(this);
    menu->addActions({actions_->save, actions_->saveAs});
    menu->addSeparator();
    menu->addAction(actions_->open);
    addWidget(buttonWithMenu(actions_->save, menu, "saveButton"));
}

void ToolBar::addLanguage() {
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    language_ = new QToolButton;
    language_->setObjectName(QStringLiteral("languageButton"));
    language_->setText(QStringLiteral("中文 / EN"));
    connect(language_, &QToolButton::clicked, this, &ToolBar::languageSwitched);
    addWidget(language_);
}

void ToolBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void ToolBar::retranslate() {
    setWindowTitle(tr("Toolbar"));
    language_->setToolTip(tr("Switch between English and Chinese"));
    language_->setAccessibleName(tr("Language"));
    preset_->setToolTip(tr("Preset: how large the network is and how it is trained"));
    preset_->setAccessibleName(tr("Preset"));
    guided_->setText(tr("Guided attention"));
    guided_->setToolTip(
        tr("Teach the attention of the next run to follow word alignments: the true ones where they are known, else "
           "those of a "
           "word aligner. Train once with it and once without, and hold the heatmaps against each other."));
    updateSettings();
}

void ToolBar::updateSettings() {
    const Settings& settings = run_->settings();
    guided_->setChecked(settings.guided_attention > 0);
    guided_->setEnabled(settings.attention != "none");
    const std::string current = RunSettingsDialog::presetNameOf(settings);
    preset_->clear();
    for (const std::string& name : presetNames())
        preset_->addItem(RunSettingsDialog::presetLabel(name), QString::fromStdString(name));
    if (current.empty())
        preset_->addItem(RunSettingsDialog::presetLabel({}), QString());
    preset_->setCurrentIndex(preset_->findData(QString::fromStdString(current)));
}

} // namespace zhuyi
