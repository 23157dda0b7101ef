#include "ui/attention/MapStyleMenu.h"

#include "ui/shell/Remember.h"

#include <QActionGroup>
#include <QEvent>

namespace zhuyi {

namespace {

QString keyOf(const char* name) {
    return QStringLiteral("attention/") + QLatin1String(name);
}

} // namespace

MapStyleMenu::MapStyleMenu(QWidget* parent) : QMenu(parent) {
    setToolTipsVisible(true);
    values_ = addCheck("showValues");
    largest_ = addCheck("scaleToLargest");
    statistics_ = addCheck("showStatistics");
    addSeparator();
    // In the order of ColourMap::scales() and of MapStyle::LinkColours.
    colours_ = addChoice(scales_, "colours", {"ocean", "ember", "forest", "grey"});
    links_ = addChoice(linkColours_, "links", {"byWeight", "byWord"});
    retranslate();
}

QAction* MapStyleMenu::addCheck(const char* name) {
    QAction* action = addAction(QString());
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    remember(action, keyOf(name));
    connect(action, &QAction::toggled, this, &MapStyleMenu::chosen);
    return action;
}

QMenu* MapStyleMenu::addChoice(QActionGroup*& group, const char* key, const std::vector<const char*>& names) {
    QMenu* menu = addMenu(QString());
    group = new QActionGroup(this);
    for (const char* name : names) {
        QAction* action = group->addAction(menu->addAction(QString()));
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setData(group->actions().size() - 1);
    }
    rememberChoice(group, keyOf(key));
    connect(group, &QActionGroup::triggered, this, &MapStyleMenu::chosen);
    return menu;
}

MapStyle MapStyleMenu::style() const {
    MapStyle style;
    style.values = values_->isChecked();
    style.scaledToLargest = largest_->isChecked();
    style.statistics = statistics_->isChecked();
    style.scale = ColourMap::scales()[scales_->checkedAction()->data().toInt()];
    style.links = static_cast<MapStyle::LinkColours>(linkColours_->checkedAction()->data().toInt());
    return style;
}

void MapStyleMenu::changeEvent(QEvent* event) {
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MapStyleMenu::retranslate() {
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
        action->setText(ColourMap::name(ColourMap::scales()[action->data().toInt()]));
    links_->setTitle(tr("Ribbons"));
    linkColours_->actions().value(0)->setText(tr("Coloured by weight"));
    linkColours_->actions().value(1)->setText(tr("A colour for each word of the translation"));
}

} // namespace zhuyi
