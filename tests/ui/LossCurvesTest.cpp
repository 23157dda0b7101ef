#undef QT_NO_KEYWORDS // QCustomPlot's header is written with them

#include "ui/training/LossCurves.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/training/CurveTable.h"
#include "ui/training/EpochTicker.h"
#include "ui/training/LogTicker.h"

#include <qcustomplot.h>

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace zhuyi;

namespace {

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    LossCurves curves{&client};

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
    QStringList alignmentLegend() {
        QStringList names;
        if (curves.plot()->axisRectCount() < 2)
            return names;
        for (QCPLayoutElement* element : curves.plot()->axisRect(1)->insetLayout()->elements(false))
            if (auto* legend = qobject_cast<QCPLegend*>(element))
                for (int i = 0; i < legend->itemCount(); ++i)
                    names << qobject_cast<QCPPlottableLegendItem*>(legend->item(i))->plottable()->name();
        return names;
    }

    QCPGraph* raw() { return curves.plot()->graph(0); }
    QCPGraph* dev() { return curves.plot()->graph(2); }
    QCPGraph* best() { return curves.plot()->graph(3); }
    double last() { return raw()->data()->isEmpty() ? 0 : (raw()->data()->constEnd() - 1)->key; }
    QToolButton* button(const QString& text) {
        for (QToolButton* button : curves.findChildren<QToolButton*>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    QString emptyText() {
        auto* pages = curves.findChild<QStackedLayout*>();
        auto* label = qobject_cast<QLabel*>(pages->currentWidget());
        return label ? label->text() : QString();
    }
    void hover(double step) {
        const QPoint at(static_cast<int>(curves.plot()->xAxis->coordToPixel(step)),
                        curves.plot()->axisRect()->center().y());
        QMouseEvent move(QEvent::MouseMove, at, curves.plot()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(curves.plot(), &move);
    }
};

} // namespace

class LossCurvesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
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
        QCOMPARE(b.raw()->dataCount(), 200);
        QCOMPARE(b.raw()->data()->at(41)->key, 42.0);
        QCOMPARE(b.raw()->data()->at(41)->value, FakeEngine::step(42).trainLoss);
        QCOMPARE(b.dev()->data()->at(1)->value, 4.5);
    }

    void theCrosshairTellsAllValuesAtAStep() {
        Bench b;
        b.start();
        b.train(1, 1300);
        b.validate(1240, 2.64);
        QTRY_COMPARE(b.last(), 1300.0);
        const auto reading = b.curves.readingAt(1241.2);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->step, std::int64_t(1241));
        QCOMPARE(reading->trainLoss, FakeEngine::step(1241).trainLoss);
        QCOMPARE(reading->devStep, std::int64_t(1240));
        QCOMPARE(reading->devLoss, 2.64);
        QCOMPARE(reading->perplexity, std::exp(2.64));
        QTRY_VERIFY(b.curves.plot()->xAxis->range().upper > 1300);
        b.hover(1240);
        QVERIFY2(b.curves.readout().contains("validation 2.640 (step 1,240)"), qPrintable(b.curves.readout()));
        QVERIFY(b.curves.readout().contains("perplexity 14.0"));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(b.curves.plot(), &leave);
        QCOMPARE(b.curves.readout(), QString());
    }

    void theAxesFollowUntilTheUserZoomsAndThenStayAsTheyAre() {
        Bench b;
        b.start();
        b.train(1, 100);
        QTRY_VERIFY(b.curves.plot()->xAxis->range().upper > 100);
        b.train(101, 1000);
        QTRY_VERIFY(b.curves.plot()->xAxis->range().upper > 1000);
        QVERIFY(b.curves.isFollowing());

        const QPoint middle = b.curves.plot()->axisRect()->center();
        QWheelEvent wheel(middle, b.curves.plot()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(b.curves.plot(), &wheel);
        QVERIFY(!b.curves.isFollowing());
        const QCPRange x = b.curves.plot()->xAxis->range(), y = b.curves.plot()->yAxis->range();
        QVERIFY(x.size() < 900);
        b.train(1001, 2000);
        QTRY_COMPARE(b.last(), 2000.0);
        QTest::qWait(100);
        QCOMPARE(b.curves.plot()->xAxis->range().lower, x.lower);
        QCOMPARE(b.curves.plot()->xAxis->range().upper, x.upper);
        QCOMPARE(b.curves.plot()->yAxis->range().upper, y.upper);

        QVERIFY(b.button("Show all")->isEnabled());
        QTest::mouseDClick(b.curves.plot(), Qt::LeftButton, {}, middle);
        QVERIFY(b.curves.isFollowing());
        QVERIFY(b.curves.plot()->xAxis->range().upper > 2000);
        QVERIFY(!b.button("Show all")->isEnabled());
    }

    void dragMovesAndShiftDragZoomsToARectangle() {
        Bench b;
        b.start();
        b.train(1, 1000);
        QTRY_VERIFY(b.curves.plot()->xAxis->range().upper > 1000);
        QCustomPlot* plot = b.curves.plot();
        const QPoint from = plot->axisRect()->center(), to = from + QPoint(80, 40);
        const auto drag = [&](Qt::KeyboardModifiers modifiers) {
            QTest::mousePress(plot, Qt::LeftButton, modifiers, from);
            for (const QPoint& at : {from + QPoint(40, 20), to}) {
                QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
                QApplication::sendEvent(plot, &move);
            }
            QTest::mouseRelease(plot, Qt::LeftButton, modifiers, to);
        };
        const double width = plot->xAxis->range().size();
        drag(Qt::NoModifier);
        QVERIFY(std::abs(plot->xAxis->range().size() - width) < 1e-6);
        QVERIFY(plot->xAxis->range().lower < -1);
        b.curves.showAll();
        const double left = plot->xAxis->pixelToCoord(from.x()), right = plot->xAxis->pixelToCoord(to.x());
        drag(Qt::ShiftModifier);
        QVERIFY(std::abs(plot->xAxis->range().lower - left) < 0.02 * width);
        QVERIFY(std::abs(plot->xAxis->range().upper - right) < 0.02 * width);
        QVERIFY(!b.curves.isFollowing());
    }

    void theLossAxisTurnsLogarithmicAndBack() {
        Bench b;
        b.start();
        b.train(1, 500);
        b.validate(500, 0.02);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        auto* box = b.curves.findChild<QCheckBox*>();
        box->click();
        QCOMPARE(b.curves.plot()->yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(b.curves.plot()->yAxis->range().lower > 0 && b.curves.plot()->yAxis->range().lower < 0.02);
        box->click();
        QCOMPARE(b.curves.plot()->yAxis->scaleType(), QCPAxis::stLinear);
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
        const auto ticker = b.curves.plot()->xAxis2->ticker().dynamicCast<EpochTicker>();
        const std::vector<std::pair<double, std::int64_t>> wanted = {{0, 1}, {390, 2}, {780, 3}};
        QVERIFY(ticker->starts() == wanted);
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

    void theBestValidationIsMarked() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(100, 3.2);
        b.validate(200, 2.5);
        b.validate(300, 2.7);
        QTRY_COMPARE(b.dev()->dataCount(), 3);
        QCOMPARE(b.best()->dataCount(), 1);
        QCOMPARE(b.best()->data()->at(0)->key, 200.0);
    }

    void aNewRunClearsAndAResumedOneKeepsWhatCameBefore() {
        Bench b;
        b.start();
        b.train(1, 500);
        b.validate(400, 3);
        b.validate(500, 2);
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(b.dev()->dataCount(), 2);
        QCOMPARE(b.raw()->dataCount(), 500); // a finished run's curves stay
        b.start(450);                        // its checkpoint
        QTRY_COMPARE(b.raw()->dataCount(), 450);
        QCOMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.best()->data()->at(0)->key, 400.0);
        b.train(451, 600);
        QTRY_COMPARE(b.raw()->dataCount(), 600);
        b.start(0);
        QTRY_COMPARE(b.raw()->dataCount(), 0);
        QCOMPARE(b.dev()->dataCount(), 0);
        QCOMPARE(b.best()->dataCount(), 0);
        QVERIFY(b.curves.isFollowing());
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
        QCOMPARE(b.raw()->dataCount(), 2);
        QCOMPARE(b.dev()->dataCount(), 0);
        QVERIFY(std::isfinite(b.curves.plot()->yAxis->range().upper));
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
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines[0], QByteArray("step,train_loss,train_loss_smoothed,dev_loss,perplexity"));
        QCOMPARE(lines.size(), 22);
        const QList<QByteArray> tenth = lines[10].split(',');
        QCOMPARE(tenth[0], QByteArray("10"));
        QVERIFY(std::abs(tenth[1].toDouble() - FakeEngine::step(10).trainLoss) < 1e-7);
        QCOMPARE(tenth[3].toDouble(), 2.5);
        QCOMPARE(lines[11].split(',')[3], QByteArray());
    }

    void theAlignmentErrorRateIsDrawnBeneathOnlyWhereItIsKnown() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validate(100, 5);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.curves.plot()->axisRectCount(), 1);
        b.validateAligned(200, 4, 0.35);
        b.validateAligned(300, 3, 0.22);
        QTRY_COMPARE(b.dev()->dataCount(), 3);
        QCOMPARE(b.curves.plot()->axisRectCount(), 2);
        QCOMPARE(b.alignmentLegend(), QStringList{"alignment error rate"});
        b.curves.plot()->replot();
        QCPAxisRect *losses = b.curves.plot()->axisRect(0), *errors = b.curves.plot()->axisRect(1);
        QVERIFY(errors->rect().top() > losses->rect().bottom());
        QCOMPARE(errors->rect().left(), losses->rect().left()); // a step stands above itself
        QCOMPARE(errors->rect().right(), losses->rect().right());
        b.curves.plot()->xAxis->setRange(50, 150);
        QCOMPARE(errors->axis(QCPAxis::atBottom)->range().upper, 150.0);
        errors->axis(QCPAxis::atBottom)->setRange(0, 400);
        QCOMPARE(b.curves.plot()->xAxis->range().upper, 400.0);

        b.hover(290);
        QVERIFY2(b.curves.readout().contains("alignment error rate 22.0 % (precision 80.0 %, recall 70.0 %)"),
                 qPrintable(b.curves.readout()));
        b.hover(100);
        QVERIFY(!b.curves.readout().contains("alignment"));

        for (QCheckBox* box : b.curves.findChildren<QCheckBox*>())
            if (box->text() == "Precision and recall") {
                QVERIFY(box->isVisible());
                QVERIFY(box->toolTip().contains("attention points exactly where the true alignment does"));
                box->click();
            }
        QCOMPARE(b.alignmentLegend(), QStringList({"alignment error rate", "precision", "recall"}));
    }

    void theErrorRateOfTheRunBeforeStaysForComparison() {
        Bench b;
        b.start();
        b.train(1, 300);
        b.validateAligned(300, 3, 0.22);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        b.start(0);
        QTRY_COMPARE(b.dev()->dataCount(), 0);
        QCOMPARE(b.curves.plot()->axisRectCount(), 1);
        b.train(1, 300);
        b.validateAligned(300, 3, 0.12);
        QTRY_COMPARE(b.dev()->dataCount(), 1);
        QCOMPARE(b.alignmentLegend(), QStringList({"alignment error rate", "error rate, run before"}));
    }

    void theAlignmentIsExportedWhereItIsKnown() {
        CurveTable table;
        table.steps = {{1, 6.5, 6.5}, {2, 6.25, 6.375}};
        table.validations[2] = {3.5, AlignmentScore{0.25, 0.75, 0.5}};
        table.validations[4] = {3.0, std::nullopt};
        const QList<QByteArray> lines = table.csv().split('\n');
        QCOMPARE(lines[0], QByteArray("step,train_loss,train_loss_smoothed,dev_loss,perplexity,aer,precision,recall"));
        QCOMPARE(lines[1], QByteArray("1,6.5,6.5,,,,,"));
        QCOMPARE(lines[2], QByteArray("2,6.25,6.375,3.5,33.115452,0.25,0.75,0.5"));
        QCOMPARE(lines[3], QByteArray("4,,,3,20.0855369,,,"));
    }

    void theCurvesSpeakTheUsersLanguage() {
        Bench b;
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_COMPARE(b.curves.plot()->xAxis->label(), QString("[training step]"));
        QVERIFY(b.emptyText().startsWith("[Open"));
        QVERIFY(b.button("[Export]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(LossCurvesTest)
#include "LossCurvesTest.moc"
