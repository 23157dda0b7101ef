#include "ui/shell/AppearanceActions.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Wording.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QSettings>
#include <QWidget>

namespace zhuyi {

AppearanceActions::AppearanceActions(Actions* actions, QWidget* window) : QObject(window) {
    auto* themes = new QActionGroup(this);
    desktopTheme = actions->addChoice(
        themes, [] { return tr("As the &desktop"); }, [] { setTheme(Theme::Desktop); });
    lightTheme = actions->addChoice(
        themes, [] { return tr("&Light"); }, [] { setTheme(Theme::Light); });
    darkTheme = actions->addChoice(
        themes, [] { return tr("Dar&k"); }, [] { setTheme(Theme::Dark); });
    const Theme theme = themeNamed(QSettings().value(QStringLiteral("theme")).toString());
    (theme == Theme::Light ? lightTheme : theme == Theme::Dark ? darkTheme : desktopTheme)->setChecked(true);

    auto* languages = new QActionGroup(this);
    english = actions->addChoice(
        languages, [] { return QStringLiteral("&English"); }, [] { setLanguage(QStringLiteral("en")); });
    chinese = actions->addChoice(
        languages, [] { return QStringLiteral("简体中文(&Z)"); }, [] { setLanguage(QStringLiteral("zh")); });
    keepSaying(window, [this] { (currentLanguage() == QLatin1String("zh") ? chinese : english)->setChecked(true); });
    window->installEventFilter(this);
}

void AppearanceActions::switchLanguage() {
    setLanguage(currentLanguage() == QLatin1String("zh") ? QStringLiteral("en") : QStringLiteral("zh"));
}

void AppearanceActions::setTheme(Theme theme) {
    QSettings().setValue(QStringLiteral("theme"), themeName(theme));
    applyTheme(theme);
}

void AppearanceActions::setLanguage(const QString& language) {
    QSettings().setValue(QStringLiteral("language"), language);
    applyLanguage(language);
}

bool AppearanceActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && desktopTheme->isChecked())
        applyTheme(Theme::Desktop);
    return QObject::eventFilter(watched, event);
}

} // namespace zhuyi
