#include "ui/translation/ForcePage.h"
#include "tests/ui/PageBench.h"
#include "ui/attention/ElidedLabel.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/ScrollTogether.h"
#include "ui/translation/InfluencePage.h"
#include "ui/translation/SourceEdit.h"
#include "ui/translation/WordStrip.h"

#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QScrollArea>
#include <QScrollBar>

using namespace zhuyi;

class ForcePageTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theSentenceAboveIsThereToBeChanged() {
        PageBench<ForcePage> b;
        auto* source = b.page.findChild<SourceEdit*>("forcedSource");
        auto* target = b.page.findChild<SourceEdit*>("forcedTarget");
        b.page.setSentence(b.sentence());
        QCOMPARE(source->toPlainText(), QString("今天是星期日。"));
        QCOMPARE(target->toPlainText(), QString("Today is Sunday."));
        QTRY_COMPARE(b.engine.count<Force>(), 1);
        QCOMPARE(b.engine.last<Force>().target, std::string("Today is Sunday."));
        QVERIFY(b.engine.last<Force>().alternatives > 1);
        b.answer(b.withAlternatives(), b.engine.last<Force>().id);
        QVERIFY(b.page.view()->map());
        QCOMPARE(b.page.strip()->count(), 5);
        target->selectAll();
        QTest::keyClicks(target, "Today was Sunday.");
        QTRY_COMPARE(b.engine.last<Force>().target, std::string("Today was Sunday."));
        // What the user typed stays when another sentence is looked at.
        b.page.setSentence(b.sentence("你好"));
        QCOMPARE(target->toPlainText(), QString("Today was Sunday."));
    }

    void surprisingWordsStandOutAndTellWhatWasPreferred() {
        PageBench<ForcePage> b;
        b.page.setSentence(b.sentence());
        QTRY_COMPARE(b.engine.count<Force>(), 1);
        Translation t = b.withAlternatives();
        t.tokenProbabilities[0] = 0.01f;
        t.alternatives[0] = {{"it", 0.6f}, {"today", 0.01f}};
        b.answer(t, b.engine.last<Force>().id);
        const auto says = [&](const QString& words) {
            for (auto* label : b.page.findChildren<ElidedLabel*>())
                if (label->text().contains(words))
                    return true;
            return false;
        };
        QTest::mouseMove(b.page.strip(), b.page.strip()->wordRect(0).center());
        QTRY_VERIFY(says("The model would rather write it 0.6."));
        QCOMPARE(b.page.view()->pointedRow(), 0);
        QTest::keyClick(b.page.strip(), Qt::Key_Right);
        QVERIFY(says("The model agrees."));
        QVERIFY(!says("rather"));
        const QImage picture = b.page.strip()->grab().toImage();
        const auto ground = [&](int row) {
            return picture.pixelColor(b.page.strip()->wordRect(row).topLeft() + QPoint(4, 4));
        };
        QVERIFY(ground(0) != ground(3));
    }

    void nothingIsAskedWhileAnInputMethodComposes() {
        PageBench<ForcePage> b;
        auto* source = b.page.findChild<SourceEdit*>("forcedSource");
        auto* target = b.page.findChild<SourceEdit*>("forcedTarget");
        target->setPlainText("Hello");
        QInputMethodEvent composing("ni'hao", {});
        QApplication::sendEvent(source, &composing);
        QTest::qWait(400);
        QCOMPARE(b.engine.count<Force>(), 0);
        QInputMethodEvent commit("", {});
        commit.setCommitString("你好");
        QApplication::sendEvent(source, &commit);
        QTRY_COMPARE(b.engine.count<Force>(), 1);
        QCOMPARE(b.engine.last<Force>().source, std::string("你好"));
    }

    void viewsSideBySideScrollTogetherWhileTheyAreOfOneSize() {
        QScrollArea one, other;
        scrollTogether(&one, &other);
        for (QScrollArea* area : {&one, &other}) {
            auto* content = new QWidget;
            content->setFixedSize(900, 900);
            area->setWidget(content);
            area->resize(300, 300);
            area->show();
        }
        QTRY_VERIFY(one.verticalScrollBar()->maximum() > 100 && other.verticalScrollBar()->maximum() > 100);
        one.verticalScrollBar()->setValue(70);
        QCOMPARE(other.verticalScrollBar()->value(), 70);
        other.horizontalScrollBar()->setValue(30);
        QCOMPARE(one.horizontalScrollBar()->value(), 30);
        other.widget()->setFixedSize(900, 1200); // zoomed, say
        QTRY_VERIFY(other.verticalScrollBar()->maximum() > one.verticalScrollBar()->maximum());
        one.verticalScrollBar()->setValue(20);
        QCOMPARE(other.verticalScrollBar()->value(), 70);
    }

    void influenceIsAskedForAndShownBesideTheAttention() {
        PageBench<InfluencePage> b;
        b.page.setSentence(b.sentence());
        QTRY_COMPARE(b.engine.count<Explain>(), 1);
        Explain question = b.engine.last<Explain>();
        QCOMPARE(question.method, ExplainMethod::LeaveOut);
        QCOMPARE(question.targetTokens, FakeEngine::attention()->targetTokens);
        AttentionMap influence = *FakeEngine::attention();
        influence.weights[1] = -2.5f;
        b.engine.send(Explained{question.id, question.method, std::make_shared<const AttentionMap>(influence)});
        QTRY_VERIFY(b.page.influence()->map());
        QCOMPARE(b.page.influence()->value(0, 1), -2.5);
        // Row beside row, whatever is shown around attention elsewhere.
        MapStyle style;
        style.statistics = true;
        b.page.setMapStyle(style);
        QCOMPARE(b.page.attention()->cellRect(3, 1), b.page.influence()->cellRect(3, 1));
        // Pointing in one points in the other.
        QTest::mouseMove(b.page.attention()->viewport(), b.page.attention()->cellRect(2, 1).center());
        QTRY_COMPARE(b.page.influence()->pointedRow(), 2);
        QCOMPARE(b.page.influence()->pointedColumn(), 1);
        b.page.findChild<QComboBox*>("explainMethod")->setCurrentIndex(1);
        QTRY_COMPARE(b.engine.count<Explain>(), 2);
        QCOMPARE(b.engine.last<Explain>().method, ExplainMethod::GradientTimesInput);
        // Other words of the translation: another question, once this one is answered.
        ShownSentence other = b.sentence();
        AttentionMap map = *other.now.map;
        map.targetTokens[0] = "it";
        other.now.map = std::make_shared<const AttentionMap>(map);
        b.page.setSentence(other);
        QVERIFY(!b.page.influence()->map());
        b.engine.send(
            Explained{b.engine.last<Explain>().id, question.method, std::make_shared<const AttentionMap>(influence)});
        QTRY_COMPARE(b.engine.count<Explain>(), 3);
        QCOMPARE(b.engine.last<Explain>().targetTokens[0], std::string("it"));
        // The remark leads on to the help.
        QSignalSpy wanted(&b.page, &InfluencePage::helpWanted);
        Q_EMIT b.page.findChild<QLabel*>("remark")->linkActivated("influence");
        QCOMPARE(wanted.count(), 1);
    }
};

QTEST_MAIN(ForcePageTest)
#include "ForcePageTest.moc"
