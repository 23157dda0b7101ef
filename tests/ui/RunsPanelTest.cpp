#include "ui/history/RunsPanel.h"

#include "tests/ui/FakeSession.h"
#include "ui/history/RunDifferences.h"
#include "ui/history/RunHistory.h"
#include "ui/history/RunRecorder.h"
#include "ui/history/RunStore.h"
#include "ui/history/RunsModel.h"
#include "ui/shell/ModelKeeper.h"
#include "ui/shell/RunControl.h"
#include "ui/shell/RunResumer.h"

#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace zhuyi;

namespace {

/// A history with some runs that are over, and the panel on it.
struct Bench {
    explicit Bench(int runs = 3) : recorded(folder.filePath("runs")) {
        QDir().mkpath(recorded);
        {
            RunStore store(folder.path());
            for (int i = 1; i <= runs; ++i) {
                RunInfo run;
                run.corpus.builtIn = true;
                run.settings = preset("small");
                run.settings.seed = i;
                if (i == 2)
                    run.settings.attention = "none";
                run.began = QDateTime::fromSecsSinceEpoch(1700000000 + 60 * i);
                run.end = RunEnd::Stopped;
                if (i == 1)
                    run.checkpoint = folder.filePath("one.checkpoint");
                RunSeries series;
                series.steps = {FakeEngine::step(1), FakeEngine::step(2)};
                series.validations = {FakeEngine::validation(2)};
                store.add(run, series);
            }
        }
        history = std::make_unique<RunHistory>(folder.path(), recorded);
        panel = std::make_unique<RunsPanel>(history.get());
        panel->resize(900, 500);
        panel->show();
    }

    template <class T>
    T* find(const char* name) const {
        return panel->findChild<T*>(QString::fromLatin1(name));
    }
    bool hasRows(int count) const {
        return QTest::qWaitFor([&] { return panel->table()->model()->rowCount() == count; }, 10000);
    }
    void choose(std::initializer_list<int> rows) const {
        panel->table()->clearSelection();
        for (const int row : rows)
            panel->table()->selectionModel()->select(panel->table()->model()->index(row, 0),
                                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QString cell(int row, int column) const { return panel->table()->model()->index(row, column).data().toString(); }
    void click(const char* button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    QString told() const { return find<QLabel>("runsTold")->text(); }

    QTemporaryDir folder;
    QString recorded;
    std::unique_ptr<RunHistory> history;
    std::unique_ptr<RunsPanel> panel;
};

} // namespace

class RunsPanelTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("zhuyi-test"));
        QCoreApplication::setApplicationName(QStringLiteral("zhuyi-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
    }

    void runs_are_listed_newest_first_and_filtered_by_any_text() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        QVERIFY(bench.find<QTableView>("runs")->isVisible());
        QVERIFY(bench.cell(1, RunsModel::Network).contains("no attention"));
        QTest::keyClicks(bench.find<QLineEdit>("runFilter"), "NO ATT");
        QVERIFY(bench.hasRows(1));
        QTest::keyClicks(bench.find<QLineEdit>("runFilter"), "X");
        QVERIFY(!bench.find<QTableView>("runs")->isVisible());
        QVERIFY(bench.find<QLabel>("noRuns")->isVisible());
        QCOMPARE(bench.find<QLabel>("noRuns")->text(), QString("No run matches the filter."));
        bench.find<QLineEdit>("runFilter")->clear();
        QVERIFY(bench.hasRows(3));
        QVERIFY(bench.find<QTableView>("runs")->isVisible());
    }

    void a_name_typed_into_the_table_is_there_at_the_next_start() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        auto* table = bench.panel->table();
        table->setCurrentIndex(table->model()->index(0, RunsModel::Name));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->findChild<QLineEdit*>();
        QVERIFY(editor);
        QSignalSpy opened(bench.panel.get(), &RunsPanel::openRequested);
        editor->selectAll();
        QTest::keyClicks(editor, "my run");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(bench.cell(0, RunsModel::Name), QString("my run"));
        QCOMPARE(opened.size(), 0); // the key ends the writing and nothing else
        QCOMPARE(bench.told(), QString());
        bench.panel.reset();
        bench.history = std::make_unique<RunHistory>(bench.folder.path(), bench.recorded);
        QTRY_COMPARE(bench.history->runs().size(), 3U);
        QCOMPARE(bench.history->runs().front().name, QString("my run"));
    }

    void a_longer_name_can_be_read_and_a_column_that_was_made_narrow_stays_so() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        auto* table = bench.panel->table();
        const int before = table->columnWidth(RunsModel::Name);
        bench.history->rename(bench.history->runs().front().id, "with additive attention, seed 3");
        QTRY_VERIFY(table->columnWidth(RunsModel::Name) > before);
        QVERIFY(table->columnWidth(RunsModel::Name) >=
                table->fontMetrics().horizontalAdvance("with additive attention, seed 3"));
        table->setColumnWidth(RunsModel::Network, 30);
        bench.history->rename(bench.history->runs().front().id, "short");
        QTRY_COMPARE(bench.cell(0, RunsModel::Name), QString("short"));
        QCOMPARE(table->columnWidth(RunsModel::Network), 30);
    }

    void a_deletion_is_one_key_and_can_be_taken_back() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        bench.choose({0, 1});
        bench.panel->table()->setFocus();
        QTest::keyClick(bench.panel->table(), Qt::Key_Delete);
        QVERIFY(bench.hasRows(1));
        QCOMPARE(bench.told(), QString("2 runs were deleted."));
        QVERIFY(bench.find<QPushButton>("undoDelete")->isVisible());
        bench.click("undoDelete");
        QVERIFY(bench.hasRows(3));
        QVERIFY(!bench.find<QPushButton>("undoDelete")->isVisible());
        // The last one too: the panel stays, with its undo.
        bench.choose({0, 1, 2});
        bench.click("deleteRuns");
        QVERIFY(bench.hasRows(0));
        QVERIFY(bench.find<QPushButton>("undoDelete")->isVisible());
        bench.click("undoDelete");
        QVERIFY(bench.hasRows(3));
    }

    void chosen_runs_give_their_curves_and_what_differs() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        QSignalSpy compared(bench.panel.get(), &RunsPanel::compared);
        bench.choose({0, 1});
        QTRY_VERIFY(!compared.isEmpty() && compared.last()[0].value<std::vector<RunSeries>>().size() == 2);
        const auto series = compared.last()[0].value<std::vector<RunSeries>>();
        QCOMPARE(series[0].steps.size(), 2U);
        QVERIFY(!series[0].name.isEmpty() && series[0].name != series[1].name);
        QCOMPARE(series[1].settings.attention, std::string("none"));
        auto* differences = bench.find<QTableWidget>("runDifferences");
        QVERIFY(differences->isVisible());
        QCOMPARE(differences->columnCount(), 2);
        QStringList names;
        for (int row = 0; row < differences->rowCount(); ++row)
            names << differences->verticalHeaderItem(row)->text();
        QCOMPARE(names, (QStringList{"Attention", "Seed"}));
        QCOMPARE(differences->item(0, 1)->text(), QString("none"));
        bench.find<QCheckBox>("overlayRuns")->click();
        QTRY_VERIFY(compared.last()[0].value<std::vector<RunSeries>>().empty());
        bench.choose({2});
        QVERIFY(!differences->isVisible());
    }

    void a_zero_that_is_no_number_is_named_as_in_the_settings() {
        RunInfo one, other;
        one.settings = other.settings = preset("small");
        one.settings.threads = 0;
        other.settings.threads = 2;
        one.settings.dropout = 0.2;
        other.settings.dropout = 0;
        RunDifferences differences;
        differences.setRuns({one, other});
        QCOMPARE(differences.rowCount(), 2);
        QCOMPARE(differences.verticalHeaderItem(0)->text(), QString("Dropout"));
        QCOMPARE(differences.item(0, 0)->text(), QString("0.2"));
        QCOMPARE(differences.item(0, 1)->text(), QString("off"));
        QCOMPARE(differences.verticalHeaderItem(1)->text(), QString("Threads"));
        QCOMPARE(differences.item(1, 0)->text(), QString("all"));
        QCOMPARE(differences.item(1, 1)->text(), QString("2"));
    }

    void settings_of_a_run_serve_the_next() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        QSignalSpy chosen(bench.panel.get(), &RunsPanel::settingsChosen);
        bench.choose({1});
        bench.click("useSettings");
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<Settings>().attention, std::string("none"));
    }

    void what_cannot_be_opened_or_resumed_says_why() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        QSignalSpy opened(bench.panel.get(), &RunsPanel::openRequested),
            resumed(bench.panel.get(), &RunsPanel::resumeRequested);
        bench.choose({0});
        bench.click("openRun");
        QVERIFY(bench.told().contains("no longer kept"));
        bench.click("resumeRun");
        QVERIFY(bench.told().contains("checkpoint"));
        QVERIFY(opened.isEmpty() && resumed.isEmpty());
        bench.choose({});
        QVERIFY(!bench.find<QPushButton>("openRun")->isEnabled());
        QVERIFY(!bench.find<QPushButton>("deleteRuns")->isEnabled());
    }

    void a_run_that_is_to_go_on_brings_what_it_has_behind_it() {
        Bench bench;
        QVERIFY(bench.hasRows(3));
        QFile checkpoint(bench.folder.filePath("one.checkpoint"));
        QVERIFY(checkpoint.open(QIODevice::WriteOnly));
        QSignalSpy resumed(bench.panel.get(), &RunsPanel::resumeRequested);
        bench.choose({2});
        bench.click("resumeRun");
        QTRY_COMPARE(resumed.size(), 1);
        QCOMPARE(resumed[0][0].value<RunInfo>().settings.seed, 1);
        QCOMPARE(resumed[0][1].value<RunSeries>().steps.size(), 2U);
        QCOMPARE(resumed[0][1].value<RunSeries>().validations.size(), 1U);
    }

    void a_folder_that_cannot_be_written_is_one_sentence_and_nothing_else() {
        FakeEngine engine;
        EngineClient client(engine.factory());
        RunHistory history(QStringLiteral("/proc/none"), {});
        const RunRecorder recorder(&client, &history);
        RunsPanel panel(&history);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("noRuns")->text().contains("/proc/none cannot be written"));
        QVERIFY(panel.findChild<QLabel*>("noRuns")->isVisible());
        engine.send(TrainingStarted{FakeEngine::model()});
        engine.send(Stepped{FakeEngine::step(1)});
        engine.send(TrainingFinished{TrainingEnd::Completed, FakeEngine::model()});
        QTRY_VERIFY(client.hasModel());
        QTest::qWait(50);
        QCOMPARE(engine.count<CopyModel>(), 0);
    }

    void a_run_of_the_window_is_written_down_as_it_goes() {
        Bench bench(0);
        FakeEngine engine;
        EngineClient client(engine.factory());
        const RunRecorder recorder(&client, bench.history.get());
        OpenCorpus open;
        open.path = "/corpora/pairs.txt";
        client.post(open);
        engine.send(CorpusOpened{FakeEngine::summary()});
        QTRY_VERIFY(client.corpus());
        Train train;
        train.settings = preset("small");
        train.checkpointPath = bench.folder.filePath("a.checkpoint").toStdString();
        client.post(train);
        engine.send(TrainingStarted{FakeEngine::model()});
        for (std::int64_t n = 1; n <= 390; ++n)
            engine.send(Stepped{FakeEngine::step(n)});
        engine.send(LearningRateSet{200, 5e-4});
        auto report = FakeEngine::validation(390);
        report.bleu = 17.5;
        engine.send(Validated{report});
        QVERIFY(bench.hasRows(1));
        QTRY_COMPARE(bench.cell(0, RunsModel::Bleu), QString("17.5"));
        QCOMPARE(bench.cell(0, RunsModel::End), QString("running"));
        QCOMPARE(bench.cell(0, RunsModel::Corpus), QString("pairs.txt"));
        bench.choose({0});
        bench.click("deleteRuns");
        QVERIFY(bench.told().contains("stop it first"));
        engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(engine.count<CopyModel>(), 1);
        const QString model = QString::fromStdString(engine.last<CopyModel>().path);
        QVERIFY(model.startsWith(bench.folder.path()));
        engine.send(ModelCopied{engine.last<CopyModel>().path});
        EvaluationReport scores;
        scores.byLength = {{1, 5, 30, 20, 0.5}};
        engine.send(Evaluated{scores});
        QTRY_COMPARE(bench.history->runs().front().model, model);
        QCOMPARE(bench.cell(0, RunsModel::End), QString("stopped"));
        QSignalSpy compared(bench.panel.get(), &RunsPanel::compared);
        bench.choose({0});
        QTRY_VERIFY(!compared.isEmpty() && !compared.last()[0].value<std::vector<RunSeries>>().empty());
        const auto series = compared.last()[0].value<std::vector<RunSeries>>().front();
        QCOMPARE(series.steps.size(), 390U);
        QCOMPARE(series.rateChanges.size(), 1U);
        QCOMPARE(series.byLength.size(), 1U);
    }

    void a_run_resumes_once_its_corpus_is_open() {
        FakeEngine engine;
        EngineClient client(engine.factory());
        QWidget window;
        ModelKeeper keeper(&client, &window);
        RunControl control(&client, &keeper, &window);
        RunResumer resumer(&client, &keeper, &control, &window);
        RunInfo run;
        run.corpus.path = "/corpora/pairs.txt";
        run.settings = preset("article");
        run.checkpoint = "/checkpoints/a.checkpoint";
        RunSeries earlier;
        earlier.steps = {FakeEngine::step(1)};
        QSignalSpy goesOn(&resumer, &RunResumer::goesOn);
        resumer.resume(run, earlier);
        QTRY_COMPARE(engine.count<OpenCorpus>(), 1);
        QCOMPARE(engine.last<OpenCorpus>().path, std::string("/corpora/pairs.txt"));
        QCOMPARE(engine.count<Train>(), 0);
        QVERIFY(goesOn.isEmpty());
        engine.send(CorpusOpened{FakeEngine::summary()});
        QTRY_COMPARE(engine.count<Train>(), 1);
        QCOMPARE(goesOn.size(), 1);
        QCOMPARE(goesOn[0][0].value<RunSeries>().steps.size(), 1U);
        QVERIFY(engine.last<Train>().resume);
        QCOMPARE(engine.last<Train>().checkpointPath, std::string("/checkpoints/a.checkpoint"));
        QVERIFY(engine.last<Train>().settings == run.settings);
        // While it goes on, another one has to wait.
        QSignalSpy refused(&resumer, &RunResumer::refused);
        resumer.resume(run, {});
        QCOMPARE(refused.size(), 1);
        QCOMPARE(engine.count<Train>(), 1);
    }

    void a_corpus_that_cannot_be_opened_ends_the_resuming() {
        FakeEngine engine;
        EngineClient client(engine.factory());
        QWidget window;
        ModelKeeper keeper(&client, &window);
        RunControl control(&client, &keeper, &window);
        RunResumer resumer(&client, &keeper, &control, &window);
        RunInfo run;
        run.corpus.path = "/corpora/gone.txt";
        resumer.resume(run, {});
        QTRY_COMPARE(engine.count<OpenCorpus>(), 1);
        engine.send(Failed{Task::OpenCorpus, 0, {MessageCode::FileMissing, {"/corpora/gone.txt"}}});
        QTRY_COMPARE(client.task(), Task::None);
        OpenCorpus other;
        other.path = "/corpora/gone.txt"; // later, by hand: nobody waits for it any more
        QTest::qWait(50);
        client.post(other);
        engine.send(CorpusOpened{FakeEngine::summary("/corpora/gone.txt")});
        QTRY_VERIFY(client.corpus());
        QTest::qWait(50);
        QCOMPARE(engine.count<Train>(), 0);
    }

    void a_thousand_runs_leave_the_window_responsive() {
        Bench bench(1000);
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
        QVERIFY(bench.hasRows(1000));
        since.start();
        beat.start(1);
        bench.history->rename(bench.history->runs().front().id, "renamed");
        QTRY_COMPARE(bench.cell(0, RunsModel::Name), QString("renamed"));
        qInfo("longest gap %lld ms", static_cast<long long>(longest));
        QVERIFY(longest < 500);
    }
};

QTEST_MAIN(RunsPanelTest)
#include "RunsPanelTest.moc"
