#include "tests/ui/WindowBench.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

#include <initializer_list>

using namespace zhuyi;

namespace {

QStringList emptyFiles(const QTemporaryDir& folder, std::initializer_list<const char*> names) {
    QStringList paths;
    for (const char* name : names) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly))
            qWarning("%s cannot be written", name);
        paths.append(file.fileName());
    }
    return paths;
}

void chooseTogether(WindowBench& bench, const char* button, const QStringList& paths) {
    QTest::mouseClick(bench.window.findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    bench.chooseFile(QStringLiteral("\"%1\"").arg(paths.join(QStringLiteral("\" \""))));
}

} // namespace

class WelcomePanelTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { beginWindowTest(folder_); }
    void init() { beginWindowCase(); }
    void itIsWhatANewcomerSeesAndStartIsThere();
    void startMayBePressedBeforeTheCorpusIsThere();
    void ownFilesAndModelsAreOneClickAway();
    void severalModelsAreOpenedTogether();
    void aCorpusIsNotOpenedTogetherWithOthers();
    void nothingScrollsInASmallWindow();
    void onceHiddenItStaysAway();

  private:
    QTemporaryDir folder_;
};

void WelcomePanelTest::itIsWhatANewcomerSeesAndStartIsThere() {
    WindowBench bench;
    bench.window.openBuiltIn();
    QTRY_VERIFY(!bench.dock("welcomeDock")->visibleRegion().isEmpty());
    auto summary = std::make_shared<CorpusSummary>(*FakeEngine::summary());
    summary->builtIn = true;
    bench.engine.send(CorpusOpened{summary});
    QVERIFY(bench.hasOpenCorpus());
    QTRY_VERIFY(
        bench.window.findChild<QLabel*>(QStringLiteral("startNote"))->text().contains(QStringLiteral("built-in")));
    QVERIFY(!bench.dock("welcomeDock")->visibleRegion().isEmpty());
    QTest::mouseClick(bench.window.findChild<QToolButton*>(QStringLiteral("welcomeStart")), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Train>(), 1);
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(!bench.dock("trainingDock")->visibleRegion().isEmpty());
}

void WelcomePanelTest::startMayBePressedBeforeTheCorpusIsThere() {
    WindowBench bench;
    bench.window.openBuiltIn();
    auto* start = bench.window.findChild<QToolButton*>(QStringLiteral("welcomeStart"));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(start->text(), QStringLiteral("Starting…"));
    bench.engine.send(CorpusOpened{FakeEngine::summary()});
    QTRY_COMPARE(bench.engine.count<Train>(), 1);
}

void WelcomePanelTest::ownFilesAndModelsAreOneClickAway() {
    WindowBench bench;
    for (const char* name : {"welcomeOpen", "welcomeModel"}) {
        QTest::mouseClick(bench.window.findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        auto* dialog = bench.shown<QFileDialog>();
        QVERIFY2(dialog, name);
        QVERIFY2(dialog->nameFilters().first().contains(QStringLiteral("*.zhuyi")), name);
        dialog->close();
        QTRY_VERIFY(bench.window.findChildren<QFileDialog*>().isEmpty());
    }
}

void WelcomePanelTest::severalModelsAreOpenedTogether() {
    QTemporaryDir folder;
    const QStringList names = emptyFiles(folder, {"one.zhuyi", "two.zhuyi", "three.zhuyi"});
    WindowBench bench;
    chooseTogether(bench, "welcomeModel", names);
    QTRY_COMPARE(bench.engine.count<OpenModel>(), 1);
    const auto command = bench.engine.last<OpenModel>();
    QCOMPARE(QString::fromStdString(command.path), names[0]);
    QCOMPARE(command.ensemble, (std::vector<std::string>{names[1].toStdString(), names[2].toStdString()}));

    bench.window.openFile(names[0]);
    QTRY_COMPARE(bench.engine.count<OpenModel>(), 2);
    QVERIFY(bench.engine.last<OpenModel>().ensemble.empty());

    auto model = FakeEngine::model();
    model.path = command.path;
    model.together = command.ensemble;
    bench.engine.send(ModelOpened{model});
    QTRY_VERIFY(bench.window.windowTitle().contains(QStringLiteral("one.zhuyi + 2")));
    QVERIFY(bench.messageTexts().contains(QStringLiteral("3 models are open and translate together")));
}

void WelcomePanelTest::aCorpusIsNotOpenedTogetherWithOthers() {
    QTemporaryDir folder;
    WindowBench bench;
    chooseTogether(bench, "welcomeOpen", emptyFiles(folder, {"one.zhuyi", "two.tsv"}));
    QTRY_VERIFY(bench.messageTexts().contains(QStringLiteral("only where all of them are models")));
    QCOMPARE(bench.engine.count<OpenModel>(), 0);
    QCOMPARE(bench.engine.count<OpenCorpus>(), 0);
}

void WelcomePanelTest::nothingScrollsInASmallWindow() {
    WindowBench bench;
    bench.window.resize(1280, 640);
    auto* area = bench.dock("welcomeDock")->findChild<QScrollArea*>();
    QTRY_VERIFY(area->isVisible() && area->height() > 100);
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    const int height = area->height();
    bench.engine.send(ModelOpened{FakeEngine::model("/models/a.zhuyi")});
    QTRY_VERIFY(area->height() < height); // for the message above it
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
}

void WelcomePanelTest::onceHiddenItStaysAway() {
    {
        WindowBench bench;
        bench.dock("welcomeDock")->close();
        bench.window.close();
    }
    WindowBench bench;
    bench.window.openBuiltIn();
    QVERIFY(bench.dock("welcomeDock")->isHidden());
    QTRY_VERIFY(!bench.dock("corpusDock")->visibleRegion().isEmpty());
}

QTEST_MAIN(WelcomePanelTest)
#include "WelcomePanelTest.moc"
