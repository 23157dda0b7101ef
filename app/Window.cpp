#include "app/Window.h"

#include "app/ExitCode.h"
#include "ui/client/EngineClient.h"
#include "ui/client/LateEngine.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/MainWindow.h"

#include <QApplication>
#include <QSettings>

#include <iostream>

int runWindow(int argc, char** argv, const std::string& file) {
    // Qt would end the program with a page of advice and a core dump.
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        std::cerr << "zhuyi: there is no display to open a window on; zhuyi --help names the commands that need none"
                  << std::endl;
        return zhuyi::ExitFailure;
    }
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHUYI_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("zhuyi"));
    QApplication::setFont(zhuyi::Fonts::withChinese(QApplication::font()));
    const QSettings store;
    zhuyi::applyTheme(zhuyi::themeNamed(store.value(QStringLiteral("theme")).toString()));
    zhuyi::applyLanguage(store.value(QStringLiteral("language")).toString());

    zhuyi::LateEngine engine;
    zhuyi::EngineClient client(engine.factory());
    zhuyi::MainWindow window(&client);
    engine.loadWhenDrawn(&window);
    window.show();
    if (file.empty())
        window.openBuiltIn();
    else
        window.openFile(QString::fromStdString(file));
    return QApplication::exec();
}
