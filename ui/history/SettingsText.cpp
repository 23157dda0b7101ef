#include "ui/history/SettingsText.h"

#include <QStringList>

namespace zhuyi {

QString settingsText(const Settings& settings) {
    QString text;
    for (const SettingInfo& info : settingInfos())
        text += QString::fromLatin1(info.name) + QLatin1Char('=') +
                QString::fromStdString(settingText(settings, info)) + QLatin1Char('\n');
    return text;
}

Settings settingsFromText(const QString& text) {
    Settings settings;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines)
        setSetting(settings, line.section(QLatin1Char('='), 0, 0).trimmed().toStdString(),
                   line.section(QLatin1Char('='), 1).trimmed().toStdString());
    return settings;
}

} // namespace zhuyi
