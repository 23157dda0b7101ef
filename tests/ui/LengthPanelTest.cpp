
#include "ui/training/LengthPanel.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/training/LengthPlot.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTest>
#include <QToolButton>

using namespace zhuyi;

namespace {

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    LengthPanel panel{&client};

    Bench() {
        panel.resize(620, 360);
        panel.show();
        engine.send(FakeEngine::ready());
        engine.send(CorpusOpened{FakeEngine::summary()});
    }
    void finish(const std::string& attention, std::int64_t step = 1240) {
        ModelSummary model = FakeEngine::model();
        model.settings.attention = attention;
        model.step = step;
        engine.send(TrainingStarted{model, false});
        engine.send(TrainingFinished{TrainingEnd::Completed, model});
    }
    static EvaluationReport report(double bleu) {
        EvaluationReport report;
        report.byLength = {{1, 5, 400, bleu, 0.7}, {6, 10, 300, bleu - 4, 0.6}, {11, 15, 12, bleu - 9, 0.5}};
        return report;
    }
    QPushButton* measureButton() { return panel.findChild<QPushButton*>("measureButton"); }
    void measure(double bleu) {
        QTest::mouseClick(measureButton(), Qt::LeftButton);
        engine.send(Evaluated{report(bleu)});
    }
    std::vector<QCheckBox*> boxes() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        std::vector<QCheckBox*> shown;
        for (QCheckBox* box : panel.findChildren<QCheckBox*>())
            if (box->isVisible())
                shown.push_back(box);
        return shown;
    }
};

} // namespace

class LengthPanelTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theEmptyPanelSaysWhatToDoAndNothingCanBeMeasuredWithoutAModel() {
        Bench b;
        auto* label = qobject_cast<QLabel*>(b.panel.findChild<QStackedLayout*>()->currentWidget());
        QVERIFY(label && label->text().contains("Attention at none"));
        QTRY_VERIFY(b.client.corpus());
        QVERIFY(!b.measureButton()->isEnabled());
        QVERIFY(b.measureButton()->toolTip().contains("train a model first"));
        b.finish("additive");
        QTRY_VERIFY(b.measureButton()->isEnabled());
    }

    void modelsWithAndWithoutAttentionAreDrawnOverEachOther() {
        Bench b;
        b.finish("additive");
        QTRY_VERIFY(b.measureButton()->isEnabled());
        b.measure(30);
        QVERIFY(b.engine.count<Evaluate>() == 1 && b.engine.last<Evaluate>().corpusPath.empty());
        QTRY_COMPARE(b.boxes().size(), std::size_t(1));
        b.finish("none");
        QTRY_COMPARE(b.client.model().settings.attention, std::string("none"));
        QTRY_VERIFY(b.measureButton()->isEnabled());
        b.measure(20);
        QTRY_COMPARE(b.boxes().size(), std::size_t(2));
        QCOMPARE(b.boxes()[0]->text(), QString("with attention (additive), step 1,240"));
        QCOMPARE(b.boxes()[1]->text(), QString("without attention, step 1,240"));
        LengthPlot* plot = b.panel.plot();
        QCOMPARE(plot->graphCount(), 12); // two models, BLEU and accuracy; a line, full points and hollow ones
        QCOMPARE(plot->graph(0)->dataCount(), 3);
        QCOMPARE(plot->graph(0)->data()->at(0)->key, 3.0);
        QCOMPARE(plot->graph(0)->data()->at(0)->value, 30.0);
        QCOMPARE(plot->graph(1)->dataCount(), 2);
        QCOMPARE(plot->graph(2)->dataCount(), 1); // 12 sentences are few
        QCOMPARE(plot->graph(3)->data()->at(0)->value, 70.0);

        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Right);
        QTest::keyClick(plot, Qt::Key_Right);
        QVERIFY2(plot->readout().contains("6–10 tokens, sentences: 300"), qPrintable(plot->readout()));
        QVERIFY2(plot->readout().contains("without attention, step 1,240: 16.0"), qPrintable(plot->readout()));
        QTest::mouseClick(b.boxes()[1], Qt::LeftButton, {}, QPoint(8, b.boxes()[1]->height() / 2));
        QCOMPARE(plot->graphCount(), 6);
        QVERIFY(!plot->readout().contains("without"));
    }

    void measuringTheSameModelAgainReplacesItsCurve() {
        Bench b;
        b.finish("additive");
        QTRY_VERIFY(b.measureButton()->isEnabled());
        b.measure(30);
        QTRY_COMPARE(b.boxes().size(), std::size_t(1));
        QTRY_VERIFY(b.measureButton()->isEnabled());
        b.measure(31);
        QTRY_COMPARE(b.panel.plot()->graph(0)->data()->at(0)->value, 31.0);
        QCOMPARE(b.boxes().size(), std::size_t(1));
        QCOMPARE(b.panel.plot()->graph(0)->dataCount(), 3);
    }

    void measuringCanBeCancelledAndMayFail() {
        Bench b;
        b.finish("additive");
        QTRY_VERIFY(b.measureButton()->isEnabled());
        QTest::mouseClick(b.measureButton(), Qt::LeftButton);
        QCOMPARE(b.measureButton()->text(), QString("Cancel"));
        b.engine.send(Progress{Task::Evaluate, Phase::Evaluating, 0.4});
        QTRY_COMPARE(b.measureButton()->text(), QString("Cancel (40 %)"));
        QTest::mouseClick(b.measureButton(), Qt::LeftButton);
        QCOMPARE(b.engine.count<Cancel>(), 1);
        b.engine.send(Failed{Task::Evaluate, 0, {MessageCode::Cancelled, {}}});
        QTRY_COMPARE(b.measureButton()->text(), QString("Measure the model at hand"));
        QVERIFY(b.boxes().empty());
    }

    void otherRunsAreDrawnWithThem() {
        Bench b;
        RunSeries run;
        run.name = "last week";
        run.byLength = Bench::report(25).byLength;
        b.panel.setCompared({run, RunSeries()});
        QCOMPARE(b.boxes().size(), std::size_t(1));
        QCOMPARE(b.boxes()[0]->text(), QString("last week"));
        QCOMPARE(b.panel.plot()->graph(0)->dataCount(), 3);
    }

    void thePanelSpeaksTheUsersLanguage() {
        Bench b;
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_COMPARE(b.measureButton()->text(), QString("[Measure the model at hand]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(LengthPanelTest)
#include "LengthPanelTest.moc"
