#include "ui/attention/RibbonView.h"
#include "tests/ui/FakeSession.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhuyi;

namespace {

AttentionMapPtr bigMap(int rows, int columns, bool sourceIsChinese = true) {
    AttentionMap map;
    map.sourceIsChinese = sourceIsChinese;
    for (int i = 0; i < columns; ++i)
        map.sourceTokens.push_back(sourceIsChinese ? "星期日" : "extraordinary");
    for (int i = 0; i < rows; ++i)
        map.targetTokens.push_back(sourceIsChinese ? "extraordinary" : "星期日");
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            map.weights.push_back(column == row * columns / rows ? 0.9f : 0.1f / static_cast<float>(columns));
    return std::make_shared<const AttentionMap>(map);
}

void moveMouse(RibbonView& view, const QPointF& at) {
    QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(view.viewport(), &move);
}

} // namespace

class RibbonViewTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theStrongestRibbonIsTheThickest() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(FakeEngine::attention(0.8));
        view.show();
        const RibbonLayout& layout = view.ribbonLayout();
        const QImage picture = view.viewport()->grab().toImage();
        const QRgb strongest = ColourMap().colour(0.1 + 0.9 * 0.85);
        // Across the middle of the first ribbon: as many pixels of its colour as it is thick.
        const int y = layout.window.center().y(), x = static_cast<int>(std::lround(layout.ribbonX(0, 0, 0.5)));
        int count = 0;
        for (int dx = -30; dx <= 30; ++dx)
            count += picture.rect().contains(x + dx, y) && picture.pixel(x + dx, y) == strongest ? 1 : 0;
        QVERIFY2(std::abs(count - 0.85 * layout.thickness) <= 3, qPrintable(QString::number(count)));
        QCOMPARE(picture.pixel(static_cast<int>(std::lround(layout.ribbonX(0, 0, 0.5))), layout.window.center().y()),
                 ColourMap().colour(0.1 + 0.9 * 0.85));
    }

    void sourceWordsStandAboveAndTheTranslationBelow_data() {
        QTest::addColumn<bool>("chinese");
        QTest::newRow("Chinese above") << true;
        QTest::newRow("Chinese below") << false;
    }

    void sourceWordsStandAboveAndTheTranslationBelow() {
        QFETCH(bool, chinese);
        RibbonView view;
        view.resize(600, 400);
        view.setMap(bigMap(5, 4, chinese));
        const RibbonLayout& layout = view.ribbonLayout();
        QVERIFY(layout.source.band.bottom() < layout.window.top());
        QVERIFY(layout.target.band.top() > layout.window.bottom());
        QCOMPARE(layout.source.chinese, chinese);
        QCOMPARE(layout.source.centres.size(), std::size_t(4));
        QCOMPARE(layout.target.centres.size(), std::size_t(5));
        QVERIFY(!layout.source.turned && !layout.target.turned);
    }

    void aFewWordsAreLargerOnALargeScreen() {
        RibbonView view;
        view.setMap(bigMap(5, 4));
        view.resize(640, 500); // as in a window of 1280×800
        view.show();
        const RibbonLayout usual = view.ribbonLayout();
        view.resize(1900, 1800); // half of a screen of 3840×2160
        QApplication::processEvents();
        QVERIFY(view.ribbonLayout().source.font > 2 * usual.source.font);
        QCOMPARE(view.ribbonLayout().target.font, view.ribbonLayout().source.font);
        QVERIFY(view.ribbonLayout().thickness > 2 * usual.thickness);
        view.setMap(bigMap(60, 50)); // where there is no room to grow, nothing does
        QVERIFY(view.ribbonLayout().source.font <= usual.source.font);
    }

    void pointingAtAWordOrARibbonTellsWhichItIs() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(FakeEngine::attention(0.8));
        view.show();
        const RibbonLayout& layout = view.ribbonLayout();
        QSignalSpy pointed(&view, &AttentionView::pointed);
        moveMouse(view, layout.place(layout.source, 2).center());
        QCOMPARE(pointed.last(), QVariantList({-1, 2}));
        moveMouse(view, layout.place(layout.target, 1).center());
        QCOMPARE(pointed.last(), QVariantList({1, -1}));
        QVERIFY(view.readout().startsWith("is ← 是 0.850"));
        moveMouse(view, {layout.ribbonX(0, 0, 0.5), static_cast<double>(layout.window.center().y())});
        QCOMPARE(pointed.last(), QVariantList({0, 0}));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(pointed.last(), QVariantList({-1, -1}));
    }

    void otherRibbonsStandBackWhileAWordIsPointedAt() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(FakeEngine::attention(0.8));
        view.show();
        const RibbonLayout& layout = view.ribbonLayout();
        const QPoint at(static_cast<int>(std::lround(layout.ribbonX(0, 0, 0.3))),
                        layout.window.top() + static_cast<int>(0.3 * layout.window.height()));
        const int before = qGray(view.viewport()->grab().toImage().pixel(at));
        view.setPointed(2, -1);
        const int aside = qGray(view.viewport()->grab().toImage().pixel(at));
        QVERIFY2(aside > before + 40, qPrintable(QString("%1 %2").arg(before).arg(aside)));
        view.setPointed(0, -1);
        QCOMPARE(qGray(view.viewport()->grab().toImage().pixel(at)), before);
    }

    void arrowKeysGoAlongTheWordsAndBetweenTheLines() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(FakeEngine::attention(0.8));
        view.show();
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.pointedColumn(), 0);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.pointedColumn(), 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.pointedColumn(), -1);
        QVERIFY(view.pointedRow() >= 0);
        const int row = view.pointedRow();
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.pointedRow(), std::max(0, row - 1));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.pointedRow(), -1);
    }

    void sixtyByAsManyWordsTurnAndScroll() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(bigMap(60, 60));
        view.show();
        const RibbonLayout& layout = view.ribbonLayout();
        QVERIFY(layout.source.turned && layout.target.turned);
        QVERIFY(layout.source.font >= DrawnMap::leastFont);
        QVERIFY(layout.source.widths[0] >= 13);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        QVERIFY(layout.window.height() > 100);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.pointedColumn(), 59);
        QVERIFY(layout.window.contains(layout.place(layout.source, 59).center().toPoint() + QPoint(0, 60)));
    }

    void goldIsDrawnOverTheRibbonsWhenAsked() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(FakeEngine::alignedAttention(0.8));
        view.show();
        const QImage without = view.viewport()->grab().toImage();
        const QPoint at(static_cast<int>(std::floor(view.ribbonLayout().ribbonX(0, 0, 0.5))),
                        view.ribbonLayout().window.center().y());
        view.setGoldShown(true);
        const QImage with = view.viewport()->grab().toImage();
        QVERIFY(qGray(with.pixel(at)) < qGray(without.pixel(at)));
    }

    void thePictureIsOfVectorsAndText() {
        RibbonView view;
        view.resize(600, 400);
        view.setMap(bigMap(60, 60));
        QVERIFY(view.pictureSize().width() > 800); // everything, though the panel shows a part
        QImage image(view.pictureSize(), QImage::Format_RGB32);
        view.paintPicture(image);
        QVERIFY(image.pixel(image.width() - 60, image.height() / 2) != 0);
    }

    void emptyMapsAreHarmless() {
        RibbonView view;
        view.resize(600, 400);
        view.setEmptyText("Press Start");
        view.show();
        view.grab();
        moveMouse(view, {100, 100});
        QCOMPARE(view.caption(), QString("Press Start"));
        view.setMap(std::make_shared<const AttentionMap>());
        view.grab();
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(!view.caption().isEmpty());
    }
};

QTEST_MAIN(RibbonViewTest)
#include "RibbonViewTest.moc"
