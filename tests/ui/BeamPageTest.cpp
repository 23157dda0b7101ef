#include "ui/translation/BeamPage.h"
#include "tests/ui/PageBench.h"
#include "ui/translation/BeamView.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QPainter>
#include <QSpinBox>

#include <set>

using namespace zhuyi;

namespace {

BeamNode node(int parent, const std::string& token, double total, bool kept, bool ended = false) {
    BeamNode n;
    n.parent = parent;
    n.token = token;
    n.probability = 0.5f;
    n.total = total;
    n.isKept = kept;
    n.isEnded = ended;
    return n;
}

/// Two words and an end, the second best beginning wins.
Translation smallTree() {
    Translation t;
    t.source = "好";
    t.text = "well done";
    t.score = -1.5;
    AttentionMap map;
    map.sourceTokens = {"好"};
    map.targetTokens = {"well", "done", "</s>"};
    map.weights = {1, 1, 1};
    t.attention = std::make_shared<const AttentionMap>(map);
    t.tokenProbabilities = {0.4f, 0.9f, 0.9f};
    t.beam = {{node(-1, "good", -0.7, true), node(-1, "well", -0.9, true), node(-1, "bad", -3, false)},
              {node(1, "done", -1.0, true), node(0, ".", -1.2, true), node(1, ".", -4, false)},
              {node(0, "</s>", -1.1, true, true), node(1, "</s>", -1.9, true, true)}};
    return t;
}

/// As large as it gets: 30 steps of ten kept and ten pruned.
Translation largeTree() {
    Translation t = smallTree();
    t.beam.clear();
    AttentionMap map = *t.attention;
    map.targetTokens.clear();
    map.weights.assign(30, 1);
    for (int step = 0; step < 30; ++step) {
        std::vector<BeamNode> nodes;
        for (int i = 0; i < 20; ++i)
            nodes.push_back(
                node(step == 0 ? -1 : i / 2, "w" + std::to_string(i), -0.1 * (20 * step + i), i < 10, step == 29));
        t.beam.push_back(nodes);
        map.targetTokens.push_back("w0");
    }
    t.attention = std::make_shared<const AttentionMap>(map);
    return t;
}

} // namespace

class BeamPageTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theTreeFindsTheChosenWayAndItsLinesDoNotCross() {
        const BeamTree tree(smallTree(), true);
        QCOMPARE(tree.steps(), 3);
        QStringList best;
        for (const BeamTree::Node& one : tree.nodes())
            if (one.isBest)
                best << QString::fromStdString(one.node.token);
        QCOMPARE(best, QStringList({"well", "done", "</s>"}));
        const BeamTree large(largeTree(), true);
        QCOMPARE(large.rows(), 20);
        for (std::size_t i = 1; i < large.nodes().size(); ++i) {
            const auto &a = large.nodes()[i - 1], &b = large.nodes()[i];
            if (a.step == b.step && a.step > 0) {
                QVERIFY(a.slot < b.slot);
                QVERIFY(a.parent <= b.parent);
            }
        }
        QCOMPARE(BeamTree(largeTree(), false).rows(), 10);
    }

    void theBeamIsAskedForAndDrawn() {
        PageBench<BeamPage> b;
        b.page.setSentence(b.sentence());
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QVERIFY(b.engine.last<Translate>().wantBeam);
        QVERIFY(b.engine.last<Translate>().options.beam_size >= 2);
        b.answer(smallTree(), b.engine.last<Translate>().id);
        QCOMPARE(b.page.beam()->tree().nodes().size(), std::size_t(8));
        QTest::mouseClick(b.page.findChild<QCheckBox*>("showPruned"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(b.page.beam()->tree().nodes().size(), std::size_t(6));
        b.page.findChild<QSpinBox*>("beamSize")->setValue(8);
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        QCOMPARE(b.engine.last<Translate>().options.beam_size, std::int64_t(8));
    }

    void theTranslationBoxsBeamIsTaken() {
        PageBench<BeamPage> b;
        DecodingOptions options;
        options.beam_size = 6;
        options.length_penalty = 0.5;
        b.page.setOptions(options);
        b.page.setSentence(b.sentence());
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.engine.last<Translate>().options.beam_size, std::int64_t(6));
        QCOMPARE(b.engine.last<Translate>().options.length_penalty, 0.5);
    }

    void pointingTellsTheWordsSoFar() {
        BeamView view;
        view.resize(600, 300);
        view.show();
        view.setTree(BeamTree(smallTree(), true));
        int end = -1;
        for (std::size_t i = 0; i < view.tree().nodes().size(); ++i)
            if (view.tree().nodes()[i].isBest)
                end = static_cast<int>(i);
        QTest::mouseMove(view.viewport(), view.nodeRect(end).center());
        QTRY_COMPARE(view.pointedNode(), end);
        QVERIFY(view.readout().startsWith("well done ‹end›"));
        QVERIFY(view.readout().endsWith("finished"));
        // By the keyboard, from the beginning along the chosen way.
        view.setPointed(-1);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.readout().startsWith("well "));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.readout().contains("pruned"));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.tree().nodes()[static_cast<std::size_t>(view.pointedNode())].node.token, std::string("well"));
    }

    void keptPrunedAndFinishedLookDifferent() {
        BeamView view;
        view.resize(600, 300);
        view.show();
        view.setTree(BeamTree(smallTree(), true));
        const QImage picture = view.viewport()->grab().toImage();
        std::set<QByteArray> looks;
        for (std::size_t i = 0; i < view.tree().nodes().size(); ++i) {
            const QImage one = picture.copy(QRect(view.nodeRect(static_cast<int>(i)).topLeft(), QSize(24, 4)))
                                   .convertToFormat(QImage::Format_Grayscale8);
            if (!view.tree().nodes()[i].isBest)
                looks.insert(QByteArray(reinterpret_cast<const char*>(one.constBits()), one.sizeInBytes()));
        }
        QVERIFY2(looks.size() >= 3, "without colour too");
    }

    void aSmallTreeFillsALargeScreen() {
        BeamView view;
        view.resize(1800, 900);
        view.show();
        view.setTree(BeamTree(smallTree(), true));
        view.zoomFit();
        QVERIFY2(view.zoom() > 1.5, qPrintable(QString::number(view.zoom())));
        for (std::size_t i = 0; i < view.tree().nodes().size(); ++i)
            QVERIFY(view.viewport()->rect().contains(view.nodeRect(static_cast<int>(i))));
    }

    void aLargeTreeZoomsScrollsAndIsDrawnFast() {
        BeamView view;
        view.resize(620, 420);
        view.show();
        view.setTree(BeamTree(largeTree(), true));
        const int last = static_cast<int>(view.tree().nodes().size()) - 1;
        QVERIFY(view.nodeRect(last).left() > view.width()); // has to be scrolled to
        QTest::keyClick(&view, Qt::Key_Right);
        for (int i = 0; i < 29; ++i)
            QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.viewport()->rect().contains(view.nodeRect(view.pointedNode())));
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.viewport()->rect().contains(view.nodeRect(last).center()));
        view.setZoom(1);
        QImage image(view.size(), QImage::Format_RGB32);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i)
            view.viewport()->render(&image);
        qInfo("%.1f ms a frame", static_cast<double>(timer.elapsed()) / 10);
    }
};

QTEST_MAIN(BeamPageTest)
#include "BeamPageTest.moc"
