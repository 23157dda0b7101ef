// The bar above the curves: its menus, its slider and what they say.
#include "ui/training/TrainingCurves.h"

#include "ui/shell/MenuButton.h"
#include "ui/training/CheckMenu.h"
#include "ui/training/CurvePlot.h"

#include <QActionGroup>
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
const QString detailKey = QStringLiteral("curves/detail");
const QString smoothingKey = QStringLiteral("curves/smoothing");

} // namespace

void TrainingCurves::makeBar() {
    auto* curves = new CheckMenu(this);
    curves->setToolTipsVisible(true);
    for (const PanelInfo& info : PanelInfo::all()) {
        panelActions_.push_back(curves->addAction(QString()));
        panelActions_.back()->setCheckable(true);
        panelActions_.back()->setObjectName(QString::fromLatin1(info.key));
        connect(panelActions_.back(), &QAction::triggered, this, &TrainingCurves::choosePanels);
    }
    curves->addSeparator();
    detail_ = curves->addAction(QString());
    detail_->setCheckable(true);
    connect(detail_, &QAction::toggled, this, [this](bool detailed) {
        QSettings().setValue(detailKey, detailed);
        plot_->setDetailed(detailed);
    });
    curvesButton_ = new MenuButton;
    curvesButton_->setMenu(curves);

    auto* axes = new CheckMenu(this);
    axes->setToolTipsVisible(true);
    auto* progressions = new QActionGroup(this);
    const auto addProgression = [&](Progression progression) {
        QAction* action = axes->addAction(QString());
        action->setCheckable(true);
        action->setChecked(progression == Progression::Steps);
        progressions->addAction(action);
        connect(action, &QAction::triggered, this, [this, progression] { plot_->setProgression(progression); });
        return action;
    };
    steps_ = addProgression(Progression::Steps);
    epochs_ = addProgression(Progression::Epochs);
    seconds_ = addProgression(Progression::Seconds);
    axes->addSeparator();
    logarithmic_ = axes->addAction(QString());
    logarithmic_->setCheckable(true);
    logarithmicProgression_ = axes->addAction(QString());
    logarithmicProgression_->setCheckable(true);
    connect(logarithmic_, &QAction::toggled, plot_, &CurvePlot::setLogarithmic);
    connect(logarithmicProgression_, &QAction::toggled, plot_, &CurvePlot::setLogarithmicProgression);
    axesButton_ = new MenuButton;
    axesButton_->setMenu(axes);

    smoothingLabel_ = new QLabel;
    smoothingValue_ = new QLabel;
    smoothing_ = new QSlider(Qt::Horizontal);
    smoothing_->setRange(0, static_cast<int>(smoothings.size()) - 1);
    smoothing_->setPageStep(2);
    smoothing_->setFixedWidth(84);
    smoothingLabel_->setBuddy(smoothing_);
    connect(smoothing_, &QSlider::valueChanged, this, [this](int position) {
        QSettings().setValue(smoothingKey, position);
        setSmoothing(position);
    });

    allButton_ = new QToolButton;
    allButton_->setAutoRaise(true);
    allButton_->setEnabled(false);
    connect(allButton_, &QToolButton::clicked, plot_, &CurvePlot::showAll);
    auto* exports = new QMenu(this);
    pictureAction_ = exports->addAction(QString());
    numbersAction_ = exports->addAction(QString());
    connect(pictureAction_, &QAction::triggered, this, &TrainingCurves::exportPicture);
    connect(numbersAction_, &QAction::triggered, this, &TrainingCurves::exportNumbers);
    exportButton_ = new MenuButton;
    exportButton_->setMenu(exports);
    for (QToolButton* button :
         std::initializer_list<QToolButton*>{curvesButton_, axesButton_, allButton_, exportButton_})
        button->setFocusPolicy(Qt::StrongFocus);
}

void TrainingCurves::restoreBar() {
    const QSettings store;
    detail_->setChecked(store.value(detailKey, false).toBool());
    smoothing_->setValue(std::clamp(store.value(smoothingKey, firstSmoothing).toInt(), 0, smoothing_->maximum()));
    setSmoothing(smoothing_->value());
}

int TrainingCurves::smoothingSteps() const {
    return smoothings[static_cast<std::size_t>(smoothing_->value())];
}

void TrainingCurves::setSmoothing(int position) {
    const int steps = smoothings[static_cast<std::size_t>(position)];
    atHand_->setSmoothing(steps);
    if (before_)
        before_->setSmoothing(steps);
    for (const auto& run : compared_)
        run->setSmoothing(steps);
    sayHowSmooth();
    plot_->refreshSoon();
}

void TrainingCurves::sayHowSmooth() {
    const int steps = smoothingSteps();
    smoothingValue_->setText(steps == 1 ? tr("off") : tr("%1 steps", "smoothing").arg(QLocale().toString(steps)));
    smoothing_->setAccessibleDescription(smoothingValue_->text());
}

void TrainingCurves::retranslate() {
    curvesButton_->setText(tr("Curves"));
    curvesButton_->setToolTip(tr("Choose what is drawn. A panel comes into sight as soon as there is a value for it."));
    for (const PanelInfo& info : PanelInfo::all()) {
        QAction* action = panelActions_[static_cast<std::size_t>(info.id)];
        action->setText(PanelInfo::text(info.title));
        action->setToolTip(PanelInfo::text(info.explanation));
    }
    detail_->setText(tr("Precision and recall"));
    detail_->setToolTip(tr("Draw them beside the alignment error rate."));
    axesButton_->setText(tr("Axes"));
    axesButton_->setToolTip(tr("Choose over what the curves are drawn, and logarithmic axes."));
    steps_->setText(tr("Over steps"));
    epochs_->setText(tr("Over epochs"));
    seconds_->setText(tr("Over time of training"));
    logarithmic_->setText(tr("Logarithmic values"));
    logarithmic_->setToolTip(tr("For loss, perplexity, learning rate, gradient norm and speed."));
    logarithmicProgression_->setText(tr("Logarithmic progress"));
    logarithmicProgression_->setToolTip(tr("The beginning of the run takes as much room as the long rest."));
    smoothingLabel_->setText(tr("Smoothing"));
    const QString smoothingTip =
        tr("Over how many steps the running mean forgets. The single steps stay as a faint line.");
    smoothing_->setToolTip(smoothingTip);
    smoothingLabel_->setToolTip(smoothingTip);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothingValue_->setMinimumWidth(smoothingValue_->fontMetrics().horizontalAdvance(
        tr("%1 steps", "smoothing").arg(QLocale().toString(smoothings.back()))));
    sayHowSmooth();
    allButton_->setText(tr("Show all"));
    allButton_->setToolTip(
        tr("Show the whole run and follow it (double click, or Home).\nWheel or + and −: zoom, over an axis "
           "only along it, with Ctrl the values. Drag or Ctrl and arrows: move. Shift and drag: zoom to a "
           "rectangle.\nArrows: crosshair. Click or Enter: go to that moment."));
    exportButton_->setText(tr("Export"));
    exportButton_->setToolTip(tr("Write the curves to a file."));
    pictureAction_->setText(tr("Picture (PNG, SVG, PDF)…"));
    numbersAction_->setText(tr("Numbers (CSV)…"));
    plot_->retranslate();
    updateEmptyText();
}

} // namespace zhuyi
