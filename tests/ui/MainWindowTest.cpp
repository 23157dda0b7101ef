#include "ui/shell/MainWindow.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/WindowBench.h"
#include "ui/dataset/AlignmentFile.h"
#include "ui/history/RunStore.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Checkpoints.h"
#include "ui/shell/MessageArea.h"
#include "ui/shell/StartButton.h"
#include "ui/training/CurvePlot.h"
#include "ui/training/SamplesPanel.h"
#include "ui/training/TrainingCurves.h"
#include "ui/translation/SourceEdit.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace zhuyi;

using Bench = WindowBench;

namespace {

QWidget* dropFile(QWidget* target, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return nullptr;
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    return drop.isAccepted() ? target : nullptr;
}

/// A run of 600 steps whose program was killed; its checkpoint, of step 500.
QString cutOffRun() {
    const QString path = Checkpoints::begin();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("weights") < 0)
        return {};
    RunInfo run;
    run.corpus.builtIn = true;
    run.settings = preset("small");
    run.began = QDateTime::currentDateTime();
    run.end = RunEnd::CutOff;
    run.checkpoint = path;
    RunSeries series;
    for (std::int64_t step = 1; step <= 600; ++step)
        series.steps.push_back(FakeEngine::step(step));
    for (const std::int64_t step : {250, 500}) {
        series.validations.push_back(FakeEngine::validation(step));
        series.validations.back().samples = {{"今天是星期日。", "Today is Sunday.", "it is sunday ."}};
    }
    RunStore(qEnvironmentVariable("ZHUYI_DATA")).add(run, series);
    return path;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void theThreePanelsAreInSightAt1280By800();
    void nothingCanBeTrainedOrSavedBeforeThereIsACorpus();
    void aCorpusIsOpenedThroughTheFileDialog();
    void aPathThatIsTypedIsNotTakenForItsFolder();
    void aFileOfZhuyiIsOpenedAsAModel();
    void aModelsSuffixIsFoundInAnyCase();
    void openingShowsProgressThatCanBeCancelled();
    void aFailureIsToldInTheWindowAndCanBeClosed();
    void whatWentWellIsToldForAWhile();
    void theNextFailureOfATaskReplacesTheLast();
    void aSlowLibraryIsToldUntilClosed();
    void startPauseContinueAndStopPostTheirCommands();
    void aStepBeforeTrainingStartsItPaused();
    void aStepWhilePausedIsOneStep();
    void trainingKeepsACheckpointInTheUsersFolder();
    void nothingElseCanBeOpenedWhileTraining();
    void theBuiltInCorpusIsThereFromTheStart();
    void whoReadsHelpAtTheStartGoesOnReading();
    void startMayBePressedWhileTheCorpusIsStillMade();
    void aFileMayBeOpenedWhileTheBuiltInCorpusIsStillMade();
    void theMenuLeadsBackToTheBuiltInCorpus();
    void aRunOnTheBuiltInCorpusCanBeRecovered();
    void goldAlignmentsAreOpenedWithTheCorpusAtHand();
    void goldAlignmentsBesideACorpusAreFoundAndCanBeLeftOut();
    void aCorpusWithoutAlignmentsIsOpenedWithoutLookingForTheirFile();
    void badAlignmentsBesideACorpusDoNotKeepItClosed();
    void wordsAreCountedFromOneWhereNoneIsCountedZero();
    void wordsBeingAlignedAreNamed();
    void guidedAttentionIsOneClickAwayAndLeavesThePreset();
    void aDroppedFileIsOpenedEvenOverAnEditor();
    void twoDroppedFilesAreRefused();
    void recentFilesAreRememberedNewestFirst();
    void closingWithAnUnsavedModelAsksAndCanBeTakenBack();
    void closingCanSaveFirst();
    void aFailedSaveKeepsTheWindowOpen();
    void aSavedModelIsClosedWithoutAQuestion();
    void startingOverAnUnsavedModelAsks();
    void theLanguageSwitchRelabelsEverything();
    void messagesFollowTheLanguage();
    void theThemeSwitchesAndIsRemembered();
    void presetAndSettingsAreRemembered();
    void hiddenPanelsStayHiddenAndComeBackByReset();
    void whatACutOffRunHadLearntIsOfferedAtTheNextStart();
    void aCutOffRunIsOpenedWithItsCurves();
    void aCutOffRunGoesOnWithItsCurves();
    void aCutOffRunIsOfferedUntilAnotherBegins();
    void anotherWindowsRunIsLeftToIt();
    void onlyTheNewestCheckpointsAreKept();

  private:
    QTemporaryDir folder_;
};

void MainWindowTest::initTestCase() {
    beginWindowTest(folder_);
}

void MainWindowTest::init() {
    beginWindowCase();
}

void MainWindowTest::theThreePanelsAreInSightAt1280By800() {
    Bench bench;
    bench.window.resize(1280, 800);
    bench.openCorpus();
    const auto dock = [&](const char* name) { return bench.window.findChild<QDockWidget*>(QString::fromLatin1(name)); };
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(!dock("trainingDock")->visibleRegion().isEmpty());
    for (const char* name : {"attentionDock", "translationDock"})
        QVERIFY2(!dock(name)->visibleRegion().isEmpty(), name);
    const auto at = [&](const char* name) { return dock(name)->mapTo(&bench.window, QPoint()); };
    QVERIFY(at("trainingDock").x() < at("attentionDock").x());
    QVERIFY(at("trainingDock").y() < at("translationDock").y());
    QVERIFY(dock("attentionDock")->width() > 500);
    QVERIFY(dock("trainingDock")->width() > 500);
    QCOMPARE(bench.window.size(), QSize(1280, 800));
}

void MainWindowTest::nothingCanBeTrainedOrSavedBeforeThereIsACorpus() {
    Bench bench;
    for (const char* shortcut : {"F5", "F10", "Shift+F5", "Ctrl+S"})
        QVERIFY2(!bench.action(shortcut)->isEnabled(), shortcut);
    QVERIFY(bench.action("Ctrl+O")->isEnabled());
    QVERIFY(!bench.start()->isEnabled());
    bench.openCorpus();
    QVERIFY(bench.start()->isEnabled());
    QVERIFY(bench.action("F10")->isEnabled());
    QVERIFY(!bench.action("Shift+F5")->isEnabled());
    QVERIFY(!bench.action("Ctrl+S")->isEnabled());
}

void MainWindowTest::aCorpusIsOpenedThroughTheFileDialog() {
    QFile file(folder_.filePath(QStringLiteral("pairs.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Bench bench;
    QTest::mouseClick(bench.window.findChild<QPushButton*>(QStringLiteral("openCorpus")), Qt::LeftButton);
    bench.chooseFile(file.fileName());
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 1);
    QCOMPARE(QString::fromStdString(bench.engine.last<OpenCorpus>().path), file.fileName());
    QVERIFY(presetOf(bench.engine.last<OpenCorpus>().settings) == "small");
    bench.engine.send(CorpusOpened{FakeEngine::summary()});
    QVERIFY(bench.hasOpenCorpus());
    QVERIFY(bench.button("Ctrl+O")->isEnabled());
    QVERIFY(bench.messages().empty());
    QTRY_COMPARE(bench.window.findChild<QLabel*>(QStringLiteral("corpusStatus"))->text(),
                 QStringLiteral("pairs.txt: 27,155 pairs"));
}

void MainWindowTest::aPathThatIsTypedIsNotTakenForItsFolder() {
    QFile file(folder_.filePath(QStringLiteral("typed.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Bench bench;
    QTest::mouseClick(bench.window.findChild<QPushButton*>(QStringLiteral("openCorpus")), Qt::LeftButton);
    auto* dialog = bench.shown<QFileDialog>();
    QVERIFY(dialog);
    dialog->setDirectory(folder_.path());
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    dialog->activateWindow();
    name->setFocus();
    QTRY_VERIFY(name->hasFocus());
    name->setText(file.fileName());
    // As Qt leaves it when the file is typed faster than the folder is read.
    auto* files = dialog->findChild<QListView*>(QStringLiteral("listView"));
    const auto* model = dialog->findChild<QFileSystemModel*>();
    QVERIFY(files && model && files->model() == model);
    files->selectionModel()->select(model->index(folder_.path()),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 1);
    QCOMPARE(QString::fromStdString(bench.engine.last<OpenCorpus>().path), file.fileName());
}

void MainWindowTest::aFileOfZhuyiIsOpenedAsAModel() {
    Bench bench;
    bench.window.openFile(QStringLiteral("/models/m.zhuyi"));
    QCOMPARE(bench.engine.last<OpenModel>().path, std::string("/models/m.zhuyi"));
    QCOMPARE(bench.engine.count<OpenCorpus>(), 0);
    bench.engine.send(ModelOpened{FakeEngine::model("/models/m.zhuyi")});
    QTRY_VERIFY(bench.action("Ctrl+S")->isEnabled());
    QVERIFY(bench.messageTexts().contains(QStringLiteral("m.zhuyi is open (8,123,456 parameters)")));
    QVERIFY(bench.window.windowTitle().contains(QStringLiteral("m.zhuyi")));
}

void MainWindowTest::aModelsSuffixIsFoundInAnyCase() {
    Bench bench;
    bench.window.openFile(QStringLiteral("/models/M.ZHUYI"));
    QCOMPARE(bench.engine.count<OpenModel>(), 1);
}

void MainWindowTest::openingShowsProgressThatCanBeCancelled() {
    Bench bench;
    bench.window.openFile(QStringLiteral("/corpora/50%2 pairs.txt"));
    QCOMPARE(bench.messageTexts(), QStringLiteral("Reading 50%2 pairs.txt… 0 %"));
    bench.engine.send(Progress{Task::OpenCorpus, Phase::Segmenting, 0.43});
    QTRY_COMPARE(bench.messageTexts(), QStringLiteral("Cutting 50%2 pairs.txt into tokens… 43 %"));
    QTest::mouseClick(bench.messages().front()->findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Cancel>(), 1);
    QVERIFY(bench.messages().empty());
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::Cancelled, {}}});
    QTRY_VERIFY(bench.action("Ctrl+O")->isEnabled());
    QVERIFY(bench.messages().empty());
}

void MainWindowTest::aFailureIsToldInTheWindowAndCanBeClosed() {
    Bench bench;
    bench.window.openFile(QStringLiteral("/corpora/one.txt"));
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::SingleColumn, {"/corpora/one.txt", "7"}}});
    QTRY_COMPARE(bench.messageTexts(),
                 QStringLiteral("/corpora/one.txt has only one column (line 7); each line needs a "
                                "sentence, a tab and its translation."));
    QVERIFY(!QApplication::activeModalWidget());
    QTest::mouseClick(bench.messages().front()->findChild<QToolButton*>(QStringLiteral("closeMessage")),
                      Qt::LeftButton);
    QVERIFY(bench.messages().empty());
    QVERIFY(!bench.window.findChild<MessageArea*>()->isVisible());
}

void MainWindowTest::whatWentWellIsToldForAWhile() {
    Bench bench;
    bench.finishTraining();
    bench.engine.send(Failed{Task::OpenModel, 0, {MessageCode::FileMissing, {"/gone.zhuyi"}}});
    bench.engine.send(ModelSaved{"/models/one.zhuyi"});
    QTRY_COMPARE(bench.messages().size(), 2U);
    MessageBar* saved = bench.messages().back();
    QCOMPARE(saved->text(), QStringLiteral("The model is saved in /models/one.zhuyi."));
    QVERIFY(QTest::qWaitFor([&] { // once it is laid out, someone reads it
        QTest::mouseMove(bench.start(), bench.start()->rect().center());
        QTest::mouseMove(saved, saved->rect().center());
        return saved->underMouse();
    }));
    QTest::qWait(9500);
    QCOMPARE(bench.messages().size(), 2U);
    QTest::mouseMove(bench.start(), bench.start()->rect().center());
    QTRY_COMPARE(bench.messages().size(), 1U);
    QVERIFY(bench.messageTexts().contains(QStringLiteral("gone.zhuyi"))); // a failure stays
}

void MainWindowTest::theNextFailureOfATaskReplacesTheLast() {
    Bench bench;
    for (const char* path : {"/a.txt", "/b.txt"}) {
        bench.window.openFile(QString::fromLatin1(path));
        bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::FileMissing, {path}}});
        QTRY_COMPARE(bench.messageTexts(), QStringLiteral("There is no file %1.").arg(QLatin1String(path)));
    }
}

void MainWindowTest::aSlowLibraryIsToldUntilClosed() {
    Bench bench;
    bench.engine.send(Notice{{MessageCode::SlowBlas, {"/usr/lib/libblas.so.3"}}});
    QTRY_COMPARE(bench.messages().size(), std::size_t(1));
    bench.openCorpus();
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(bench.client.hasModel());
    QVERIFY(bench.messageTexts().contains(QStringLiteral("libblas.so.3")));
}

void MainWindowTest::startPauseContinueAndStopPostTheirCommands() {
    Bench bench;
    bench.openCorpus();
    QCOMPARE(bench.start()->text(), QStringLiteral("Start"));
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Train>(), 1);
    QVERIFY(!bench.engine.last<Train>().startPaused);
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(bench.client.hasModel());
    QCOMPARE(bench.start()->text(), QStringLiteral("Pause"));
    QVERIFY(!bench.action("F10")->isEnabled());

    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Pause>(), 1);
    bench.engine.send(TrainingPaused{});
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("Continue"));
    QTest::keyClick(&bench.window, Qt::Key_F5);
    QTRY_COMPARE(bench.engine.count<Resume>(), 1);
    bench.engine.send(TrainingResumed{});
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("Pause"));

    bench.engine.send(Stepped{FakeEngine::step(1)});
    const auto* speed = bench.window.findChild<QLabel*>(QStringLiteral("speedStatus"));
    QTRY_COMPARE(speed->text(), QStringLiteral("5,230 tokens/s"));
    QVERIFY(speed->isVisible());
    QTest::mouseClick(bench.button("Shift+F5"), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Stop>(), 1);
    bench.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("Start"));
    QVERIFY(!speed->isVisible()); // nothing is that fast any more
    QVERIFY(bench.messageTexts().contains(QStringLiteral("stopped")));
    QCOMPARE(bench.engine.count<Train>(), 1);
}

void MainWindowTest::aStepBeforeTrainingStartsItPaused() {
    Bench bench;
    bench.openCorpus();
    QTest::mouseClick(bench.button("F10"), Qt::LeftButton);
    QVERIFY(bench.engine.last<Train>().startPaused);
    QCOMPARE(bench.engine.count<Step>(), 1);
}

void MainWindowTest::aStepWhilePausedIsOneStep() {
    Bench bench;
    bench.beginTraining();
    bench.engine.send(TrainingPaused{});
    QTRY_VERIFY(bench.button("F10")->isEnabled());
    QTest::mouseClick(bench.button("F10"), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Step>(), 1);
    QCOMPARE(bench.engine.count<Train>(), 1);
}

void MainWindowTest::trainingKeepsACheckpointInTheUsersFolder() {
    Bench bench;
    bench.beginTraining();
    const QString path = QString::fromStdString(bench.engine.last<Train>().checkpointPath);
    QVERIFY(path.startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
    QVERIFY(QFileInfo(path).absoluteDir().exists());
}

void MainWindowTest::nothingElseCanBeOpenedWhileTraining() {
    Bench bench;
    bench.beginTraining();
    QVERIFY(!bench.action("Ctrl+O")->isEnabled());
    QVERIFY(bench.action("Ctrl+O")->toolTip().contains(QStringLiteral("Stop training first")));
    bench.engine.forgetCommands();
    bench.window.openFile(QStringLiteral("/corpora/other.txt"));
    QCOMPARE(bench.engine.count<OpenCorpus>(), 0);
    QVERIFY(bench.messageTexts().contains(QStringLiteral("other.txt was not opened: stop training first.")));
}

void MainWindowTest::theBuiltInCorpusIsThereFromTheStart() {
    Bench bench;
    bench.window.openBuiltIn();
    QVERIFY(bench.engine.last<OpenCorpus>().builtIn);
    QVERIFY(presetOf(bench.engine.last<OpenCorpus>().settings) == "small");
    QCOMPARE(bench.messageTexts(), QStringLiteral("Making the built-in corpus… 0 %"));
    bench.engine.send(Progress{Task::OpenCorpus, Phase::Generating, 0.4});
    QTRY_COMPARE(bench.messageTexts(), QStringLiteral("Making the built-in corpus… 40 %"));
    QVERIFY(bench.start()->isEnabled());
    bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QVERIFY(bench.hasOpenCorpus());
    QVERIFY(bench.messages().empty());
    QCOMPARE(bench.engine.count<Train>(), 0);
    QVERIFY(bench.start()->isEnabled());
    QVERIFY(qobject_cast<StartButton*>(bench.start())->standsOut());
    QTRY_COMPARE(bench.window.findChild<QLabel*>(QStringLiteral("corpusStatus"))->text(),
                 QStringLiteral("Built-in corpus: 110,000 pairs"));
    QCOMPARE(bench.window.windowTitle(), QStringLiteral("Built-in corpus[*] – Zhuyi"));
    const auto* about = bench.window.findChild<QLabel*>(QStringLiteral("aboutCorpus"));
    QVERIFY(about->isVisible());
    QVERIFY(about->text().startsWith(QStringLiteral("110,000 pairs that a grammar derives")));
    QVERIFY(bench.window.findChild<QPushButton*>(QStringLiteral("openOwn"))->isVisible());
    QVERIFY(QSettings().value(QStringLiteral("recent")).toStringList().isEmpty());
}

void MainWindowTest::whoReadsHelpAtTheStartGoesOnReading() {
    Bench bench;
    bench.window.openBuiltIn();
    bench.action("F1")->trigger();
    const auto* page = bench.window.findChild<QWidget*>(QStringLiteral("helpPage"));
    QTRY_VERIFY(!page->visibleRegion().isEmpty());
    bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QVERIFY(bench.hasOpenCorpus());
    QTest::qWait(20);
    QVERIFY(!page->visibleRegion().isEmpty());
}

void MainWindowTest::startMayBePressedWhileTheCorpusIsStillMade() {
    Bench bench;
    bench.window.openBuiltIn();
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QCOMPARE(bench.start()->text(), QStringLiteral("Starting…"));
    QCOMPARE(bench.engine.count<Train>(), 0);
    bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QTRY_COMPARE(bench.engine.count<Train>(), 1);

    Bench other; // and what was pressed can be taken back
    other.window.openBuiltIn();
    QTest::mouseClick(other.start(), Qt::LeftButton);
    QTest::mouseClick(other.start(), Qt::LeftButton);
    QCOMPARE(other.start()->text(), QStringLiteral("Start"));
    other.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QVERIFY(other.hasOpenCorpus());
    QTest::qWait(50);
    QCOMPARE(other.engine.count<Train>(), 0);
}

void MainWindowTest::aFileMayBeOpenedWhileTheBuiltInCorpusIsStillMade() {
    Bench bench;
    bench.window.openBuiltIn();
    bench.window.openFile(QStringLiteral("/corpora/pairs.txt"));
    QCOMPARE(bench.engine.count<Cancel>(), 1);
    QCOMPARE(bench.engine.count<OpenCorpus>(), 1);
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::Cancelled, {}}});
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 2);
    QCOMPARE(bench.engine.last<OpenCorpus>().path, std::string("/corpora/pairs.txt"));
    bench.engine.send(CorpusOpened{FakeEngine::summary()});
    QVERIFY(bench.hasOpenCorpus());
    QVERIFY(bench.messages().empty());
}

void MainWindowTest::theMenuLeadsBackToTheBuiltInCorpus() {
    Bench bench;
    bench.openCorpus();
    const auto* menu = bench.window.findChild<QToolButton*>(QStringLiteral("openButton"))->menu();
    QAction* builtIn = nullptr;
    for (QAction* action : menu->actions())
        if (action->text() == QStringLiteral("Open the &built-in corpus"))
            builtIn = action;
    QVERIFY(builtIn && builtIn->isEnabled());
    builtIn->trigger();
    QVERIFY(bench.engine.last<OpenCorpus>().builtIn);
    bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QTRY_VERIFY(bench.client.corpus()->builtIn);
    QVERIFY(!builtIn->isEnabled());
    // The user's own file is one click away.
    auto* recent = bench.window.findChild<QLabel*>(QStringLiteral("recentFiles"));
    QVERIFY(recent->isVisible() && recent->text().contains(QStringLiteral("pairs.txt")));
    Q_EMIT recent->linkActivated(QStringLiteral("0"));
    QCOMPARE(bench.engine.last<OpenCorpus>().path, std::string("/corpora/pairs.txt"));
}

void MainWindowTest::aRunOnTheBuiltInCorpusCanBeRecovered() {
    QString path;
    {
        Bench bench;
        bench.window.openBuiltIn();
        bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
        QVERIFY(bench.hasOpenCorpus());
        QTest::mouseClick(bench.start(), Qt::LeftButton);
        path = QString::fromStdString(bench.engine.last<Train>().checkpointPath);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("weights");
    } // and the power goes
    Bench bench;
    bench.window.openBuiltIn();
    QVERIFY(bench.messageTexts().contains(QStringLiteral("cut off")));
    for (auto* button : bench.window.findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Open it"))
            QTest::mouseClick(button, Qt::LeftButton);
    // The corpus that is still being made gives way to it.
    QCOMPARE(bench.engine.count<Cancel>(), 1);
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::Cancelled, {}}});
    QTRY_COMPARE(bench.engine.count<OpenModel>(), 1);
    QCOMPARE(QString::fromStdString(bench.engine.last<OpenModel>().path), path);
    Checkpoints::settle();
}

void MainWindowTest::goldAlignmentsAreOpenedWithTheCorpusAtHand() {
    QFile file(folder_.filePath(QStringLiteral("by-hand.align")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("1-1 2-2\n1-2 2p1\n");
    file.close();
    Bench bench;
    auto* action = [&]() -> QAction* {
        for (auto* each : bench.window.findChildren<QAction*>())
            if (each->text() == QStringLiteral("&Gold alignments…"))
                return each;
        return nullptr;
    }();
    QVERIFY(action && !action->isEnabled());
    bench.openCorpus();
    QVERIFY(action->isEnabled());
    QTest::mouseClick(bench.window.findChild<QPushButton*>(QStringLiteral("giveAlignments")), Qt::LeftButton);
    auto* dialog = bench.shown<QFileDialog>();
    QVERIFY(dialog);
    auto* oneBased = dialog->findChild<QCheckBox*>(QStringLiteral("oneBased"));
    QVERIFY(oneBased && oneBased->isVisible());
    bench.chooseFile(file.fileName());
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 2);
    const OpenCorpus command = bench.engine.last<OpenCorpus>();
    QCOMPARE(command.path, std::string("/corpora/pairs.txt"));
    QCOMPARE(QString::fromStdString(command.alignmentsPath), file.fileName());
    QVERIFY(command.oneBased); // nothing in it counts from 0
    CorpusSummary aligned = *FakeEngine::summary();
    aligned.alignedPairs = 2;
    bench.engine.send(CorpusOpened{std::make_shared<const CorpusSummary>(aligned)});
    const auto says = [&](const QString& words) {
        for (auto* label : bench.window.findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    QTRY_VERIFY(says(QStringLiteral("known for 2 pairs")));
    QVERIFY(says(QStringLiteral("from by-hand.align")) && says(QStringLiteral("words counted from 1")));

    action->trigger(); // another one, which turns out to be wrong
    bench.chooseFile(file.fileName());
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 3);
    bench.engine.send(
        Failed{Task::OpenCorpus, 0, {MessageCode::FileUnreadable, {command.alignmentsPath, "access is denied"}}});
    QTRY_VERIFY(bench.messageTexts().contains(QStringLiteral("by-hand.align cannot be read")));
    QCOMPARE(bench.engine.count<OpenCorpus>(), 3);
}

void MainWindowTest::goldAlignmentsBesideACorpusAreFoundAndCanBeLeftOut() {
    for (const char* name : {"mine.txt", "mine.align"}) {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0-0 1-1\n");
    }
    Bench bench;
    bench.window.openFile(folder_.filePath(QStringLiteral("mine.txt")));
    QCOMPARE(QString::fromStdString(bench.engine.last<OpenCorpus>().alignmentsPath),
             folder_.filePath(QStringLiteral("mine.align")));
    QVERIFY(!bench.engine.last<OpenCorpus>().oneBased);
    CorpusSummary aligned = *FakeEngine::summary(folder_.filePath(QStringLiteral("mine.txt")).toStdString());
    aligned.alignedPairs = aligned.pairs;
    bench.engine.send(CorpusOpened{std::make_shared<const CorpusSummary>(aligned)});
    QVERIFY(bench.hasOpenCorpus());
    QStringList texts;
    for (auto* label : bench.window.findChildren<QLabel*>())
        texts << label->text();
    QVERIFY(texts.join(u'|').contains(QStringLiteral("from mine.align, found beside the corpus")));
    auto* leaveOut = bench.window.findChild<QPushButton*>(QStringLiteral("dropAlignments"));
    QVERIFY(leaveOut->isVisible());
    QTest::mouseClick(leaveOut, Qt::LeftButton);
    QVERIFY(bench.engine.last<OpenCorpus>().alignmentsPath.empty());
    QCOMPARE(QString::fromStdString(bench.engine.last<OpenCorpus>().path),
             folder_.filePath(QStringLiteral("mine.txt")));
}

void MainWindowTest::aCorpusWithoutAlignmentsIsOpenedWithoutLookingForTheirFile() {
    Bench bench;
    QTest::failOnWarning(QRegularExpression(QStringLiteral("open")));
    bench.window.openFile(folder_.filePath(QStringLiteral("alone.txt")));
    QVERIFY(bench.engine.last<OpenCorpus>().alignmentsPath.empty());
    QVERIFY(!bench.engine.last<OpenCorpus>().oneBased);
}

void MainWindowTest::badAlignmentsBesideACorpusDoNotKeepItClosed() {
    for (const char* name : {"other.txt", "other.gold"}) {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Bench bench;
    bench.window.openFile(folder_.filePath(QStringLiteral("other.txt")));
    const std::string alignments = bench.engine.last<OpenCorpus>().alignmentsPath;
    QVERIFY(!alignments.empty());
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::FileEmpty, {alignments}}});
    QTRY_COMPARE(bench.engine.count<OpenCorpus>(), 2);
    QVERIFY(bench.engine.last<OpenCorpus>().alignmentsPath.empty());
    bench.engine.send(CorpusOpened{FakeEngine::summary()});
    QVERIFY(bench.hasOpenCorpus());
    QVERIFY(bench.messageTexts().contains(QStringLiteral("The corpus is open without alignments.")));
}

void MainWindowTest::wordsAreCountedFromOneWhereNoneIsCountedZero() {
    const auto fromOne = [&](const char* text) {
        QFile file(folder_.filePath(QStringLiteral("links.align")));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(text);
        file.close();
        return AlignmentFile::countsFromOne(file.fileName());
    };
    QVERIFY(fromOne("1-1 2-10\n10?3 20p4\n"));
    QVERIFY(!fromOne("1-1 2-10\n0-3\n"));
    QVERIFY(!fromOne("1-1 2p0\n"));
    QVERIFY(!fromOne("\n\n"));
    QVERIFY(!AlignmentFile::countsFromOne(QStringLiteral("/no/such/file")));
}

void MainWindowTest::wordsBeingAlignedAreNamed() {
    Bench bench;
    bench.openCorpus();
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    bench.engine.send(Progress{Task::Train, Phase::Aligning, 0.25});
    QTRY_COMPARE(bench.messageTexts(), QStringLiteral("Aligning the words of pairs.txt… 25 %"));
    QCOMPARE(bench.window.findChild<QLabel*>(QStringLiteral("epochStatus"))->text(), QStringLiteral("Aligning words…"));
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(bench.messages().empty());
}

void MainWindowTest::guidedAttentionIsOneClickAwayAndLeavesThePreset() {
    Bench bench;
    bench.openCorpus();
    auto* guided = bench.window.findChild<QCheckBox*>(QStringLiteral("guidedBox"));
    auto* preset = bench.window.findChild<QComboBox*>(QStringLiteral("presetChoice"));
    QVERIFY(!guided->isChecked());
    QTest::mouseClick(guided, Qt::LeftButton, {}, {8, guided->height() / 2});
    QVERIFY(guided->isChecked());
    QCOMPARE(preset->currentData().toString(), QStringLiteral("small"));
    const int standard = preset->findData(QStringLiteral("standard"));
    preset->setCurrentIndex(standard);
    Q_EMIT preset->activated(standard);
    QVERIFY(guided->isChecked()); // it was asked for on its own
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QVERIFY(bench.engine.last<Train>().settings.guided_attention > 0);
    QCOMPARE(bench.engine.last<Train>().settings.hidden_size, zhuyi::preset("standard").hidden_size);
}

void MainWindowTest::aDroppedFileIsOpenedEvenOverAnEditor() {
    Bench bench;
    QVERIFY(dropFile(&bench.window, QStringLiteral("/corpora/dropped.txt")));
    QCOMPARE(bench.engine.last<OpenCorpus>().path, std::string("/corpora/dropped.txt"));
    bench.engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::Cancelled, {}}});
    QTRY_COMPARE(bench.client.task(), Task::None);

    auto* edit = bench.window.findChild<SourceEdit*>();
    QVERIFY(dropFile(edit->viewport(), QStringLiteral("/corpora/second.txt")));
    QCOMPARE(bench.engine.last<OpenCorpus>().path, std::string("/corpora/second.txt"));
    QVERIFY(edit->toPlainText().isEmpty());
}

void MainWindowTest::twoDroppedFilesAreRefused() {
    Bench bench;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/a.txt")), QUrl::fromLocalFile(QStringLiteral("/b.txt"))});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&bench.window, &enter);
    QVERIFY(!enter.isAccepted());
}

void MainWindowTest::recentFilesAreRememberedNewestFirst() {
    for (const char* path : {"/c/first.txt", "/c/second.txt", "/c/first.txt"}) {
        Bench bench;
        bench.window.openFile(QString::fromLatin1(path));
        bench.engine.send(CorpusOpened{FakeEngine::summary(path)});
        QVERIFY(bench.hasOpenCorpus());
    }
    Bench bench;
    const auto* menu = bench.window.findChild<QToolButton*>(QStringLiteral("openButton"))->menu();
    QAction* second = nullptr;
    QStringList files;
    for (QAction* action : menu->actions())
        if (action->text().endsWith(QStringLiteral(".txt"))) {
            files << action->text();
            second = action;
        }
    QCOMPARE(files, QStringList({QStringLiteral("first.txt"), QStringLiteral("second.txt")}));
    second->trigger();
    QCOMPARE(bench.engine.last<OpenCorpus>().path, std::string("/c/second.txt"));
}

void MainWindowTest::closingWithAnUnsavedModelAsksAndCanBeTakenBack() {
    Bench bench;
    bench.finishTraining();
    bench.window.close();
    QVERIFY(bench.window.isVisible());
    auto* box = bench.shown<QMessageBox>();
    QVERIFY(box);
    bench.press(box, QMessageBox::RejectRole);
    QTRY_VERIFY(!box->isVisible());
    QVERIFY(bench.window.isVisible());

    QTRY_VERIFY(bench.window.findChildren<QMessageBox*>().isEmpty());
    bench.window.close();
    bench.press(bench.shown<QMessageBox>(), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!bench.window.isVisible());
    QCOMPARE(bench.engine.count<SaveModel>(), 0);
}

void MainWindowTest::closingCanSaveFirst() {
    Bench bench;
    bench.finishTraining();
    bench.window.close();
    bench.press(bench.shown<QMessageBox>(), QMessageBox::AcceptRole);
    bench.chooseFile(folder_.filePath(QStringLiteral("kept")));
    QTRY_COMPARE(bench.engine.count<SaveModel>(), 1);
    QCOMPARE(QString::fromStdString(bench.engine.last<SaveModel>().path),
             folder_.filePath(QStringLiteral("kept.zhuyi")));
    QVERIFY(bench.window.isVisible());
    bench.engine.send(ModelSaved{bench.engine.last<SaveModel>().path});
    QTRY_VERIFY(!bench.window.isVisible());
}

void MainWindowTest::aFailedSaveKeepsTheWindowOpen() {
    Bench bench;
    bench.finishTraining();
    bench.window.close();
    bench.press(bench.shown<QMessageBox>(), QMessageBox::AcceptRole);
    bench.chooseFile(folder_.filePath(QStringLiteral("full.zhuyi")));
    QTRY_COMPARE(bench.engine.count<SaveModel>(), 1);
    bench.engine.send(Failed{Task::SaveModel, 0, {MessageCode::FileUnwritable, {"full.zhuyi", "the disk is full"}}});
    QTRY_VERIFY(bench.messageTexts().contains(QStringLiteral("the disk is full")));
    bench.engine.send(ModelSaved{"/elsewhere.zhuyi"}); // a later save doesn't close it either
    QTRY_VERIFY(!bench.window.isWindowModified());
    QVERIFY(bench.window.isVisible());
}

void MainWindowTest::aSavedModelIsClosedWithoutAQuestion() {
    Bench bench;
    bench.finishTraining();
    bench.engine.send(ModelSaved{"/models/m.zhuyi"});
    QTRY_VERIFY(!bench.window.isWindowModified());
    bench.window.close();
    QVERIFY(!bench.window.isVisible());
}

void MainWindowTest::startingOverAnUnsavedModelAsks() {
    Bench bench;
    bench.finishTraining();
    bench.engine.forgetCommands();
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QCOMPARE(bench.engine.count<Train>(), 0);
    bench.press(bench.shown<QMessageBox>(), QMessageBox::DestructiveRole);
    QTRY_COMPARE(bench.engine.count<Train>(), 1);
}

void MainWindowTest::theLanguageSwitchRelabelsEverything() {
    Bench bench;
    bench.openCorpus();
    auto* language = bench.window.findChild<QToolButton*>(QStringLiteral("languageButton"));
    QTest::mouseClick(language, Qt::LeftButton);
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("开始"));
    QTest::qWait(50); // queued re-labelling of the panels

    // Names, formats and keys that stay as they are in Chinese too, and buttons inside Qt's tab bar.
    static const QRegularExpression kept(QStringLiteral(
        "Ctrl|Shift|Enter|Home|BLEU|Zhuyi|&?English|EN|PNG|SVG|PDF|CSV|JSON|UTF|pairs\\.txt|zhuyi train "
        "--record|small|standard|article|best|F\\d|Och|Ney|WebP|"
        "[Tt]oday is Sunday|I read two books|yesterday|at the library|He closed the door|\\.+|corpora|Scroll "
        "(?:Left|Right)|&\\w|\\(\\w\\)"));
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{3,}"));
    QStringList english;
    static const QRegularExpression tags(QStringLiteral("<a href[^>]*>")); // where a link leads is no text
    const auto check = [&](const QObject* object, QString text) {
        text.remove(tags);
        if (!text.startsWith(QLatin1Char('<')) && text.remove(kept).contains(latin))
            english << QString::fromLatin1(object->metaObject()->className()) + QStringLiteral(": ") + text;
    };
    for (auto* action : bench.window.findChildren<QAction*>()) {
        check(action, action->text());
        check(action, action->toolTip());
    }
    for (auto* label : bench.window.findChildren<QLabel*>())
        check(label, label->text());
    for (auto* button : bench.window.findChildren<QAbstractButton*>()) {
        check(button, button->text());
        check(button, button->accessibleName());
    }
    for (auto* widget : bench.window.findChildren<QWidget*>())
        check(widget, widget->toolTip());
    for (auto* dock : bench.window.findChildren<QDockWidget*>())
        check(dock, dock->windowTitle());
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));

    QTest::mouseClick(language, Qt::LeftButton);
    QTRY_COMPARE(bench.start()->text(), QStringLiteral("Start"));
    QCOMPARE(QSettings().value(QStringLiteral("language")).toString(), QStringLiteral("en"));
}

void MainWindowTest::messagesFollowTheLanguage() {
    Bench bench;
    bench.engine.send(Failed{Task::OpenModel, 0, {MessageCode::FileUnreadable, {"/m.zhuyi", "access is denied"}}});
    QTRY_COMPARE(bench.messageTexts(), QStringLiteral("/m.zhuyi cannot be read: access is denied."));
    applyLanguage(QStringLiteral("zh"));
    QTRY_COMPARE(bench.messageTexts(), QStringLiteral("无法读取 /m.zhuyi：没有访问权限。"));
}

void MainWindowTest::theThemeSwitchesAndIsRemembered() {
    Bench bench;
    const auto themeAction = [&](const char* text) -> QAction* {
        for (auto* action : bench.window.findChildren<QAction*>())
            if (action->text() == QLatin1String(text))
                return action;
        return nullptr;
    };
    bench.engine.send(Notice{{MessageCode::SlowBlas, {"libblas.so.3"}}});
    QTRY_COMPARE(bench.messages().size(), std::size_t(1));
    themeAction("Dar&k")->trigger();
    QTRY_VERIFY(bench.window.palette().color(QPalette::Window).lightness() < 80);
    QTRY_VERIFY(bench.messages().front()->palette().color(QPalette::Window).lightness() < 110);
    QCOMPARE(QSettings().value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    themeAction("&Light")->trigger();
    QTRY_VERIFY(bench.window.palette().color(QPalette::Window).lightness() > 180);
    QTRY_VERIFY(bench.messages().front()->palette().color(QPalette::Window).lightness() > 150);
}

void MainWindowTest::presetAndSettingsAreRemembered() {
    {
        Bench bench;
        auto* choice = bench.window.findChild<QComboBox*>(QStringLiteral("presetChoice"));
        QCOMPARE(choice->currentData().toString(), QStringLiteral("small"));
        const int article = choice->findData(QStringLiteral("article"));
        choice->setCurrentIndex(article);
        Q_EMIT choice->activated(article);
    }
    Bench bench;
    QCOMPARE(bench.window.findChild<QComboBox*>(QStringLiteral("presetChoice"))->currentData().toString(),
             QStringLiteral("article"));
    bench.openCorpus();
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    QVERIFY(bench.engine.last<Train>().settings == preset("article"));
}

void MainWindowTest::hiddenPanelsStayHiddenAndComeBackByReset() {
    {
        Bench bench;
        bench.window.findChild<QDockWidget*>(QStringLiteral("translationDock"))->close();
        bench.window.close();
    }
    Bench bench;
    auto* dock = bench.window.findChild<QDockWidget*>(QStringLiteral("translationDock"));
    QVERIFY(!dock->isVisible());
    for (auto* action : bench.window.findChildren<QAction*>())
        if (action->text() == QLatin1String("&Reset layout"))
            action->trigger();
    QVERIFY(dock->isVisible());
}

void MainWindowTest::whatACutOffRunHadLearntIsOfferedAtTheNextStart() {
    const QString path = Checkpoints::begin(); // and neither saved nor let go
    QVERIFY(!path.isEmpty());
    QCOMPARE(Checkpoints::leftBehind(), QString()); // nothing was written yet
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("weights");
    file.close();
    {
        Bench b;
        QVERIFY(b.messageTexts().contains(QStringLiteral("cut off")));
        for (auto* button : b.window.findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Open it"))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<OpenModel>(), 1);
        QCOMPARE(QString::fromStdString(b.engine.last<OpenModel>().path), path);
        // It has no model file yet: it is still to be saved, and offered again until it is.
        ModelSummary recovered = FakeEngine::model();
        recovered.path.clear();
        b.engine.send(ModelOpened{recovered});
        QTRY_VERIFY(b.window.isWindowModified());
        QCOMPARE(Checkpoints::leftBehind(), path);
        b.engine.send(ModelSaved{"/models/recovered.zhuyi"});
        QTRY_COMPARE(Checkpoints::leftBehind(), QString());
    }
    Bench next;
    QVERIFY(!next.messageTexts().contains(QStringLiteral("cut off")));
}

void MainWindowTest::aCutOffRunIsOpenedWithItsCurves() {
    const QString path = cutOffRun();
    Bench bench;
    QTRY_VERIFY(bench.messageButton("Open it"));
    QTRY_VERIFY(bench.messageButton("Go on training")); // the history has been read
    QTest::mouseClick(bench.messageButton("Open it"), Qt::LeftButton);
    QTRY_COMPARE(bench.engine.count<OpenModel>(), 1);
    const auto* curves = bench.window.findChild<TrainingCurves*>();
    QVERIFY(curves->runAtHand().isEmpty());
    bench.engine.send(ModelOpened{FakeEngine::model()});
    QTRY_COMPARE(curves->runAtHand().steps().size(), 600U);
    QCOMPARE(curves->runAtHand().validations().size(), 2U);
    QCOMPARE(bench.window.findChild<SamplesPanel*>()->validations(), 2);
    QTRY_VERIFY(curves->plot()->isVisible());
    Checkpoints::settle();
}

void MainWindowTest::aCutOffRunGoesOnWithItsCurves() {
    const QString path = cutOffRun();
    Bench bench;
    bench.window.openBuiltIn();
    QTRY_VERIFY(bench.messageButton("Go on training"));
    QTest::mouseClick(bench.messageButton("Go on training"), Qt::LeftButton); // the corpus is still being made
    QTest::qWait(200);
    QCOMPARE(bench.engine.count<Train>(), 0);
    bench.engine.send(CorpusOpened{FakeEngine::builtInSummary()});
    QTRY_COMPARE(bench.engine.count<Train>(), 1);
    QVERIFY(bench.engine.last<Train>().resume);
    QCOMPARE(QString::fromStdString(bench.engine.last<Train>().checkpointPath), path);
    QVERIFY(!bench.messageTexts().contains(QStringLiteral("cut off")));
    ModelSummary model = FakeEngine::model();
    model.step = 500;
    bench.engine.send(TrainingStarted{model});
    const auto* curves = bench.window.findChild<TrainingCurves*>();
    QTRY_COMPARE(curves->runAtHand().steps().size(), 500U);
    QCOMPARE(bench.window.findChild<SamplesPanel*>()->validations(), 2);
    bench.engine.send(Stepped{FakeEngine::step(501)});
    QTRY_COMPARE(curves->runAtHand().steps().size(), 501U);
    Checkpoints::settle();
}

void MainWindowTest::aCutOffRunIsOfferedUntilAnotherBegins() {
    cutOffRun();
    Bench bench;
    bench.openCorpus();
    QTRY_VERIFY(bench.messageButton("Go on training"));
    QTest::mouseClick(bench.start(), Qt::LeftButton);
    bench.engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(!bench.messageTexts().contains(QStringLiteral("cut off")));
    Checkpoints::settle();
}

void MainWindowTest::anotherWindowsRunIsLeftToIt() {
    Checkpoints::settle();
    const QString path = folder_.filePath(QStringLiteral("other.checkpoint"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const pid_t other = fork(); // the same program, still running
    if (other == 0) {
        pause();
        _exit(0);
    }
    QVERIFY(other > 0);
    QSettings().setValue(QStringLiteral("unsettled/%1").arg(other), path);
    QCOMPARE(Checkpoints::leftBehind(), QString());
    Checkpoints::begin(); // a run here, and its model is saved
    Checkpoints::settle();
    ::kill(other, SIGKILL);
    QCOMPARE(waitpid(other, nullptr, 0), other);
    QCOMPARE(Checkpoints::leftBehind(), path);
    Checkpoints::settle();
    QCOMPARE(Checkpoints::leftBehind(), QString());
}

void MainWindowTest::onlyTheNewestCheckpointsAreKept() {
    const QDir folder = QFileInfo(Checkpoints::begin()).dir();
    for (const char* name : {"2001-01-01-000000", "2001-01-02-000000", "2001-01-03-000000"}) {
        QFile file(folder.filePath(QString::fromLatin1(name) + QStringLiteral(".checkpoint")));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Checkpoints::begin();
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("2001-01-01-000000.checkpoint"))));
    QVERIFY(folder.entryList({QStringLiteral("*.checkpoint")}).size() <= 2);
    Checkpoints::settle();
}

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
