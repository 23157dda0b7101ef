#include "app/Window.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QSettings>

int runWindow(int argc, char** argv, const std::string& file) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHUYI_VERSION));
    QApplication::setFont(zhuyi::Fonts::withChinese(QApplication::font()));
    const QSettings store;
    zhuyi::applyTheme(zhuyi::themeNamed(store.value(QStringLiteral("theme")).toString()));
    zhuyi::applyLanguage(store.value(QStringLiteral("language")).toString());

    zhuyi::EngineClient client;
    zhuyi::MainWindow window(&client);
    window.show();
    if (!file.empty())
        window.openFile(QString::fromStdString(file));
    return QApplication::exec();
}
