#include "tests/ui/WindowBench.h"

#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolBar>

using namespace zhuyi;

class LayoutTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { beginWindowTest(folder_); }
    void init() { beginWindowCase(); }
    void aLayoutGivesItsPanelTheRoom();
    void aLayoutPutsTornOffPanelsBack();
    void theLayoutIsKeptOverStarts();
    void otherPanelsThanRememberedBeginAnew();
    void everyPanelCanBeTornOffHiddenAndBroughtBack();
    void theWindowFitsASmallScreenInBothLanguages_data();
    void theWindowFitsASmallScreenInBothLanguages();
    void nothingMovesWhileNumbersStreamIn();

  private:
    QTemporaryDir folder_;
};

void LayoutTest::aLayoutGivesItsPanelTheRoom() {
    WindowBench bench;
    bench.window.resize(1280, 800);
    bench.openCorpus();
    const auto share = [&](const char* name) {
        const QWidget* dock = bench.dock(name);
        return dock->visibleRegion().isEmpty() ? 0. : double(dock->width()) * dock->height() / (1280. * 800.);
    };
    bench.action("Alt+2")->trigger();
    QTRY_VERIFY(share("attentionDock") > 0.55);
    QVERIFY(share("translationDock") > 0.1);
    QCOMPARE(share("trainingDock"), 0.);
    bench.action("Alt+3")->trigger();
    QTRY_VERIFY(share("trainingDock") > 0.5);
    QVERIFY(share("attentionDock") > 0.1);
    bench.action("Alt+4")->trigger();
    QTRY_VERIFY(share("translationDock") > 0.3);
    QVERIFY(share("attentionDock") > 0.4);
    bench.action("Alt+1")->trigger();
    for (const char* name : {"trainingDock", "attentionDock", "translationDock"})
        QTRY_VERIFY2(share(name) > 0.1, name);
    QCOMPARE(bench.window.size(), QSize(1280, 800));
}

void LayoutTest::aLayoutPutsTornOffPanelsBack() {
    WindowBench bench;
    bench.dock("attentionDock")->setFloating(true);
    bench.dock("translationDock")->close();
    bench.action("Alt+1")->trigger();
    QVERIFY(!bench.dock("attentionDock")->isFloating());
    QTRY_VERIFY(bench.dock("translationDock")->isVisible());
}

void LayoutTest::theLayoutIsKeptOverStarts() {
    {
        WindowBench bench;
        bench.window.resize(1280, 800);
        bench.action("Alt+4")->trigger();
        QTRY_VERIFY(!bench.dock("trainingDock")->isVisible());
        bench.window.close();
    }
    WindowBench bench;
    QVERIFY(bench.dock("trainingDock")->isHidden());
    QTRY_VERIFY(bench.dock("translationDock")->height() > 400);
}

void LayoutTest::otherPanelsThanRememberedBeginAnew() {
    {
        WindowBench bench;
        bench.action("Alt+2")->trigger();
        bench.window.close();
    }
    QSettings().setValue(QStringLiteral("window/panelNames"), QStringLiteral("of an older program"));
    WindowBench bench;
    QVERIFY(!bench.dock("trainingDock")->isHidden());
}

void LayoutTest::everyPanelCanBeTornOffHiddenAndBroughtBack() {
    WindowBench bench;
    for (auto* dock : bench.window.findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        auto* tearOff = dock->findChild<QToolButton*>(QStringLiteral("panelFloat"));
        QTest::mouseClick(tearOff, Qt::LeftButton);
        QVERIFY2(dock->isFloating(), qPrintable(dock->objectName()));
        QTest::mouseClick(tearOff, Qt::LeftButton);
        QVERIFY(!dock->isFloating());
        QTest::mouseClick(dock->findChild<QToolButton*>(QStringLiteral("panelHide")), Qt::LeftButton);
        QVERIFY(dock->isHidden());
        dock->toggleViewAction()->trigger();
        QVERIFY(!dock->isHidden());
    }
}

void LayoutTest::theWindowFitsASmallScreenInBothLanguages_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh");
}

void LayoutTest::theWindowFitsASmallScreenInBothLanguages() {
    QFETCH(QString, language);
    applyLanguage(language);
    WindowBench bench;
    bench.beginTraining();
    bench.window.resize(1280, 720);
    for (const char* layout : {"Alt+1", "Alt+2", "Alt+3", "Alt+4"}) {
        bench.action(layout)->trigger();
        QTest::qWait(30);
        QVERIFY2(bench.window.minimumSizeHint().width() <= 1280, layout);
        QVERIFY2(bench.window.minimumSizeHint().height() <= 720, layout);
        QCOMPARE(bench.window.size(), QSize(1280, 720));
    }
    const auto* toolBar = bench.window.findChild<QToolBar*>(QStringLiteral("toolBar"));
    QVERIFY(toolBar->sizeHint().width() <= 1280);
}

void LayoutTest::nothingMovesWhileNumbersStreamIn() {
    WindowBench bench;
    bench.window.resize(1280, 800);
    bench.beginTraining();
    const auto places = [&] {
        QTest::qWait(60);
        QMap<QString, QRect> at;
        QList<QWidget*> parts = bench.window.findChild<QToolBar*>(QStringLiteral("toolBar"))->findChildren<QWidget*>();
        parts += bench.window.statusBar()->findChildren<QWidget*>();
        for (auto* dock : bench.window.findChildren<QDockWidget*>())
            parts += dock;
        int number = 0;
        for (const QWidget* part : parts) {
            ++number;
            if (part->isVisible())
                at.insert(QStringLiteral("%1 %2 %3")
                              .arg(number)
                              .arg(QString::fromLatin1(part->metaObject()->className()), part->objectName()),
                          QRect(part->mapTo(&bench.window, QPoint()), part->size()));
        }
        return at;
    };
    const auto send = [&](std::int64_t n, double speed, double left) {
        StepReport report = FakeEngine::step(n);
        report.tokensPerSecond = speed;
        report.secondsLeft = left;
        bench.engine.send(Stepped{report});
    };
    send(2, 9, 9);
    const auto before = places();
    const std::pair<double, double> later[] = {{12345, 3599}, {98765, 36000}, {7, 61}};
    std::int64_t step = 3;
    for (const auto& [speed, left] : later) {
        send(step += 600, speed, left);
        const auto now = places();
        for (auto part = before.begin(); part != before.end(); ++part)
            if (part.key().contains(QStringLiteral("Label")) || part.key().contains(QStringLiteral("Tool")) ||
                part.key().contains(QStringLiteral("Dock")) || part.key().contains(QStringLiteral("ProgressBar")))
                QVERIFY2(now.value(part.key()) == part.value(),
                         qPrintable(part.key() + QStringLiteral(" %1+%2 %3+%4")
                                                     .arg(part.value().x())
                                                     .arg(part.value().width())
                                                     .arg(now.value(part.key()).x())
                                                     .arg(now.value(part.key()).width())));
    }
    const int x = bench.button("F10")->x();
    bench.engine.send(TrainingPaused{});
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("Continue"));
    QCOMPARE(bench.button("F10")->x(), x);
}

QTEST_MAIN(LayoutTest)
#include "LayoutTest.moc"
