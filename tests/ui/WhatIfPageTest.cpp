#include "ui/translation/WhatIfPage.h"
#include "tests/ui/PageBench.h"
#include "ui/attention/PaintableHeatmap.h"
#include "ui/attention/RowWeights.h"
#include "ui/translation/WordDifference.h"

#include <QApplication>
#include <QMouseEvent>
#include <QToolButton>

#include <numeric>

using namespace zhuyi;

namespace {

struct Bench : PageBench<WhatIfPage> {
    using PageBench::PageBench;
    PaintableHeatmap* map = page.heatmap();

    void begin() {
        page.setSentence(sentence());
        QTRY_COMPARE(engine.count<Translate>(), 1);
        answer(*FakeEngine::translation(), engine.last<Translate>().id);
    }
    void press(int row, int column) {
        QTest::mousePress(map->viewport(), Qt::LeftButton, {}, map->cellRect(row, column).center());
    }
    void drag(int row, int column) {
        const QPointF to = map->cellRect(row, column).center();
        QMouseEvent move(QEvent::MouseMove, to, map->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(map->viewport(), &move);
    }
    void release(int row, int column) {
        QTest::mouseRelease(map->viewport(), Qt::LeftButton, {}, map->cellRect(row, column).center());
    }
};

} // namespace

class WhatIfPageTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void draggingPutsTheWeightOfARowElsewhereAndDecodesOnFromThere() {
        Bench b;
        b.begin();
        QVERIFY(b.label("nowLine").startsWith("Drag over"));
        QVERIFY(b.label("beforeLine").endsWith("model writes: Today is Sunday."));
        b.press(2, 0);
        QCOMPARE(b.map->value(2, 0), 1.0); // seen at once
        b.drag(2, 1);
        b.drag(4, 1); // the brush stays in its row
        QCOMPARE(b.map->value(2, 0), 0.5);
        QCOMPARE(b.map->value(2, 1), 0.5);
        QCOMPARE(b.engine.count<Translate>(), 1); // not before the button is up
        b.release(2, 1);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        const Translate question = b.engine.last<Translate>();
        QVERIFY((question.prefix == std::vector<std::string>{"today", "is"}));
        QCOMPARE(question.attention.size(), std::size_t(1));
        QCOMPARE(question.attention[0].row, std::int64_t(2));
        QVERIFY((question.attention[0].weights == std::vector<float>{0.5f, 0.5f, 0, 0}));

        Translation steered = *FakeEngine::translation();
        AttentionMap changed = *steered.attention;
        changed.targetTokens = {"today", "is", "today", ".", "</s>"};
        steered.attention = std::make_shared<const AttentionMap>(changed);
        b.answer(steered, question.id);
        QCOMPARE(b.label("beforeLine"), QString("Before: today is <b><u>sunday</u></b> ."));
        QCOMPARE(b.label("nowLine"), QString("Now: today is <b><u>today</u></b> ."));
        // An earlier row as well: both are given.
        b.press(0, 3);
        b.release(0, 3);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY(b.engine.last<Translate>().prefix.empty());
        QCOMPARE(b.engine.last<Translate>().attention.size(), std::size_t(2));
        b.answer(steered, b.engine.last<Translate>().id);
        // And back.
        QTest::mouseClick(b.page.findChild<QToolButton*>("giveBackRow"), Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<Translate>(), 4);
        QCOMPARE(b.engine.last<Translate>().attention.size(), std::size_t(1));
        b.answer(steered, b.engine.last<Translate>().id);
        QTest::mouseClick(b.page.findChild<QToolButton*>("resetAttention"), Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<Translate>(), 5);
        QVERIFY(b.engine.last<Translate>().attention.empty());
        QVERIFY(b.label("nowLine").startsWith("Drag over"));
    }

    void theKeyboardPaintsToo() {
        Bench b;
        b.begin();
        b.map->setFocus();
        b.map->setPointed(1, 3);
        QTest::keyClick(b.map, Qt::Key_Space);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        QVERIFY((b.engine.last<Translate>().attention[0].weights == std::vector<float>{0, 0, 0, 1}));
        b.answer(*FakeEngine::translation(), b.engine.last<Translate>().id);
        QVERIFY(b.label("nowLine").contains("same as before"));
        b.map->setPointed(1, 0);
        QTest::keyClick(b.map, Qt::Key_Space, Qt::ShiftModifier);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY((b.engine.last<Translate>().attention[0].weights == std::vector<float>{0.5f, 0, 0, 0.5f}));
        b.answer(*FakeEngine::translation(), b.engine.last<Translate>().id);
        QTest::keyClick(b.map, Qt::Key_Delete);
        QTRY_COMPARE(b.engine.count<Translate>(), 4);
        QVERIFY(b.engine.last<Translate>().attention.empty());
    }

    void barsWeighOneRow() {
        Bench b;
        b.begin();
        QVERIFY(!b.page.bars()->isVisible());
        b.map->setFocus();
        b.map->setPointed(0, 0);
        QTest::keyClick(b.map, Qt::Key_Down); // chooses the row
        QVERIFY(b.page.bars()->isVisible());
        b.page.bars()->setFocus();
        const QRect bar = b.page.bars()->barRect(2);
        QTest::mouseClick(b.page.bars(), Qt::LeftButton, {}, QPoint(bar.center().x(), bar.top() + bar.height() / 2));
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        const std::vector<float> weights = b.engine.last<Translate>().attention[0].weights;
        QCOMPARE(b.engine.last<Translate>().attention[0].row, std::int64_t(1));
        QVERIFY(weights[2] > 0.4f && weights[2] < 0.6f);
        QVERIFY(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0f) - 1) < 1e-4f);
        b.answer(*FakeEngine::translation(), b.engine.last<Translate>().id);
        QTest::keyClick(b.page.bars(), Qt::Key_Up);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY(b.engine.last<Translate>().attention[0].weights[2] > weights[2]);
    }

    void weightsGiveWay() {
        QVERIFY((RowWeights::withWeight({0.5f, 0.25f, 0.25f}, 0, 0) == std::vector<float>{0, 0.5f, 0.5f}));
        QVERIFY((RowWeights::withWeight({1, 0, 0}, 0, 0.5) == std::vector<float>{0.5f, 0.25f, 0.25f}));
        QVERIFY((RowWeights::withWeight({0.3f}, 0, 0.1) == std::vector<float>{1}));
    }

    void aNewStateOfTheModelIsAskedWithoutAndWithWhatWasPainted() {
        Bench b;
        b.begin();
        b.press(1, 0);
        b.release(1, 0);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        b.answer(*FakeEngine::translation(), b.engine.last<Translate>().id);
        b.engine.send(Validated{FakeEngine::validation(1300)});
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QVERIFY(b.engine.last<Translate>().attention.empty());
        b.answer(*FakeEngine::translation(), b.engine.last<Translate>().id);
        QTRY_COMPARE(b.engine.count<Translate>(), 4);
        QCOMPARE(b.engine.last<Translate>().attention.size(), std::size_t(1));
    }

    void aModelWithoutAttentionHasNoneToChange() {
        Bench b;
        b.openModel("none");
        b.page.setSentence(b.sentence());
        QTRY_VERIFY(b.label("hint").contains("no attention"));
        QCOMPARE(b.engine.count<Translate>(), 0);
    }

    void differences() {
        const QStringList before = {"a", "b", "c", "d"}, after = {"a", "x", "c", "d", "e"};
        QVERIFY((changedWords(before, after) == std::vector<bool>{false, true, false, false, true}));
        QCOMPARE(markedWords({"<", "x"}, {false, true}, true), QString("&lt; <b><u>x</u></b>"));
        QCOMPARE(markedWords({"你", "好"}, {false, false}, false), QString("你好"));
    }
};

QTEST_MAIN(WhatIfPageTest)
#include "WhatIfPageTest.moc"
