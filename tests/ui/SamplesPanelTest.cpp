#include "ui/training/SamplesPanel.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/training/WordDiff.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

using namespace zhuyi;

namespace {

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    SamplesPanel panel{&client};

    Bench() {
        panel.resize(620, 360);
        panel.show();
    }
    void start(std::int64_t step = 0) {
        ModelSummary model = FakeEngine::model();
        model.step = step;
        engine.send(TrainingStarted{model, false});
    }
    void validate(std::int64_t step, const std::vector<std::string>& translations) {
        ValidationReport report = FakeEngine::validation(step);
        report.bleu = 12.5;
        for (const std::string& translation : translations)
            report.samples.push_back({"今天是星期日。", "Today is Sunday.", translation});
        engine.send(Validated{report});
    }
    QTextBrowser* text() { return panel.findChild<QTextBrowser*>(); }
    QSlider* slider() { return panel.findChild<QSlider*>(); }
    QString shown() { return text()->toPlainText(); }
    /// What is underlined, or struck out.
    QStringList marked(bool isStruckOut) {
        QStringList found;
        for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (isStruckOut ? format.fontStrikeOut() : format.fontUnderline())
                    found << it.fragment().text();
            }
        return found;
    }
};

QString described(const std::vector<DiffPiece>& pieces) {
    QString text;
    for (const DiffPiece& piece : pieces)
        text += (piece.kind == DiffPiece::Kind::Kept    ? "="
                 : piece.kind == DiffPiece::Kind::Added ? "+"
                                                        : "-") +
                piece.text + '|';
    return text;
}

} // namespace

class SamplesPanelTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anEarlierRunThatGoesOnHasItsOwnSamplesBehindIt() {
        Bench b;
        b.start();
        b.validate(100, {"today is ."});
        QTRY_COMPARE(b.panel.validations(), 1);
        RunSeries earlier;
        for (const std::int64_t step : {200, 400, 600}) {
            earlier.validations.push_back(FakeEngine::validation(step));
            earlier.validations.back().samples = {{"今天是星期日。", "Today is Sunday.", "it is sunday ."}};
        }
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
        QTRY_COMPARE(b.client.task(), Task::None);
        b.panel.setEarlier(earlier);
        Train train;
        train.checkpointPath = "earlier";
        train.resume = true;
        b.client.post(train);
        b.start(500);
        QTRY_COMPARE(b.panel.validations(), 2);
        QCOMPARE(b.slider()->value(), 1);
        QTRY_VERIFY(b.shown().contains("it is sunday ."));
        QVERIFY(!b.shown().contains("today is ."));
    }

    void wordsAreHeldAgainstEachOther() {
        QCOMPARE(described(wordDiff("I like the tea .", "I drink tea .")), QString("=I|-like the|+drink|=tea .|"));
        QCOMPARE(described(wordDiff("", "It's new.")), QString("+It's new.|"));
        QCOMPARE(described(wordDiff("gone", "")), QString("-gone|"));
        QCOMPARE(described(wordDiff("我喜欢喝茶。", "我喜欢茶。")), QString("=我喜欢|-喝|=茶。|"));
        QVERIFY(wordDiff("", "").empty());
    }

    void theEmptyPanelSaysWhatToDo() {
        Bench b;
        auto* label = qobject_cast<QLabel*>(b.panel.findChild<QStackedLayout*>()->currentWidget());
        QVERIFY(label && label->text().contains("Press Start"));
        b.start();
        b.validate(100, {"The the."});
        QTRY_VERIFY(b.text()->isVisible());
    }

    void whatChangedSinceTheValidationBeforeIsMarked() {
        Bench b;
        b.start();
        b.validate(100, {"Today is the.", "The."});
        b.validate(200, {"Today is Sunday.", "The."});
        QTRY_COMPARE(b.panel.validations(), 2);
        QCOMPARE(b.slider()->value(), 1); // the newest
        QCOMPARE(b.marked(false), QStringList{"Sunday"});
        QCOMPARE(b.marked(true), QStringList{"the"});
        QVERIFY(b.shown().contains("今天是星期日。"));
        QTest::keyClick(b.slider(), Qt::Key_Left);
        QVERIFY(b.shown().contains("Today is the."));
        QVERIFY(b.marked(false).isEmpty());
    }

    void whoLooksAtAnEarlierValidationStaysThere() {
        Bench b;
        b.start();
        b.validate(100, {"A."});
        b.validate(200, {"B."});
        QTRY_COMPARE(b.panel.validations(), 2);
        QTest::keyClick(b.slider(), Qt::Key_Left);
        b.validate(300, {"C."});
        QTRY_COMPARE(b.panel.validations(), 3);
        QCOMPARE(b.slider()->value(), 0);
        QTest::keyClick(b.slider(), Qt::Key_End);
        b.validate(400, {"D."});
        QTRY_COMPARE(b.slider()->value(), 3);
        b.panel.showStep(310);
        QCOMPARE(b.slider()->value(), 2);
    }

    void oneSentenceIsShownAtAllValidations() {
        Bench b;
        b.start();
        b.validate(100, {"A.", "One."});
        b.validate(200, {"B.", "Two."});
        QTRY_COMPARE(b.panel.validations(), 2);
        auto* combo = b.panel.findChild<QComboBox*>();
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QTest::keyClick(combo, Qt::Key_Down);
        QVERIFY2(b.shown().contains("One.") && b.shown().contains("Two") && !b.shown().contains("A."),
                 qPrintable(b.shown()));
        QVERIFY(b.shown().contains("100") && b.shown().contains("200"));
    }

    void aNewRunBeginsAnewAndAResumedOneGoesOn() {
        Bench b;
        b.start();
        b.validate(100, {"A."});
        b.validate(200, {"B."});
        QTRY_COMPARE(b.panel.validations(), 2);
        b.start(150);
        QTRY_COMPARE(b.panel.validations(), 1);
        b.start(0);
        QTRY_COMPARE(b.panel.validations(), 0);
    }

    void theTranslationsAreExportedAsATable() {
        Bench b;
        b.start();
        b.validate(100, {"A, \"quoted\" one."});
        QTRY_COMPARE(b.panel.validations(), 1);
        QTemporaryDir folder;
        const QString path = folder.filePath("samples.csv");
        b.panel.exportNumbers();
        auto* dialog = b.panel.findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->setDirectory(folder.path());
        dialog->selectFile(path);
        QTRY_VERIFY(dialog->findChild<QLineEdit*>()->text().contains("samples.csv"));
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()),
                 QString("step,sentence,source,reference,translation\n"
                         "100,1,今天是星期日。,Today is Sunday.,\"A, \"\"quoted\"\" one.\"\n"));
    }

    void thePanelSpeaksTheUsersLanguage() {
        Bench b;
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        auto* combo = b.panel.findChild<QComboBox*>();
        QTRY_COMPARE(combo->itemText(0), QString("[All sentences at one validation]"));
        QApplication::removeTranslator(&translator);
    }

    void ofALongRunSomeValidationsAreKeptAndTheOneInSightStays() {
        Bench b;
        b.start();
        for (int n = 1; n <= 150; ++n)
            b.validate(n, {"Translation " + std::to_string(n)});
        QTRY_COMPARE(b.panel.validations(), 150);
        QCOMPARE(b.slider()->value(), 149); // at the newest
        b.panel.showStep(42);
        QCOMPARE(b.slider()->value(), 41);
        for (int n = 151; n <= 600; ++n)
            b.validate(n, {"Translation " + std::to_string(n)});
        const auto step = [&b] { return b.slider()->accessibleDescription().section(" · ", 0, 0); };
        QTRY_VERIFY(b.slider()->maximum() > 99 && b.slider()->value() < 41);
        QTRY_COMPARE(b.slider()->maximum(), b.panel.validations() - 1);
        QVERIFY(b.panel.validations() <= SamplesPanel::mostValidations);
        QCOMPARE(step(), QString("step 42"));
        b.slider()->setValue(0);
        QCOMPARE(step(), QString("step 1"));
        b.slider()->setValue(b.slider()->maximum());
        QCOMPARE(step(), QString("step 600"));
    }
};

QTEST_MAIN(SamplesPanelTest)
#include "SamplesPanelTest.moc"
