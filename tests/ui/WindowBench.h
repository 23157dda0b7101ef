#pragma once

#include "tests/ui/FakeSession.h"
#include "ui/client/EngineClient.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MessageArea.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <vector>

namespace zhuyi {

/// Settings of its own for a test of the window, and a fixed language and theme.
inline void beginWindowTest(const QTemporaryDir& folder) {
    qputenv("ZHUYI_DATA", folder.filePath(QStringLiteral("data")).toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("zhuyi-test"));
    QCoreApplication::setApplicationName(QStringLiteral("zhuyi-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    applyTheme(Theme::Light);
}

inline void beginWindowCase() {
    QSettings().clear();
    applyLanguage(QStringLiteral("en"));
}

/// The real window on a fake engine.
struct WindowBench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    MainWindow window{&client};

    WindowBench() {
        window.show();
        engine.send(FakeEngine::ready());
    }
    QAction* action(const char* shortcut) const {
        for (auto* action : window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QString::fromLatin1(shortcut)))
                return action;
        return nullptr;
    }
    QToolButton* button(const char* shortcut) const {
        for (auto* button : window.findChildren<QToolButton*>())
            if (button->defaultAction() && button->defaultAction() == action(shortcut))
                return button;
        return nullptr;
    }
    QToolButton* start() const { return window.findChild<QToolButton*>(QStringLiteral("startButton")); }
    QDockWidget* dock(const char* name) const { return window.findChild<QDockWidget*>(QString::fromLatin1(name)); }
    std::vector<MessageBar*> messages() const { return window.findChild<MessageArea*>()->bars(); }
    QString messageTexts() const {
        QStringList texts;
        for (const MessageBar* bar : messages())
            texts << bar->text();
        return texts.join(QLatin1Char('|'));
    }
    QToolButton* messageButton(const char* text) const {
        for (const MessageBar* bar : messages())
            for (auto* button : bar->findChildren<QToolButton*>())
                if (button->text() == QLatin1String(text))
                    return button;
        return nullptr;
    }
    bool hasOpenCorpus() {
        return QTest::qWaitFor([this] { return client.corpus() != nullptr; });
    }
    void openCorpus() {
        window.openFile(QStringLiteral("/corpora/pairs.txt"));
        engine.send(CorpusOpened{FakeEngine::summary()});
        QVERIFY(hasOpenCorpus());
    }
    void beginTraining() {
        openCorpus();
        QTest::mouseClick(start(), Qt::LeftButton);
        engine.send(TrainingStarted{FakeEngine::model()});
        engine.send(Stepped{FakeEngine::step(1)});
        QTRY_VERIFY(window.isWindowModified());
    }
    void finishTraining() {
        beginTraining();
        engine.send(TrainingFinished{TrainingEnd::Completed, FakeEngine::model()});
        QTRY_COMPARE(client.task(), Task::None);
    }
    template <class Dialog>
    Dialog* shown() {
        Dialog* found = nullptr;
        if (!QTest::qWaitFor([&] {
                const auto all = window.findChildren<Dialog*>();
                for (Dialog* dialog : all)
                    if (dialog->isVisible())
                        found = dialog;
                return found != nullptr;
            }))
            qWarning("no dialog came");
        return found;
    }
    void chooseFile(const QString& path) {
        auto* dialog = shown<QFileDialog>();
        QVERIFY(dialog);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    }
    void press(QMessageBox* box, QMessageBox::ButtonRole role) {
        for (auto* button : box->buttons())
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL("no such button");
    }
};

} // namespace zhuyi
