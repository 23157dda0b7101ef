#include "ui/training/CurvesBar.h"

#include "ui/shell/ExportButton.h"
#include "ui/shell/MenuButton.h"
#include "ui/shell/Remember.h"
#include "ui/training/CheckMenu.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSlider>

#include <algorithm>
#include <array>

namespace zhuyi {

namespace {

constexpr std::array<int, 11> smoothings = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000}; // steps
constexpr int firstSmoothing = 5;
constexpr std::array<Progression, 3> progressions = {Progression::Steps, Progression::Epochs, Progression::Seconds};
constexpr const char* progressionNames[] = {"steps", "epochs", "seconds"}; // in the user's settings
const QString panelsKey = QStringLiteral("curves/panels");
const QString smoothingKey = QStringLiteral("curves/smoothing");

} // namespace

CurvesBar::CurvesBar(QWidget* parent)
    : QWidget(parent), curvesButton_(new MenuButton), axesButton_(new MenuButton), smoothingLabel_(new QLabel),
      smoothingValue_(new QLabel), smoothing_(new QSlider(Qt::Horizontal)), all_(new QToolButton),
      export_(new ExportButton) {
    makeCurves();
    makeAxes();
    makeSmoothing();
    all_->setAutoRaise(true);
    all_->setEnabled(false);
    for (QToolButton* button : std::initializer_list<QToolButton*>{curvesButton_, axesButton_, all_})
        button->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 0);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{curvesButton_, axesButton_, smoothingLabel_, smoothing_, smoothingValue_})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(all_);
    row->addWidget(export_);
    connect(all_, &QToolButton::clicked, this, &CurvesBar::showAllChosen);
    connect(export_, &ExportButton::pictureChosen, this, &CurvesBar::pictureChosen);
    connect(export_, &ExportButton::numbersChosen, this, &CurvesBar::numbersChosen);
    retranslate();
}

void CurvesBar::makeCurves() {
    const QSettings store;
    if (store.contains(panelsKey)) {
        const QStringList keys = store.value(panelsKey).toStringList();
        chosen_.emplace();
        for (const PanelInfo& info : PanelInfo::all())
            if (keys.contains(QLatin1String(info.key)))
                chosen_->insert(info.id);
    }
    auto* menu = new CheckMenu(this);
    menu->setToolTipsVisible(true);
    for (const PanelInfo& info : PanelInfo::all()) {
        panels_.push_back(menu->addAction(QString()));
        panels_.back()->setCheckable(true);
        panels_.back()->setObjectName(QString::fromLatin1(info.key));
        connect(panels_.back(), &QAction::triggered, this, &CurvesBar::choosePanels);
    }
    menu->addSeparator();
    detailed_ = menu->addAction(QString());
    detailed_->setCheckable(true);
    remember(detailed_, QStringLiteral("curves/detail"));
    connect(detailed_, &QAction::toggled, this, &CurvesBar::detailedChosen);
    curvesButton_->setMenu(menu);
}

void CurvesBar::makeAxes() {
    auto* menu = new CheckMenu(this);
    menu->setToolTipsVisible(true);
    progressions_ = new QActionGroup(this);
    for (std::size_t i = 0; i < progressions.size(); ++i) {
        QAction* action = progressions_->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        action->setObjectName(QLatin1String(progressionNames[i]));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT progressionChosen(progressions[i]); });
    }
    rememberChoice(progressions_, QStringLiteral("curves/progression"));
    menu->addSeparator();
    logarithmic_ = menu->addAction(QString());
    progressionLogarithmic_ = menu->addAction(QString());
    for (QAction* action : {logarithmic_, progressionLogarithmic_})
        action->setCheckable(true);
    remember(logarithmic_, QStringLiteral("curves/logarithmic"));
    remember(progressionLogarithmic_, QStringLiteral("curves/progressionLogarithmic"));
    connect(logarithmic_, &QAction::toggled, this, &CurvesBar::logarithmicChosen);
    connect(progressionLogarithmic_, &QAction::toggled, this, &CurvesBar::progressionLogarithmicChosen);
    axesButton_->setMenu(menu);
}

void CurvesBar::makeSmoothing() {
    smoothing_->setRange(0, static_cast<int>(smoothings.size()) - 1);
    smoothing_->setPageStep(2);
    smoothing_->setFixedWidth(84);
    smoothingLabel_->setBuddy(smoothing_);
    const int kept = QSettings().value(smoothingKey, firstSmoothing).toInt();
    smoothing_->setValue(std::clamp(kept, 0, smoothing_->maximum()));
    connect(smoothing_, &QSlider::valueChanged, this, [this](int position) {
        QSettings().setValue(smoothingKey, position);
        sayHowSmooth();
        Q_EMIT smoothingChosen(smoothing());
    });
}

void CurvesBar::setPanelChecked(PanelInfo::Id panel, bool checked) {
    panels_[static_cast<std::size_t>(panel)]->setChecked(checked);
}

bool CurvesBar::isDetailed() const {
    return detailed_->isChecked();
}

Progression CurvesBar::progression() const {
    return progressions[static_cast<std::size_t>(progressions_->actions().indexOf(progressions_->checkedAction()))];
}

bool CurvesBar::isLogarithmic() const {
    return logarithmic_->isChecked();
}

bool CurvesBar::isProgressionLogarithmic() const {
    return progressionLogarithmic_->isChecked();
}

int CurvesBar::smoothing() const {
    return smoothings[static_cast<std::size_t>(smoothing_->value())];
}

void CurvesBar::setCanShowAll(bool can) {
    all_->setEnabled(can);
}

void CurvesBar::choosePanels() {
    QStringList keys;
    chosen_.emplace();
    for (const PanelInfo& info : PanelInfo::all())
        if (panels_[static_cast<std::size_t>(info.id)]->isChecked()) {
            chosen_->insert(info.id);
            keys << QString::fromLatin1(info.key);
        }
    QSettings().setValue(panelsKey, keys);
    Q_EMIT panelsChosen();
}

void CurvesBar::sayHowSmooth() {
    const int steps = smoothing();
    smoothingValue_->setText(steps == 1 ? tr("off") : tr("%1 steps", "smoothing").arg(QLocale().toString(steps)));
    smoothing_->setAccessibleDescription(smoothingValue_->text());
}

void CurvesBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

void CurvesBar::retranslate() {
    curvesButton_->setText(tr("Curves"));
    curvesButton_->setToolTip(tr("Choose what is drawn. A panel comes into sight as soon as there is a value for it."));
    for (const PanelInfo& info : PanelInfo::all()) {
        QAction* action = panels_[static_cast<std::size_t>(info.id)];
        action->setText(PanelInfo::text(info.title));
        action->setToolTip(PanelInfo::text(info.explanation));
    }
    detailed_->setText(tr("Precision and recall"));
    detailed_->setToolTip(tr("Draw them beside the alignment error rate."));
    axesButton_->setText(tr("Axes"));
    axesButton_->setToolTip(tr("Choose over what the curves are drawn, and logarithmic axes."));
    const QString texts[] = {tr("Over steps"), tr("Over epochs"), tr("Over time of training")};
    for (int i = 0; i < static_cast<int>(progressions.size()); ++i)
        progressions_->actions()[i]->setText(texts[i]);
    logarithmic_->setText(tr("Logarithmic values"));
    logarithmic_->setToolTip(tr("For loss, perplexity, learning rate, gradient norm and speed."));
    progressionLogarithmic_->setText(tr("Logarithmic progress"));
    progressionLogarithmic_->setToolTip(tr("The beginning of the run takes as much room as the long rest."));
    smoothingLabel_->setText(tr("Smoothing"));
    const QString smoothingTip =
        tr("Over how many steps the running mean forgets. The single steps stay as a faint line.");
    smoothing_->setToolTip(smoothingTip);
    smoothingLabel_->setToolTip(smoothingTip);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothingValue_->setMinimumWidth(smoothingValue_->fontMetrics().horizontalAdvance(
        tr("%1 steps", "smoothing").arg(QLocale().toString(smoothings.back()))));
    sayHowSmooth();
    all_->setText(tr("Show all"));
    all_->setToolTip(
        tr("Show the whole run and follow it (double click, or Home).\nWheel or + and −: zoom, over an axis "
           "only along it, with Ctrl the values. Drag or Ctrl and arrows: move. Shift and drag: zoom to a "
           "rectangle.\nArrows: crosshair. Click or Enter: go to that moment."));
    export_->setToolTip(tr("Write the curves to a file."));
}

} // namespace zhuyi
