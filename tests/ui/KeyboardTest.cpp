#include "tests/ui/WindowBench.h"
#include "ui/translation/SourceEdit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>
#include <set>

using namespace zhuyi;

namespace {

QString accessibleNameOf(QWidget* widget) {
    const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool isInteractive(const QWidget* widget) {
    const auto is = [widget](auto type) { return qobject_cast<decltype(type)>(widget) != nullptr; };
    if (is(static_cast<const QScrollBar*>(nullptr)) || is(static_cast<const QHeaderView*>(nullptr)))
        return false;
    return is(static_cast<const QAbstractButton*>(nullptr)) || is(static_cast<const QComboBox*>(nullptr)) ||
           is(static_cast<const QLineEdit*>(nullptr)) || is(static_cast<const QTextEdit*>(nullptr)) ||
           is(static_cast<const QPlainTextEdit*>(nullptr)) || is(static_cast<const QAbstractSpinBox*>(nullptr)) ||
           is(static_cast<const QAbstractItemView*>(nullptr)) || is(static_cast<const QAbstractSlider*>(nullptr));
}

/// What Qt makes inside another widget, which stands for it.
bool isPartOfAnother(const QWidget* widget) {
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QTabBar*>(parent) || qobject_cast<const QMenu*>(parent) ||
            qobject_cast<const QLineEdit*>(parent))
            return true;
    // The corner between a table's headers selects all, where it may; else it is mere ground.
    if (const auto* table = qobject_cast<const QTableView*>(widget->parentWidget()))
        return qobject_cast<const QAbstractButton*>(widget) && !table->isCornerButtonEnabled();
    const QString name = widget->objectName();
    return name.startsWith(QLatin1String("qt_"));
}

/// Of its own window: what pops up has a chain of its own.
bool isInFocusChain(const QWidget* widget) {
    const QWidget* window = widget->window();
    for (const QWidget* next = window->nextInFocusChain(); next && next != window; next = next->nextInFocusChain())
        if (next == widget)
            return true;
    return false;
}

QString described(QWidget* widget) {
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName() +
           QLatin1Char(' ') + (button ? button->text() + QLatin1Char('/') + button->toolTip() : widget->toolTip());
}

QChar mnemonicOf(const QString& text) {
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(keys[0].key());
}

} // namespace

class KeyboardTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { beginWindowTest(folder_); }
    void init() { beginWindowCase(); }

    void theTabKeyPassesOverPanelsBehindOthers() {
        WindowBench bench;
        bench.openCorpus();
        bench.dock("corpusDock")->raise();
        bench.window.activateWindow();
        QTRY_VERIFY(QApplication::focusWidget());
        const auto docks = bench.window.findChildren<QDockWidget*>();
        std::set<const QDockWidget*> passed;
        for (const Qt::KeyboardModifiers shift : {Qt::NoModifier, Qt::ShiftModifier})
            for (int i = 0; i < 80; ++i) {
                QTest::keyClick(QApplication::focusWidget(), shift ? Qt::Key_Backtab : Qt::Key_Tab, shift);
                QWidget* widget = QApplication::focusWidget();
                QVERIFY(widget);
                for (const QDockWidget* dock : docks)
                    if (dock->isAncestorOf(widget)) {
                        QVERIFY2(!dock->visibleRegion().isEmpty(), qPrintable(described(widget)));
                        passed.insert(dock);
                    }
            }
        QCOMPARE(passed.size(), std::size_t(3)); // the corpus, the attention, the translation
    }
    void noTwoActionsShareAShortcut();
    void noTwoEntriesOfAMenuShareAMnemonic_data();
    void noTwoEntriesOfAMenuShareAMnemonic();
    void everyControlHasANameAndIsReachedByTab_data();
    void everyControlHasANameAndIsReachedByTab();
    void f6GoesFromPanelToPanelAndBack();
    void aNumberBringsAPanelAndTheKeyboardToIt();
    void shortcutsAreListed();

  private:
    QTemporaryDir folder_;
};

void KeyboardTest::noTwoActionsShareAShortcut() {
    WindowBench bench;
    QMap<QString, QString> owners;
    QStringList shared;
    for (auto* action : bench.window.findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString name = keys.toString();
            // Those of a panel count within it alone.
            if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
                continue;
            if (owners.contains(name))
                shared << name + QStringLiteral(": ") + owners[name] + QStringLiteral(", ") + action->text();
            owners[name] = action->text();
        }
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(QLatin1Char('\n'))));
    for (const char* expected : {"F1", "F5", "F6", "F10", "F11", "Ctrl+1", "Alt+2", "Ctrl+O", "Ctrl+S"})
        QVERIFY2(owners.contains(QString::fromLatin1(expected)), expected);
}

void KeyboardTest::noTwoEntriesOfAMenuShareAMnemonic_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh");
}

void KeyboardTest::noTwoEntriesOfAMenuShareAMnemonic() {
    QFETCH(QString, language);
    WindowBench bench;
    applyLanguage(language);
    QCoreApplication::processEvents();
    QStringList wrong;
    QList<QPair<QString, QList<QAction*>>> menus{{QStringLiteral("menu bar"), bench.window.menuBar()->actions()}};
    for (auto* menu : bench.window.menuBar()->findChildren<QMenu*>())
        menus.append({menu->title(), menu->actions()});
    QVERIFY(menus.size() > 6);
    for (const auto& [title, actions] : menus) {
        QMap<QChar, QString> owners;
        for (const QAction* action : actions) {
            if (action->isSeparator())
                continue;
            const QChar key = mnemonicOf(action->text());
            if (key.isNull())
                wrong << title + QStringLiteral(": none in ") + action->text();
            else if (owners.contains(key))
                wrong << title + QStringLiteral(": ") + owners[key] + QStringLiteral(" and ") + action->text();
            owners[key] = action->text();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void KeyboardTest::everyControlHasANameAndIsReachedByTab_data() {
    noTwoEntriesOfAMenuShareAMnemonic_data();
}

void KeyboardTest::everyControlHasANameAndIsReachedByTab() {
    QFETCH(QString, language);
    WindowBench bench;
    applyLanguage(language);
    bench.beginTraining();
    QCoreApplication::processEvents();
    QStringList nameless, unreachable;
    for (auto* widget : bench.window.findChildren<QWidget*>()) {
        if (!isInteractive(widget) || isPartOfAnother(widget))
            continue;
        if (accessibleNameOf(widget).trimmed().isEmpty())
            nameless << described(widget);
        if (!(widget->focusPolicy() & Qt::TabFocus) || !isInFocusChain(widget))
            unreachable << described(widget);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(QStringLiteral("no name:\n") + nameless.join(QLatin1Char('\n'))));
    QVERIFY2(unreachable.isEmpty(), qPrintable(QStringLiteral("not by Tab:\n") + unreachable.join(QLatin1Char('\n'))));
}

void KeyboardTest::f6GoesFromPanelToPanelAndBack() {
    WindowBench bench;
    bench.openCorpus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    const auto here = [&]() -> QString {
        for (auto* dock : bench.window.findChildren<QDockWidget*>())
            if (QApplication::focusWidget() && dock->isAncestorOf(QApplication::focusWidget()))
                return dock->objectName();
        return {};
    };
    bench.dock("translationDock")->widget()->findChild<QPlainTextEdit*>()->setFocus();
    QTRY_COMPARE(here(), QStringLiteral("translationDock"));
    QStringList visited;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&bench.window, Qt::Key_F6);
        visited << here();
    }
    QCOMPARE(visited.last(), QStringLiteral("translationDock")); // all the way round
    QVERIFY(visited.contains(QStringLiteral("attentionDock")));
    QTest::keyClick(&bench.window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(here(), visited[1]);
}

void KeyboardTest::aNumberBringsAPanelAndTheKeyboardToIt() {
    WindowBench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    auto* dock = bench.dock("translationDock");
    dock->close();
    const auto actions = bench.window.findChildren<QAction*>();
    const auto go = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
        return action->text().endsWith(QStringLiteral("Translation")) &&
               action->shortcut().toString().startsWith(QStringLiteral("Ctrl+"));
    });
    QVERIFY(go != actions.end());
    (*go)->trigger();
    QTRY_VERIFY(dock->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), dock->findChild<SourceEdit*>()); // one may type at once
}

void KeyboardTest::shortcutsAreListed() {
    WindowBench bench;
    bench.action("Ctrl+/")->trigger();
    QTextEdit* page = nullptr;
    QTRY_VERIFY([&] {
        for (auto* dialog : bench.window.findChildren<QDialog*>())
            if (dialog->isVisible())
                page = dialog->findChild<QTextEdit*>();
        return page != nullptr;
    }());
    for (const char* expected : {"F5", "Shift+F6", "Ctrl+1", "Alt+2", "Next panel", "Large attention"})
        QVERIFY2(page->toPlainText().contains(QLatin1String(expected)), expected);
}

QTEST_MAIN(KeyboardTest)
#include "KeyboardTest.moc"
