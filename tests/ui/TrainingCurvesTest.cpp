
#include "ui/training/TrainingCurves.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/PassingNote.h"
#include "ui/training/CurvePanel.h"
#include "ui/training/CurvePlot.h"
#include "ui/training/CurveTable.h"
#include "ui/training/EpochTicker.h"
#include "ui/training/LogTicker.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace zhuyi;
using Id = PanelInfo::Id;

namespace {

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    TrainingCurves curves{&client};

    Bench() {
        curves.resize(640, 360);
        curves.show();
    }

    void start(std::int64_t step = 0) {
        ModelSummary model = FakeEngine::model();
        model.step = step;
        engine.send(TrainingStarted{model, false});
    }
    void train(std::int64_t first, std::int64_t last) {
        for (std::int64_t step = first; step <= last; ++step)
            engine.send(Stepped{FakeEngine::step(step)});
    }
    void validate(std::int64_t step, double devLoss) {
        ValidationReport report = FakeEngine::validation(step);
        report.devLoss = devLoss;
        engine.send(Validated{report});
    }
    void validateAligned(std::int64_t step, double devLoss, double errorRate) {
        ValidationReport report = FakeEngine::validation(step);
        report.devLoss = devLoss;
        report.alignment = AlignmentScore{errorRate, 0.8, 0.7};
        engine.send(Validated{report});
    }
    static RunSeries otherRun(const QString& name, std::int64_t steps) {
        RunSeries run;
        run.name = name;
        for (std::int64_t step = 1; step <= steps; ++step)
            run.steps.push_back(FakeEngine::step(step));
        for (std::int64_t step = 100; step <= steps; step += 100)
            run.validations.push_back(FakeEngine::validation(step));
        return run;
    }

    CurvePlot* plot() { return curves.plot(); }
    const CurvePanel& panel(Id id) { return plot()->panel(id); }
    QCPAxis* x() { return plot()->progressAxis(); }
    QCPAxis* y() { return panel(Id::Loss).y(); }
    QCPGraph* raw(std::size_t run = 0) { return panel(Id::Loss).graph(run, 0); }
    QCPGraph* mean(std::size_t run = 0) { return panel(Id::Loss).graph(run, 1); }
    QCPGraph* dev(std::size_t run = 0) { return panel(Id::Loss).graph(run, 2); }
    QCPGraph* best() { return panel(Id::Loss).best(0); }
    const RunData& run() { return curves.runAtHand(); }
    double last() { return run().last(Progression::Steps); }
    QPoint middle() { return panel(plot()->shownPanels().front()).axisRect()->center(); }
    QStringList legend(Id id) {
        QStringList names;
        for (int i = 0; i < panel(id).legend()->itemCount(); ++i)
            names << qobject_cast<QCPPlottableLegendItem*>(panel(id).legend()->item(i))->plottable()->name();
        return names;
    }
    QToolButton* button(const QString& text) {
        for (QToolButton* button : curves.findChildren<QToolButton*>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    /// Opens the menu of a button and clicks the box in it.
    void check(const QString& menuOf, const QString& text) {
        QMenu* menu = button(menuOf)->menu();
        menu->popup(curves.mapToGlobal(QPoint(0, 0)));
        for (QAction* action : menu->actions())
            if (action->text() == text)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        menu->hide();
    }
    std::vector<QCheckBox*> boxes() {
        std::vector<QCheckBox*> shown;
        for (QCheckBox* box : curves.findChildren<QCheckBox*>())
            if (box->isVisible())
                shown.push_back(box);
        return shown;
    }
    QString emptyText() {
        auto* pages = curves.findChild<QStackedLayout*>();
        auto* label = qobject_cast<QLabel*>(pages->currentWidget());
        return label ? label->text() : QString();
    }
    QPoint placeOf(double step) { return {static_cast<int>(std::lround(x()->coordToPixel(step))), middle().y()}; }
    void hover(double step) { moveTo(placeOf(step)); }
    void moveTo(const QPoint& at, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent move(QEvent::MouseMove, at, plot()->mapToGlobal(at), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(plot(), &move);
    }
    void wheel(const QPoint& at, int delta = 240) {
        QWheelEvent event(at, plot()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot(), &event);
    }
};

} // namespace

class TrainingCurvesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void emptyCurvesSayWhatToDo() {
        Bench b;
        QVERIFY(b.emptyText().contains("Open a file"));
        b.engine.send(CorpusOpened{FakeEngine::summary()});
        QTRY_VERIFY(b.emptyText().startsWith("Press Start"));
        b.start();
        QTRY_VERIFY(b.emptyText().isEmpty());
    }

    void everyStepAndValidationIsAPoint() {
        Bench b;
        b.start();
        b.train(1, 200);
        b.validate(100, 5.5);
        b.validate(200, 4.5);
        QTRY_COMPARE(b.dev()->dataCount(), 2);
        QTRY_COMPARE(b.raw()->dataCount(), 200);
        QCOMPARE(b.raw()->data()->at(41)->key, 42.0);
        QVERIFY(std::abs(b.raw()->data()->at(41)->value - FakeEngine::step(42).trainLoss) < 1e-6);
        QCOMPARE(b.dev()->data()->at(1)->value, 4.5);
    }

    void theCrosshairTellsAllValuesAtAStep() {
        Bench b;
        b.start();
        b.train(1, 1300);
        b.validate(1240, 2.64);
        QTRY_COMPARE(b.last(), 1300.0);
        QTRY_VERIFY(b.x()->range().upper > 1300);
        b.hover(1240);
        b.plot()->setCrosshair(1240);
        const QString loss = QLocale().toString(FakeEngine::step(1240).trainLoss, 'f', 3);
        QVERIFY2(b.plot()->readout().startsWith("step 1,240 · epoch 3.18 · 2:16\ntraining " + loss + ", running mean "),
                 qPrintable(b.plot()->readout()));
        b.hover(1240);
        QVERIFY2(b.plot()->readout().contains("validation 2.640 (step 1,240)"), qPrintable(b.plot()->readout()));
        b.check("Curves", "Perplexity");
        b.hover(1240);
        QVERIFY2(b.plot()->readout().contains("perplexity 14.0"), qPrintable(b.plot()->readout()));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(b.plot(), &leave);
        QCOMPARE(b.plot()->readout(), QString());
    }

    void theAxesFollowUntilTheUserZoomsAndThenStayAsTheyAre() {
        Bench b;
        b.start();
        b.train(1, 100);
        QTRY_VERIFY(b.x()->range().upper > 100);
        b.train(101, 1000);
        QTRY_VERIFY(b.x()->range().upper > 1000);
        QVERIFY(b.plot()->isFollowing());

        const QPoint middle = b.middle();
        b.wheel(middle);
        QVERIFY(!b.plot()->isFollowing());
        const QCPRange x = b.x()->range(), y = b.y()->range();
        QVERIFY(x.size() < 900);
        b.train(1001, 2000);
        QTRY_COMPARE(b.last(), 2000.0);
        QTest::qWait(100);
        QCOMPARE(b.x()->range().lower, x.lower);
        QCOMPARE(b.x()->range().upper, x.upper);
        QCOMPARE(b.y()->range().upper, y.upper);

        QVERIFY(b.button("Show all")->isEnabled());
        QTest::mouseDClick(b.plot(), Qt::LeftButton, {}, middle);
        QVERIFY(b.plot()->isFollowing());
        QVERIFY(b.x()->range().upper > 2000);
        QVERIFY(!b.button("Show all")->isEnabled());
    }

    void theAxesGrowInLeaps() {
        Bench b;
        b.start();
        b.train(1, 1000);
        QTRY_COMPARE(b.last(), 1000.0);
        b.plot()->showAll();
        const double end = b.x()->range().upper;
        b.train(1001, 1005);
        QTRY_COMPARE(b.raw()->dataCount(), 1005);
        QCOMPARE(b.x()->range().upper, end);
        b.train(1006, 2000);
        QTRY_VERIFY(b.x()->range().upper > 2000);
        QVERIFY(b.x()->range().upper < 2100);
    }

    void otherRunsAreNotDrawnAnewWhileTheRunAtHandGrows() {
        Bench b;
        b.start();
        b.curves.setCompared({Bench::otherRun("long", 5000)});
        b.train(1, 100);
        QTRY_COMPARE(b.mean()->dataCount(), 100);
        QTest::qWait(100);
        QSignalSpy drawn(b.plot(), &QCustomPlot::afterReplot);
        const QImage before = b.plot()->grab().toImage();
        b.train(101, 300);
        QTRY_COMPARE(b.mean()->dataCount(), 300);
        QVERIFY(b.plot()->grab().toImage() != before);
        QCOMPARE(drawn.count(), 0);
        b.train(301, 400); // an epoch ends
        QTRY_COMPARE(drawn.count(), 1);
    }

    void dragMovesAndShiftDragZoomsToARectangle() {
        Bench b;
        b.start();
        b.train(1, 1000);
        QTRY_VERIFY(b.x()->range().upper > 1000);
        CurvePlot* plot = b.plot();
        const QPoint from = b.middle(), to = from + QPoint(80, 40);
        const auto drag = [&](Qt::KeyboardModifiers modifiers) {
            QTest::mousePress(plot, Qt::LeftButton, modifiers, from);
            for (const QPoint& at : {from + QPoint(40, 20), to})
                b.moveTo(at, Qt::LeftButton, modifiers);
            QTest::mouseRelease(plot, Qt::LeftButton, modifiers, to);
        };
        const double width = b.x()->range().size();
        drag(Qt::NoModifier);
        QVERIFY(std::abs(b.x()->range().size() - width) < 1e-6);
        QVERIFY(b.x()->range().lower < -1);
        b.plot()->showAll();
        const double left = b.x()->pixelToCoord(from.x()), right = b.x()->pixelToCoord(to.x());
        drag(Qt::ShiftModifier);
        QVERIFY(std::abs(b.x()->range().lower - left) < 0.02 * width);
        QVERIFY(std::abs(b.x()->range().upper - right) < 0.02 * width);
        QVERIFY(!b.plot()->isFollowing());
    }

    void theLossAxisTurnsLogarithmicAndBack() {
        Bench b;
        b.start();
        b.train(1, 500);
        b.validate(500, 0.02);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        b.check("Axes", "Logarithmic values");
        QCOMPARE(b.y()->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(b.y()->range().lower > 0 && b.y()->range().lower < 0.02);
        b.check("Axes", "Logarithmic values");
        QCOMPARE(b.y()->scaleType(), QCPAxis::stLinear);
    }

    void aLogarithmicAxisHasLabelsAtAnyZoom() {
        LogTicker ticker;
        const QVector<QCPRange> ranges = {{0.5, 9.5}, {2.3, 2.6}, {1e-4, 10}, {1, 1e6}, {1, 7.9}};
        for (const QCPRange& range : ranges) {
            QVector<double> ticks;
            QVector<QString> labels;
            ticker.generate(range, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
            const auto inside = std::count_if(ticks.begin(), ticks.end(), [&](double t) { return range.contains(t); });
            QVERIFY2(inside >= 3 && inside <= 14,
                     qPrintable(QString("%1 to %2: %3").arg(range.lower).arg(range.upper).arg(inside)));
        }
    }

    void epochsAreMarkedWhereTheyBegin() {
        Bench b;
        b.start();
        b.train(1, 800); // of 390 steps each
        QTRY_COMPARE(b.last(), 800.0);
        const auto ticker = b.panel(Id::Loss).axisRect()->axis(QCPAxis::atTop)->ticker().dynamicCast<EpochTicker>();
        const std::vector<std::pair<double, std::int64_t>> wanted = {{0, 1}, {390, 2}, {780, 3}};
        QTRY_VERIFY(ticker->starts() == wanted);
    }

    void manyEpochsAreMarkedSparsely() {
        EpochTicker ticker;
        for (int epoch = 1; epoch <= 5000; ++epoch)
            ticker.add(10.0 * (epoch - 1), epoch);
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate({0, 50000}, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
        const auto shown =
            std::count_if(labels.begin(), labels.end(), [](const QString& label) { return !label.isEmpty(); });
        QVERIFY2(shown >= 4 && shown <= 13, qPrintable(QString::number(shown)));
        QVERIFY(labels.contains("epoch 1000"));
    }

    void anEarlierRunThatGoesOnHasItsOwnCurvesBehindIt() {
        Bench b;
        Train train;
        train.checkpointPath = "first";
        train.resume = true;
        b.client.post(train);
        b.start(0);
        b.train(1, 500);
        QTRY_COMPARE(b.last(), 500.0);
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(b.client.task(), Task::None);
        train.checkpointPath = "second";
        b.curves.setEarlier(Bench::otherRun({}, 700));
        b.client.post(train);
        b.start(650); // its checkpoint
        QTRY_COMPARE(b.last(), 650.0);
        QCOMPARE(b.run().steps().size(), std::size_t(650));
        QCOMPARE(b.run().validations().size(), std::size_t(6));
        b.train(651, 660);
        QTRY_COMPARE(b.last(), 660.0);
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(b.client.task(), Task::None);
        train.checkpointPath = "third"; // of which nothing is known
        b.client.post(train);
        b.start(40);
        QTRY_VERIFY(b.run().isEmpty());
    }

    void theBestValidationIsMarked() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(100, 3.2);
        b.validate(200, 2.5);
        b.validate(300, 2.7);
        QTRY_COMPARE(b.dev()->dataCount(), 3);
        QTRY_COMPARE(b.best()->dataCount(), 1);
        QCOMPARE(b.best()->data()->at(0)->key, 200.0);
    }

    void theWordBestStandsBesideItsMarkAndOnNoCurve() {
        for (const bool logarithmic : {false, true}) {
            Bench b;
            b.curves.resize(640, 420);
            b.start();
            b.train(1, 900);
            for (int step = 100; step <= 900; step += 100)
                b.validate(step, 8 * std::exp(-step / 300.0)); // below the curve of training
            QTRY_COMPARE(b.dev()->dataCount(), 9);
            b.plot()->setLogarithmic(logarithmic);
            b.plot()->replot();
            const QCPItemText* text = b.panel(Id::Loss).bestText();
            QVERIFY(text->visible());
            const QRectF place(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition());
            const QRect inside = b.panel(Id::Loss).axisRect()->rect();
            QVERIFY(inside.contains(place.toAlignedRect()));
            QVERIFY(place.bottom() < b.y()->coordToPixel(b.best()->data()->at(0)->value));
            for (const QCPGraph* graph : {b.raw(), b.mean(), b.dev()})
                for (const QCPGraphData& point : *graph->data())
                    QVERIFY(!place.contains(b.x()->coordToPixel(point.key), b.y()->coordToPixel(point.value)));
            // Where the mark is out of sight there is nothing to be beside.
            b.x()->setRange(10, 300);
            b.plot()->replot();
            QVERIFY(!text->visible());
        }
    }

    void aNewRunClearsAndAResumedOneKeepsWhatCameBefore() {
        Bench b;
        b.start();
        b.train(1, 500);
        b.validate(400, 3);
        b.validate(500, 2);
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(b.dev()->dataCount(), 2);
        QTRY_COMPARE(b.raw()->dataCount(), 500); // a finished run's curves stay
        b.start(450);                            // its checkpoint
        QTRY_COMPARE(b.raw()->dataCount(), 450);
        QCOMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.best()->data()->at(0)->key, 400.0);
        b.train(451, 600);
        QTRY_COMPARE(b.raw()->dataCount(), 600);
        b.start(0);
        QTRY_COMPARE(b.raw()->dataCount(), 0);
        QCOMPARE(b.dev()->dataCount(), 0);
        QCOMPARE(b.best()->dataCount(), 0);
        QVERIFY(b.plot()->isFollowing());
    }

    void aLossThatIsNoNumberIsLeftOut() {
        Bench b;
        b.start();
        StepReport broken = FakeEngine::step(2);
        broken.trainLoss = std::numeric_limits<double>::quiet_NaN();
        b.engine.send(Stepped{FakeEngine::step(1)});
        b.engine.send(Stepped{broken});
        b.validate(2, std::numeric_limits<double>::infinity());
        b.engine.send(Stepped{FakeEngine::step(3)});
        QTRY_COMPARE(b.last(), 3.0);
        QTRY_COMPARE(b.raw()->dataCount(), 2);
        QCOMPARE(b.dev()->dataCount(), 0);
        QVERIFY(std::isfinite(b.y()->range().upper));
    }

    void numbersAreExportedAsTheyCame() {
        Bench b;
        b.start();
        b.train(1, 20);
        b.validate(10, 2.5);
        QTRY_COMPARE(b.last(), 20.0);
        QTemporaryDir folder;
        const QString path = folder.filePath("loss.csv");
        b.curves.exportNumbers();
        auto* dialog = b.curves.findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->setDirectory(folder.path());
        dialog->selectFile(path);
        QTRY_VERIFY(dialog->findChild<QLineEdit*>()->text().contains("loss.csv"));
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(QFile::exists(path));
        const auto* note = b.curves.findChild<PassingNote*>();
        QTRY_COMPARE(note->text(), "Written: " + path);
        QVERIFY(note->isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines[0],
                 QByteArray("step,train_loss,train_loss_smoothed,dev_loss,perplexity,token_accuracy,learning_rate,"
                            "gradient_norm,tokens_per_second,epoch,seconds"));
        QCOMPARE(lines.size(), 22);
        const QList<QByteArray> tenth = lines[10].split(',');
        QCOMPARE(tenth[0], QByteArray("10"));
        QVERIFY(std::abs(tenth[1].toDouble() - FakeEngine::step(10).trainLoss) < 1e-6);
        QCOMPARE(tenth[3].toDouble(), 2.5);
        QCOMPARE(lines[11].split(',')[3], QByteArray());
        QCOMPARE(tenth[8].toDouble(), 5230.0);
        QVERIFY(std::abs(tenth[10].toDouble() - 1.1) < 1e-9);
    }

    void theAlignmentErrorRateIsDrawnBeneathOnlyWhereItIsKnown() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(100, 5);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.plot()->shownPanels(), (std::vector<Id>{Id::Loss, Id::Accuracy}));
        b.validateAligned(200, 4, 0.35);
        b.validateAligned(300, 3, 0.22);
        QTRY_COMPARE(b.dev()->dataCount(), 3);
        QCOMPARE(b.plot()->shownPanels(), (std::vector<Id>{Id::Loss, Id::Accuracy, Id::Alignment}));
        QCOMPARE(b.plot()->axisRectCount(), 3);
        QCOMPARE(b.legend(Id::Alignment), QStringList{"alignment error rate"});
        b.plot()->replot();
        QCPAxisRect *losses = b.panel(Id::Loss).axisRect(), *errors = b.panel(Id::Alignment).axisRect();
        QVERIFY(errors->rect().top() > losses->rect().bottom());
        QCOMPARE(errors->rect().left(), losses->rect().left()); // a step stands above itself
        QCOMPARE(errors->rect().right(), losses->rect().right());
        losses->axis(QCPAxis::atBottom)->setRange(50, 150);
        QCOMPARE(errors->axis(QCPAxis::atBottom)->range().upper, 150.0);
        errors->axis(QCPAxis::atBottom)->setRange(0, 400);
        QCOMPARE(losses->axis(QCPAxis::atBottom)->range().upper, 400.0);

        b.hover(290);
        QVERIFY2(b.plot()->readout().contains("alignment error rate 22.0 %, precision 80.0 %, recall 70.0 %"),
                 qPrintable(b.plot()->readout()));
        b.hover(100);
        QVERIFY(!b.plot()->readout().contains("alignment"));

        b.check("Curves", "Precision and recall");
        QCOMPARE(b.legend(Id::Alignment), QStringList({"alignment error rate", "precision", "recall"}));
        for (QAction* action : b.button("Curves")->menu()->actions())
            if (action->objectName() == "alignment")
                QVERIFY(action->toolTip().contains("attention points exactly where the true alignment does"));
    }

    void whatIsChosenOfTheAxesIsThereAgainAtTheNextStart() {
        {
            Bench b;
            b.start();
            b.train(1, 300);
            QTRY_COMPARE(b.last(), 300.0);
            QCOMPARE(b.plot()->progression(), Progression::Steps);
            QCOMPARE(b.y()->scaleType(), QCPAxis::stLinear);
            for (const char* text : {"Over epochs", "Logarithmic values", "Logarithmic progress"})
                b.check("Axes", text);
            QCOMPARE(b.y()->scaleType(), QCPAxis::stLogarithmic);
        }
        Bench b;
        QCOMPARE(b.plot()->progression(), Progression::Epochs);
        QCOMPARE(b.y()->scaleType(), QCPAxis::stLogarithmic);
        QCOMPARE(b.x()->scaleType(), QCPAxis::stLogarithmic);
        b.start();
        b.train(1, 300);
        QTRY_COMPARE(b.last(), 300.0);
        b.check("Axes", "Over steps");
        QCOMPARE(b.plot()->progression(), Progression::Steps);
        QCOMPARE(Bench().plot()->progression(), Progression::Steps);
    }

    void theAxisOfOneValueIsNoNarrowerThanItsNoise() {
        Bench b;
        b.start();
        b.train(1, 300);
        ValidationReport report = FakeEngine::validation(300);
        report.bleu = 0.095;
        b.engine.send(Validated{report});
        QTRY_COMPARE(b.plot()->shownPanels().size(), std::size_t(2));
        QTRY_VERIFY(b.panel(Id::Bleu).y()->range().size() >= 1);
        QVERIFY(b.panel(Id::Bleu).y()->range().size() < 1.5);
        QVERIFY(b.panel(Id::Bleu).y()->range().lower > -0.1); // there is no BLEU below 0
        report.step = 600;
        report.bleu = 20;
        b.engine.send(Validated{report});
        QTRY_VERIFY(b.panel(Id::Bleu).y()->range().size() > 20);
    }

    void theMarkOfTheBestIsWhole() {
        Bench b;
        b.curves.resize(636, 330); // as in a window of 1280×720: panels are low
        b.start();
        for (int i = 1; i <= 12; ++i) { // a falling curve, and the mark always at its end
            b.train(50 * i - 49, 50 * i);
            ValidationReport report = FakeEngine::validation(50 * i);
            report.devLoss = 1 + 6.0 / i;
            report.bleu = i;
            report.alignment = AlignmentScore{0.2, 0.8, 0.7};
            b.engine.send(Validated{report});
            QTRY_COMPARE(b.last(), 50.0 * i);
            const auto room = [&b, &report] {
                return b.panel(Id::Loss).axisRect()->bottom() - b.y()->coordToPixel(report.devLoss);
            };
            QTRY_VERIFY2(b.panel(Id::Loss).axisRect()->height() < 130 && room() >= 7.5,
                         qPrintable(QString::number(room())));
        }
    }

    void dotsAtTheEndsOfAnAxisAreWhole() {
        Bench b;
        b.curves.resize(636, 330);
        b.start();
        b.train(1, 300);
        for (const int step : {100, 200, 300}) {
            ValidationReport report = FakeEngine::validation(step);
            report.bleu = (step - 100) / 10.0;
            report.alignment = AlignmentScore{step == 100 ? 1 : 0.0, 0.8, 0.7};
            b.engine.send(Validated{report});
        }
        QTRY_COMPARE(b.plot()->shownPanels().size(), std::size_t(3));
        const auto below = [&b](Id id) { return b.panel(id).axisRect()->bottom() - b.panel(id).y()->coordToPixel(0); };
        QTRY_VERIFY2(below(Id::Bleu) >= 3, qPrintable(QString::number(below(Id::Bleu))));
        QTRY_VERIFY2(below(Id::Alignment) >= 3, qPrintable(QString::number(below(Id::Alignment))));
        QVERIFY(b.panel(Id::Alignment).y()->coordToPixel(1) - b.panel(Id::Alignment).axisRect()->top() >= 3);
    }

    void everyPanelsCurvesAreAsHigh() {
        Bench b;
        b.curves.resize(636, 330); // as in a window of 1280×720
        b.start();
        b.train(1, 300);
        ValidationReport report = FakeEngine::validation(300);
        report.bleu = 12;
        report.alignment = AlignmentScore{0.2, 0.8, 0.7};
        b.engine.send(Validated{report});
        QTRY_COMPARE(b.plot()->shownPanels().size(), std::size_t(3));
        const auto height = [&b](Id id) { return b.panel(id).axisRect()->rect().height(); };
        QTRY_VERIFY(height(Id::Bleu) >= 40);
        QTRY_VERIFY(std::abs(height(Id::Bleu) - height(Id::Alignment)) <= 1); // though one has the labels of steps
        QVERIFY(std::abs(height(Id::Loss) - 1.5 * height(Id::Bleu)) <= 2);
        b.curves.resize(636, 311);
        b.curves.setCompared({Bench::otherRun("another", 300)}); // whose name takes a line
        QTRY_COMPARE(b.plot()->runs().size(), std::size_t(2));
        QTest::qWait(100);
        QVERIFY(!b.curves.findChild<QScrollArea*>()->verticalScrollBar()->isVisible());
    }

    void legendsAreNotCutOff() {
        const QFont before = QApplication::font();
        QApplication::setFont(Fonts::withChinese(before)); // as in the program
        Bench b;
        b.curves.resize(640, 420);
        b.start();
        b.train(1, 300);
        b.validateAligned(300, 3, 0.22);
        QTRY_VERIFY(b.plot()->shownPanels().size() > 1);
        b.plot()->replot();
        const QImage picture = b.plot()->toPixmap().toImage();
        for (const Id id : b.plot()->shownPanels()) {
            auto* item = qobject_cast<QCPPlottableLegendItem*>(b.panel(id).legend()->item(0));
            const QFontMetrics metrics(item->font());
            QImage alone(400, 60, QImage::Format_RGB32);
            alone.fill(Qt::white);
            QPainter painter(&alone);
            painter.setFont(item->font());
            painter.drawText(10, 30, item->plottable()->name());
            painter.end();
            const auto inkedRows = [](const QImage& image, const QRect& where) {
                int first = -1, last = -1;
                for (int y = where.top(); y <= where.bottom(); ++y)
                    for (int x = where.left(); x <= where.right(); ++x)
                        if (qGray(image.pixel(x, y)) < 200) {
                            first = first < 0 ? y : first;
                            last = y;
                        }
                return last - first + 1;
            };
            const int words = item->outerRect().left() + b.panel(id).legend()->iconSize().width() + 4;
            const QRect where(QPoint(words, item->outerRect().top()),
                              QSize(metrics.horizontalAdvance(item->plottable()->name()), item->outerRect().height()));
            QCOMPARE(inkedRows(picture, where.adjusted(0, 0, 0, 2)), inkedRows(alone, alone.rect()));
        }
        QApplication::setFont(before);
    }

    void legendsHideNoCurve() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validateAligned(300, 3, 0.22);
        QTRY_VERIFY(b.plot()->shownPanels().size() > 1);
        for (const int width : {640, 300}) { // where they stand side by side, and one below the other
            b.curves.resize(width, 420);
            b.plot()->replot();
            for (const Id id : b.plot()->shownPanels()) {
                const QRect legend = b.panel(id).legend()->outerRect();
                QVERIFY(legend.height() > 8);
                QVERIFY(b.plot()->viewport().contains(legend));
                for (const Id other : b.plot()->shownPanels())
                    QVERIFY(!legend.intersects(b.panel(other).axisRect()->rect()));
            }
        }
    }

    void theRunBeforeStaysForComparisonAndCanBeHidden() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validateAligned(300, 3, 0.22);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        QVERIFY(b.boxes().empty());
        b.start(0);
        QTRY_VERIFY(b.run().isEmpty());
        QCOMPARE(b.plot()->shownPanels(), (std::vector<Id>{Id::Loss}));
        b.train(1, 300);
        b.validateAligned(300, 3, 0.12);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.boxes().size(), std::size_t(2));
        QCOMPARE(b.boxes()[1]->text(), QString("run before"));
        QCPGraph* before = b.panel(Id::Alignment).graph(1, 0);
        QVERIFY(before->visible());
        QCOMPARE(before->data()->at(0)->value, 0.22);
        QVERIFY(!b.raw(1)->visible()); // its single steps would hide those of this run
        QTest::mouseClick(b.boxes()[1], Qt::LeftButton, {}, QPoint(8, b.boxes()[1]->height() / 2));
        QVERIFY(!before->visible());
        b.hover(200);
        QVERIFY(!b.plot()->readout().contains("run before"));
    }

    void beforeAnyRunTheLegendNamesOnlyThoseOfTheHistory() {
        Bench b;
        b.curves.setCompared({Bench::otherRun("with attention", 300), Bench::otherRun("without", 200)});
        QCOMPARE(b.boxes().size(), std::size_t(2));
        QCOMPARE(b.boxes()[0]->text(), QString("with attention"));
        QTest::mouseClick(b.boxes()[1], Qt::LeftButton, {}, QPoint(8, b.boxes()[1]->height() / 2));
        QVERIFY(b.plot()->runs()[1].isVisible);
        QVERIFY(!b.plot()->runs()[2].isVisible);
        b.start();
        QTRY_COMPARE(b.boxes().size(), std::size_t(3));
        QCOMPARE(b.boxes()[0]->text(), QString("this run"));
    }

    void anExportOfALongRunSaysHowMuchOfItIsThere() {
        Bench b;
        b.curves.setCompared({Bench::otherRun("long", RunData::mostSteps + 5000)});
        QTemporaryDir folder;
        b.curves.exportNumbers();
        auto* dialog = b.curves.findChild<QFileDialog*>();
        const QString path = folder.filePath("long.csv");
        dialog->setDirectory(folder.path());
        dialog->selectFile(path);
        QTRY_VERIFY(dialog->findChild<QLineEdit*>()->text().contains("long.csv"));
        QMetaObject::invokeMethod(dialog, "accept");
        const auto* note = b.curves.findChild<PassingNote*>();
        QTRY_VERIFY(note->isVisible());
        QVERIFY2(note->text().contains(path), qPrintable(note->text()));
        QVERIFY2(note->text().contains("of 65,000 steps"), qPrintable(note->text()));
    }

    void theAlignmentIsExportedWhereItIsKnown() {
        auto data = std::make_shared<RunData>();
        for (std::int64_t n : {1, 2}) {
            StepReport step;
            step.step = step.stepInEpoch = n;
            step.epoch = 1;
            step.stepsInEpoch = 4;
            step.trainLoss = 6.75 - 0.25 * static_cast<double>(n);
            step.learningRate = 0.002;
            data->add(step);
        }
        ValidationReport report;
        report.step = 2;
        report.devLoss = 3.5;
        report.alignment = AlignmentScore{0.25, 0.75, 0.5};
        data->add(report);
        report.step = 4;
        report.devLoss = 3;
        report.alignment.reset();
        data->add(report);
        DrawnRun run;
        run.data = data;
        const QList<QByteArray> lines = curveTable({run}).split('\n');
        QCOMPARE(lines[0],
                 QByteArray("step,train_loss,train_loss_smoothed,dev_loss,perplexity,token_accuracy,aer,precision,"
                            "recall,learning_rate,gradient_norm,tokens_per_second,epoch,seconds"));
        QCOMPARE(lines[1], QByteArray("1,6.5,6.5,,,,,,,0.002,0,0,0.25,0"));
        QVERIFY2(lines[2].endsWith(",3.5,33.115452,0,0.25,0.75,0.5,0.002,0,0,0.5,0"), lines[2].constData());
        QCOMPARE(lines[3], QByteArray("4,,,3,20.0855369,0,,,,,,,,"));

        DrawnRun other = run;
        run.name = "first";
        other.name = "with \"guide\", 2";
        const QList<QByteArray> both = curveTable({run, other}).split('\n');
        QVERIFY(both[0].startsWith("run,step,"));
        QVERIFY(both[1].startsWith("first,1,"));
        QVERIFY(both[4].startsWith("\"with \"\"guide\"\", 2\",1,"));
    }

    void theUserChoosesWhatIsDrawnAndItIsRemembered() {
        {
            Bench b;
            b.start();
            b.train(1, 300);
            b.validate(300, 3);
            QTRY_COMPARE(b.dev()->dataCount(), 1);
            for (const char* title : {"Perplexity", "Learning rate", "Gradient norm", "Tokens per second"})
                b.check("Curves", title);
            b.check("Curves", "Loss");
            QCOMPARE(b.plot()->shownPanels(),
                     (std::vector<Id>{Id::Perplexity, Id::Accuracy, Id::LearningRate, Id::GradientNorm, Id::Speed}));
            b.plot()->replot();
            QCOMPARE(b.panel(Id::Speed).graph(0, 0)->data()->at(0)->value, 5230.0);
            QVERIFY(!b.panel(Id::Loss).axisRect()->visible());
            // As high as its panels need, and scrolled where that is more than there is room for.
            QVERIFY(b.plot()->height() >= 5 * 78);
            for (const Id id : b.plot()->shownPanels())
                QVERIFY(b.panel(id).axisRect()->rect().height() >= 40);
        }
        Bench again;
        again.start();
        again.train(1, 300);
        QTRY_COMPARE(again.last(), 300.0);
        QCOMPARE(again.plot()->shownPanels(),
                 (std::vector<Id>{Id::Perplexity, Id::LearningRate, Id::GradientNorm, Id::Speed}));
    }

    void withNothingChosenTheLossIsDrawn() {
        Bench b;
        b.start();
        b.train(1, 10);
        QTRY_COMPARE(b.last(), 10.0);
        for (const char* title : {"Loss", "BLEU", "Alignment error rate"})
            b.check("Curves", title);
        QCOMPARE(b.plot()->shownPanels(), (std::vector<Id>{Id::Loss}));
    }

    void curvesAreDrawnOverStepsEpochsOrTime() {
        Bench b;
        b.start();
        b.train(1, 780); // two epochs, 0.11 s a step
        b.validate(390, 3);
        QTRY_COMPARE(b.last(), 780.0);
        b.check("Axes", "Over epochs");
        b.plot()->replot();
        QCOMPARE(b.x()->label(), QString("epochs"));
        QVERIFY(std::abs(b.x()->range().upper - 2 * 1.015) < 1e-6);
        QCOMPARE(b.dev()->data()->at(0)->key, 1.0);
        b.check("Axes", "Over time of training");
        b.plot()->replot();
        QVERIFY(std::abs(b.x()->range().upper - 780 * 0.11 * 1.015) < 1e-6);
        QVERIFY(std::abs(b.dev()->data()->at(0)->key - 42.9) < 1e-9);
        QVector<QString> labels = b.x()->tickVectorLabels();
        QVERIFY2(labels.contains("1:00"), qPrintable(labels.toList().join(' ')));
        b.hover(42.9);
        QVERIFY2(b.plot()->readout().startsWith("step 3") && b.plot()->readout().contains("· 0:4"),
                 qPrintable(b.plot()->readout()));
        // What the user had zoomed to stays in sight.
        b.x()->setRange(11, 22);
        b.check("Axes", "Over steps");
        QVERIFY(std::abs(b.x()->range().lower - 100) < 1e-6 && std::abs(b.x()->range().upper - 200) < 1e-6);
        QVERIFY(!b.plot()->isFollowing());
    }

    void theProgressTurnsLogarithmic() {
        Bench b;
        b.start();
        b.train(1, 500);
        QTRY_COMPARE(b.last(), 500.0);
        b.check("Axes", "Logarithmic progress");
        QCOMPARE(b.x()->scaleType(), QCPAxis::stLogarithmic);
        QCOMPARE(b.x()->range().lower, 1.0);
        QVERIFY(b.x()->range().upper > 500);
        b.plot()->replot();
        QCOMPARE(b.raw()->dataCount(), 500);
        for (int i = 0; i < 40; ++i)
            b.wheel(b.middle(), 480);
        QVERIFY(b.x()->range().lower > 0 && b.x()->range().upper > b.x()->range().lower);
        b.check("Axes", "Logarithmic progress");
        QCOMPARE(b.x()->scaleType(), QCPAxis::stLinear);
    }

    void theSliderSmoothsWithTheRawCurveBeneath() {
        Bench b;
        b.start();
        b.train(1, 2000);
        QTRY_COMPARE(b.last(), 2000.0);
        b.plot()->replot();
        const auto roughness = [&] {
            double sum = 0;
            const CurveColumn& mean = b.run().mean(StepMetric::Loss);
            for (std::size_t i = 1001; i < mean.size(); ++i)
                sum += std::abs(static_cast<double>(mean[i] - mean[i - 1]));
            return sum;
        };
        auto* slider = b.curves.findChild<QSlider*>();
        const double first = roughness();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        const double smoother = roughness();
        QVERIFY2(smoother < first, qPrintable(QString("%1 %2").arg(first).arg(smoother)));
        QTest::keyClick(slider, Qt::Key_Home);
        QVERIFY(std::abs(b.run().mean(StepMetric::Loss)[999] - b.run().column(StepMetric::Loss)[999]) < 1e-6f);
        QVERIFY(b.raw()->visible() && b.mean()->visible());
    }

    void aClickChoosesAStepAndADragDoesNot() {
        Bench b;
        b.start();
        b.train(1, 1000);
        QTRY_VERIFY(b.x()->range().upper > 1000);
        b.plot()->replot();
        std::vector<std::int64_t> chosen;
        connect(&b.curves, &TrainingCurves::stepChosen, this, [&](std::int64_t step) { chosen.push_back(step); });
        QTest::mouseClick(b.plot(), Qt::LeftButton, {}, b.placeOf(400));
        QCOMPARE(chosen.size(), std::size_t(1));
        QVERIFY2(std::abs(chosen[0] - 400) <= 2, qPrintable(QString::number(chosen[0])));
        QTest::mousePress(b.plot(), Qt::LeftButton, {}, b.placeOf(400));
        b.moveTo(b.placeOf(400) + QPoint(60, 0), Qt::LeftButton);
        QTest::mouseRelease(b.plot(), Qt::LeftButton, {}, b.placeOf(400) + QPoint(60, 0));
        QCOMPARE(chosen.size(), std::size_t(1));
        // By keyboard: the crosshair goes step by step, Enter chooses.
        b.plot()->showAll();
        b.plot()->setFocus();
        b.hover(500);
        QTest::keyClick(b.plot(), Qt::Key_Right);
        QTest::keyClick(b.plot(), Qt::Key_Return);
        QCOMPARE(chosen.size(), std::size_t(2));
        QVERIFY(chosen[1] > 498 && chosen[1] < 512);
    }

    void theTimelinesMomentIsMarkedWithTheLossThere() {
        Bench b;
        b.start();
        b.train(1, 500);
        QTRY_VERIFY(b.x()->range().upper > 500);
        b.plot()->replot();
        b.curves.markStep(250);
        const QString loss = QLocale().toString(static_cast<double>(b.run().mean(StepMetric::Loss)[249]), 'f', 3);
        QCOMPARE(b.plot()->markedText(), QString("step 250, loss %1").arg(loss));
        b.curves.markStep(std::nullopt);
        QCOMPARE(b.plot()->markedText(), QString());
    }

    void changesOfTheLearningRateAreMarked() {
        Bench b;
        b.start();
        b.train(1, 500);
        QTRY_COMPARE(b.last(), 500.0);
        b.engine.send(LearningRateSet{300, 5e-4});
        const auto texts = [&] {
            QStringList found;
            for (int i = 0; i < b.plot()->itemCount(); ++i)
                if (auto* text = qobject_cast<QCPItemText*>(b.plot()->item(i)); text && text->visible())
                    found << text->text();
            return found;
        };
        QTRY_VERIFY(texts().contains("learning rate 0.0005"));
        b.start(200); // resumed from before the change
        QTRY_VERIFY(!texts().contains("learning rate 0.0005"));
    }

    void keysZoomMoveAndShowAll() {
        Bench b;
        b.start();
        b.train(1, 1000);
        QTRY_VERIFY(b.x()->range().upper > 1000);
        b.plot()->setFocus();
        const QCPRange all = b.x()->range(), values = b.y()->range();
        QTest::keyClick(b.plot(), Qt::Key_Plus);
        QVERIFY(b.x()->range().size() < all.size());
        QCOMPARE(b.y()->range().size(), values.size());
        const double lower = b.x()->range().lower;
        QTest::keyClick(b.plot(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(b.x()->range().lower > lower);
        QTest::keyClick(b.plot(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(b.y()->range().size() < values.size());
        QTest::keyClick(b.plot(), Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(!b.plot()->isFollowing());
        QTest::keyClick(b.plot(), Qt::Key_Home);
        QVERIFY(b.plot()->isFollowing());
        QCOMPARE(b.x()->range().upper, all.upper);
    }

    void runsAreDrawnOverEachOtherAndHiddenOneByOne() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(300, 3);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        b.curves.setCompared({Bench::otherRun("with attention", 800), Bench::otherRun("without", 400)});
        b.plot()->replot();
        QVERIFY(b.x()->range().upper > 800);
        QCOMPARE(b.dev(1)->dataCount(), 8);
        QCOMPARE(b.dev(2)->dataCount(), 4);
        QVERIFY(b.dev(1)->pen().color() != b.dev(2)->pen().color());
        QVERIFY(!b.raw(0)->visible()); // single steps of many runs hide each other
        b.hover(200);
        QVERIFY2(b.plot()->readout().contains("with attention: running mean"), qPrintable(b.plot()->readout()));
        const auto boxes = b.boxes();
        QCOMPARE(boxes.size(), std::size_t(3));
        QTest::mouseClick(boxes[1], Qt::LeftButton, {}, QPoint(8, boxes[1]->height() / 2));
        QVERIFY(!b.dev(1)->visible() && b.dev(2)->visible());
        b.hover(200);
        QVERIFY(!b.plot()->readout().contains("with attention"));
        QTest::mouseClick(boxes[2], Qt::LeftButton, {}, QPoint(8, boxes[2]->height() / 2));
        QVERIFY(b.raw(0)->visible());
        b.curves.setCompared({});
        QVERIFY(b.boxes().empty());
    }

    void aRunThatIsDrawnAlreadyIsNotDrawnTwice() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(300, 3);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        RunSeries same;
        same.name = "Run 1";
        same.validations = b.run().validations();
        b.curves.setCompared({same});
        QVERIFY(b.boxes().empty()); // one run needs no legend
        b.curves.setCompared({same, Bench::otherRun("without", 400)});
        QCOMPARE(b.boxes().size(), std::size_t(2));
    }

    void manyRunsNeedMoreRowsAndNoMoreWidth() {
        Bench b;
        b.start();
        b.train(1, 300);
        const int narrowest = b.curves.minimumSizeHint().width();
        std::vector<RunSeries> runs;
        for (int i = 0; i < 6; ++i)
            runs.push_back(Bench::otherRun(QString("a run with a name of some length %1").arg(i), 400));
        b.curves.setCompared(runs);
        QTRY_COMPARE(b.boxes().size(), std::size_t(7));
        QCOMPARE(b.curves.minimumSizeHint().width(), narrowest);
        QTRY_VERIFY(b.boxes().back()->y() > b.boxes().front()->y());
        for (const QCheckBox* box : b.boxes())
            QVERIFY(box->geometry().right() < b.curves.width());
    }

    void theRunAtHandComesOutAsItWentIn() {
        Bench b;
        b.start();
        b.train(1, 800);
        b.validate(400, 3);
        b.engine.send(LearningRateSet{500, 5e-4});
        QTRY_COMPARE(b.last(), 800.0);
        QTRY_COMPARE(b.run().rateChanges().size(), std::size_t(1));
        const StepReport wanted = FakeEngine::step(555);
        QCOMPARE(b.run().steps().size(), std::size_t(800));
        QCOMPARE(b.run().steps()[554], 555.0);
        QVERIFY(std::abs(static_cast<double>(b.run().column(StepMetric::Loss)[554]) - wanted.trainLoss) < 1e-6);
        QCOMPARE(b.run().along(Progression::Seconds)[554], wanted.seconds);
        const double epochs = static_cast<double>(wanted.epoch - 1) +
                              static_cast<double>(wanted.stepInEpoch) / static_cast<double>(wanted.stepsInEpoch);
        QCOMPARE(b.run().along(Progression::Epochs)[554], epochs);
        QCOMPARE(b.run().validations().size(), std::size_t(1));
        QCOMPARE(b.run().rateChanges()[0].step, std::int64_t(500));
    }

    void theCurvesTakeTheColoursOfTheTheme() {
        Bench b;
        b.start();
        b.train(1, 10);
        QTRY_COMPARE(b.last(), 10.0);
        const QPalette before = QApplication::palette();
        QPalette dark = before;
        dark.setColor(QPalette::Base, QColor(20, 20, 24));
        dark.setColor(QPalette::Text, QColor(230, 230, 230));
        const QColor light = b.mean()->pen().color();
        QApplication::setPalette(dark);
        QTRY_VERIFY(b.mean()->pen().color().lightness() > light.lightness());
        b.plot()->replot();
        QVERIFY(b.plot()->toPixmap().toImage().pixelColor(2, 2).lightness() < 60);
        QApplication::setPalette(before);
        QTRY_COMPARE(b.mean()->pen().color(), light);
    }

    void theCurvesSpeakTheUsersLanguage() {
        Bench b;
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_COMPARE(b.x()->label(), QString("[training step]"));
        QVERIFY(b.emptyText().startsWith("[Open"));
        QVERIFY(b.button("[Export]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(TrainingCurvesTest)
#include "TrainingCurvesTest.moc"
