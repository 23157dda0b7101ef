#include "ui/translation/ChoicesPage.h"
#include "tests/ui/PageBench.h"
#include "ui/attention/ElidedLabel.h"
#include "ui/translation/ChoicesView.h"

#include <QPushButton>
#include <QToolButton>

using namespace zhuyi;

namespace {

struct Bench : PageBench<ChoicesPage> {
    using PageBench::PageBench;
    ChoicesView* view = page.choices();

    void begin() {
        page.setSentence(sentence());
        QTRY_COMPARE(engine.count<Translate>(), 1);
        answer(withAlternatives(), engine.last<Translate>().id);
    }
    void click(int row, int choice) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->choiceRect(row, choice).center());
    }
    QStringList lines() {
        QStringList texts;
        for (auto* label : page.findChildren<ElidedLabel*>())
            texts << label->text();
        return texts;
    }
};

} // namespace

class ChoicesPageTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void withoutModelOrSentenceItSaysWhatToDo() {
        Bench b(false);
        QVERIFY(b.label("hint").contains("press Start"));
        b.openModel();
        QVERIFY(b.label("hint").contains("translation box"));
        QSignalSpy wanted(&b.page, &AskingPage::exampleWanted);
        QTest::mouseClick(b.page.findChild<QPushButton*>("example"), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(b.engine.count<Translate>(), 0);
    }

    void nothingIsAskedOutOfSight() {
        Bench b;
        b.page.hide();
        b.page.setSentence(b.sentence());
        QTest::qWait(50);
        QCOMPARE(b.engine.count<Translate>(), 0);
        b.page.show();
        QCOMPARE(b.engine.count<Translate>(), 1);
        QVERIFY(b.engine.last<Translate>().alternatives > 1);
        QVERIFY(!b.engine.last<Translate>().latestOnly); // the translation box's question must not fall to it
    }

    void aClickTakesAWordAndDecodesOnFromThere() {
        Bench b;
        b.begin();
        b.click(2, 1); // monday
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        const std::vector<std::string> prefix = {"today", "is", "monday"};
        QVERIFY(b.engine.last<Translate>().prefix == prefix);
        Translation steered = b.withAlternatives();
        AttentionMap map = *steered.attention;
        map.targetTokens[2] = "monday";
        steered.attention = std::make_shared<const AttentionMap>(map);
        steered.text = "Today is Monday.";
        b.answer(steered, b.engine.last<Translate>().id);
        QVERIFY(b.lines().contains("With your words: Today is Monday."));
        QVERIFY(b.lines().contains("By itself: Today is Sunday."));
        // The written word is none of another choice: a click on it changes nothing.
        b.click(2, 1);
        QTest::qWait(50);
        QCOMPARE(b.engine.count<Translate>(), 2);
        // An earlier word: what was chosen after it falls.
        b.click(1, 1);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY((b.engine.last<Translate>().prefix == std::vector<std::string>{"today", "was"}));
        b.answer(b.withAlternatives(), b.engine.last<Translate>().id);
        QTest::mouseClick(b.page.findChild<QToolButton*>("undoChoice"), Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<Translate>(), 4);
        QVERIFY(b.engine.last<Translate>().prefix == prefix);
        b.answer(steered, b.engine.last<Translate>().id);
        QTest::mouseClick(b.page.findChild<QToolButton*>("resetChoices"), Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<Translate>(), 5);
        QVERIFY(b.engine.last<Translate>().prefix.empty());
    }

    void theKeyboardDoesTheSame() {
        Bench b;
        b.begin();
        b.view->setFocus();
        QTest::keyClick(b.view, Qt::Key_Down);
        QCOMPARE(b.view->pointedRow(), 0);
        QCOMPARE(b.view->pointedChoice(), 0);
        QTest::keyClick(b.view, Qt::Key_Right);
        QTest::keyClick(b.view, Qt::Key_Right);
        QVERIFY(b.view->accessibleDescription().contains("yesterday"));
        QTest::keyClick(b.view, Qt::Key_Return);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        QVERIFY((b.engine.last<Translate>().prefix == std::vector<std::string>{"yesterday"}));
    }

    void pointingLightsUpTheSameWordElsewhere() {
        Bench b;
        b.begin();
        QSignalSpy pointed(&b.page, &SentencePage::pointed);
        QTest::mouseMove(b.view->viewport(), b.view->choiceRect(1, 0).center());
        QTRY_VERIFY(pointed.count() > 0);
        QCOMPARE(pointed.last()[0].toInt(), 1);
        b.page.setPointed(3, 2);
        QCOMPARE(b.view->pointedRow(), 3);
    }

    void choicesStayWhileTheModelLearnsAndGoWithTheSentence() {
        Bench b;
        b.begin();
        b.click(0, 1);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        b.answer(b.withAlternatives(), b.engine.last<Translate>().id);
        b.engine.send(Validated{FakeEngine::validation(1300)});
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY((b.engine.last<Translate>().prefix == std::vector<std::string>{"it"}));
        b.page.setSentence(b.sentence("你好"));
        QTRY_COMPARE(b.engine.count<Translate>(), 4);
        QVERIFY(b.engine.last<Translate>().prefix.empty());
    }

    void aFailureIsSaid() {
        Bench b;
        b.page.setSentence(b.sentence());
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        b.engine.send(Failed{Task::Translate, b.engine.last<Translate>().id, {MessageCode::Internal, {"odd"}}});
        QTRY_VERIFY(b.label("hint").contains("odd"));
    }
};

QTEST_MAIN(ChoicesPageTest)
#include "ChoicesPageTest.moc"
