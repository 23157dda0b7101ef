#include "ui/attention/MapMenus.h"

#include "ui/attention/AttentionView.h"
#include "ui/attention/MapStyleMenu.h"
#include "ui/shell/MenuButton.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <utility>

namespace zhuyi {

MapMenus::MapMenus(std::function<AttentionView*()> view, QWidget* parent)
    : QWidget(parent), view_(std::move(view)), look_(new MenuButton), compare_(new MenuButton), export_(new MenuButton),
      style_(new MapStyleMenu(look_)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto add = [row](QToolButton* button, const char* name, QMenu* menu) {
        button->setObjectName(QLatin1String(name));
        button->setFocusPolicy(Qt::StrongFocus);
        menu->setToolTipsVisible(true);
        button->setMenu(menu);
        row->addWidget(button);
        return menu;
    };
    QMenu* look = add(look_, "lookMenu", style_);
    look->addSeparator();
    zoomIn_ = addAct(look, &AttentionView::zoomIn);
    zoomOut_ = addAct(look, &AttentionView::zoomOut);
    fit_ = addAct(look, &AttentionView::zoomFit);
    connect(style_, &MapStyleMenu::chosen, this, &MapMenus::mapStyleChosen);

    makeComparison(add(compare_, "compareMenu", new QMenu(compare_)));

    QMenu* exports = add(export_, "exportMenu", new QMenu(export_));
    copyPicture_ = addAct(exports, &AttentionView::copyPicture);
    copyNumbers_ = addAct(exports, &AttentionView::copyNumbers);
    exports->addSeparator();
    picture_ = addAct(exports, &AttentionView::exportPicture);
    numbers_ = addAct(exports, &AttentionView::exportNumbers);
    frames_ = exports->addAction(QString(), this, &MapMenus::framesChosen);
    frames_->setObjectName(QStringLiteral("exportFrames"));
    animation_ = exports->addAction(QString(), this, &MapMenus::animationChosen);
    animation_->setObjectName(QStringLiteral("exportAnimation"));
    setState({});
    retranslate();
}

QAction* MapMenus::addAct(QMenu* menu, void (AttentionView::*act)()) {
    return menu->addAction(QString(), this, [this, act] {
        if (AttentionView* view = view_())
            (view->*act)();
    });
}

void MapMenus::makeComparison(QMenu* menu) {
    keep_ = menu->addAction(QString(), this, &MapMenus::keepChosen);
    keep_->setObjectName(QStringLiteral("keepForComparison"));
    difference_ = menu->addAction(QString());
    difference_->setObjectName(QStringLiteral("showDifference"));
    difference_->setCheckable(true);
    connect(difference_, &QAction::toggled, this, &MapMenus::differenceChosen);
    menu->addSeparator();
    end_ = menu->addAction(QString(), this, &MapMenus::endChosen);
}

MapStyle MapMenus::mapStyle() const {
    return style_->style();
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
    for (QAction* action : {frames_, animation_})
        action->setEnabled(state.hasMap && state.hasMoments);
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
    frames_->setToolTip(tr("A PNG for each moment of the timeline, in a folder."));
    animation_->setText(tr("Timeline as an animation (WebP)…"));
    animation_->setToolTip(tr("One picture that moves, for slides and web pages: browsers play it."));
}

} // namespace zhuyi
