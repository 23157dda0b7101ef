#include "ui/attention/MapMenus.h"

#include "ui/attention/AttentionView.h"
#include "ui/shell/MenuButton.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <utility>

namespace zhuyi {

MapMenus::MapMenus(std::function<AttentionView*()> view, QWidget* parent)
    : QWidget(parent), view_(std::move(view)), look_(new MenuButton), compare_(new MenuButton),
      export_(new MenuButton) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton* button : {look_, compare_, export_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        auto* menu = new QMenu(button);
        menu->setToolTipsVisible(true);
        button->setMenu(menu);
        row->addWidget(button);
    }
    look_->setObjectName(QStringLiteral("lookMenu"));
    compare_->setObjectName(QStringLiteral("compareMenu"));
    export_->setObjectName(QStringLiteral("exportMenu"));
    makeLook();
    makeComparison();
    makeExport();
    setState({});
    retranslate();
}

void MapMenus::makeLook() {
    QMenu* menu = look_->menu();
    const auto check = [this, menu](const char* name) {
        QAction* action = menu->addAction(QString());
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &MapMenus::mapStyleChosen);
        return action;
    };
    values_ = check("showValues");
    largest_ = check("scaleToLargest");
    statistics_ = check("showStatistics");
    menu->addSeparator();
    const auto choice = [this, menu](QMenu*& submenu, QActionGroup*& group) {
        submenu = menu->addMenu(QString());
        group = new QActionGroup(this);
        connect(group, &QActionGroup::triggered, this, &MapMenus::mapStyleChosen);
    };
    const auto add = [](QMenu* submenu, QActionGroup* group, int value) {
        QAction* action = group->addAction(QString());
        action->setCheckable(true);
        action->setChecked(value == 0);
        action->setData(value);
        submenu->addAction(action);
    };
    choice(colours_, scales_);
    for (const ColourMap::Scale scale : ColourMap::scales())
        add(colours_, scales_, static_cast<int>(scale));
    choice(links_, linkColours_);
    for (const MapStyle::LinkColours links : {MapStyle::LinkColours::ByWeight, MapStyle::LinkColours::ByWord})
        add(links_, linkColours_, static_cast<int>(links));
    menu->addSeparator();
    const auto act = [this, menu](void (AttentionView::*slot)()) {
        QAction* action = menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, slot] {
            if (AttentionView* view = view_())
                (view->*slot)();
        });
        return action;
    };
    zoomIn_ = act(&AttentionView::zoomIn);
    zoomOut_ = act(&AttentionView::zoomOut);
    fit_ = act(&AttentionView::zoomFit);
}

void MapMenus::makeComparison() {
    QMenu* menu = compare_->menu();
    keep_ = menu->addAction(QString(), this, &MapMenus::keepChosen);
    keep_->setObjectName(QStringLiteral("keepForComparison"));
    difference_ = menu->addAction(QString());
    difference_->setObjectName(QStringLiteral("showDifference"));
    difference_->setCheckable(true);
    connect(difference_, &QAction::toggled, this, &MapMenus::differenceChosen);
    menu->addSeparator();
    end_ = menu->addAction(QString(), this, &MapMenus::endChosen);
}

void MapMenus::makeExport() {
    QMenu* menu = export_->menu();
    const auto act = [this, menu](void (AttentionView::*slot)()) {
        QAction* action = menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, slot] {
            if (AttentionView* view = view_())
                (view->*slot)();
        });
        return action;
    };
    copyPicture_ = act(&AttentionView::copyPicture);
    copyNumbers_ = act(&AttentionView::copyNumbers);
    menu->addSeparator();
    picture_ = act(&AttentionView::exportPicture);
    numbers_ = act(&AttentionView::exportNumbers);
    frames_ = menu->addAction(QString(), this, &MapMenus::framesChosen);
    frames_->setObjectName(QStringLiteral("exportFrames"));
}

MapStyle MapMenus::mapStyle() const {
    MapStyle style;
    style.values = values_->isChecked();
    style.scaledToLargest = largest_->isChecked();
    style.statistics = statistics_->isChecked();
    style.scale = static_cast<ColourMap::Scale>(scales_->checkedAction()->data().toInt());
    style.links = static_cast<MapStyle::LinkColours>(linkColours_->checkedAction()->data().toInt());
    return style;
}

bool MapMenus::wantsDifference() const {
    return difference_->isChecked();
}

QList<QAction*> MapMenus::viewActions() const {
    return {copyPicture_, copyNumbers_, picture_, numbers_, fit_};
}

void MapMenus::setState(const State& state) {
    keep_->setEnabled(state.canKeep);
    difference_->setEnabled(state.isCompared);
    end_->setEnabled(state.isCompared);
    for (QAction* action : {zoomIn_, zoomOut_, fit_, copyPicture_, copyNumbers_, picture_, numbers_})
        action->setEnabled(state.hasMap);
    frames_->setEnabled(state.hasMap && state.hasMoments);
    export_->setEnabled(state.hasMap);
}

void MapMenus::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MapMenus::retranslate() {
    look_->setText(tr("View"));
    look_->setToolTip(tr("How the attention is drawn"));
    values_->setText(tr("Values in the cells"));
    values_->setToolTip(tr("Write the weights into the cells where they are large enough."));
    //: The strongest colour stands for the largest weight instead of 1
    largest_->setText(tr("Scale to maximum"));
    largest_->setToolTip(tr("Let the strongest colour stand for the largest weight rather than for 1."));
    statistics_->setText(tr("Entropy and coverage"));
    statistics_->setToolTip(
        tr("Beside each row how spread out its attention is, below each column how much attention the "
           "source word got in all."));
    colours_->setTitle(tr("Colours"));
    for (QAction* action : scales_->actions())
        action->setText(ColourMap::name(static_cast<ColourMap::Scale>(action->data().toInt())));
    links_->setTitle(tr("Ribbons"));
    linkColours_->actions().value(0)->setText(tr("Coloured by weight"));
    linkColours_->actions().value(1)->setText(tr("A colour for each word of the translation"));
    zoomIn_->setText(tr("Larger"));
    zoomOut_->setText(tr("Smaller"));
    fit_->setText(tr("Fit to the panel"));
    compare_->setText(tr("Compare"));
    compare_->setToolTip(tr("Hold this attention against another model's, or against an earlier moment's"));
    keep_->setText(tr("Keep for comparison"));
    keep_->setToolTip(
        tr("Keep the attention of all the sentences, and show it beside that of what you train or open next: "
           "with and without guided attention, for instance."));
    difference_->setText(tr("Show the difference"));
    difference_->setToolTip(
        tr("Right minus left, cell by cell: orange where there is more attention, blue where there is less."));
    end_->setText(tr("End the comparison"));
    export_->setText(tr("Export"));
    export_->setToolTip(tr("Copy the attention or write it to a file."));
    copyPicture_->setText(tr("Copy picture"));
    copyNumbers_->setText(tr("Copy numbers"));
    picture_->setText(tr("Picture (PNG, SVG, PDF)…"));
    numbers_->setText(tr("Numbers (CSV, JSON)…"));
    frames_->setText(tr("Timeline as numbered pictures…"));
    frames_->setToolTip(
        tr("A PNG for each moment of the timeline, in a folder. Qt writes no animated pictures; programs such as "
           "img2webp make one of them."));
}

} // namespace zhuyi
