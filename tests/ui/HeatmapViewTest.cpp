#include "ui/attention/HeatmapView.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/attention/GoldShare.h"
#include "ui/shell/Exporter.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace zhuyi;

namespace {

/// Each row looks most at one column; no two weights are alike.
AttentionMapPtr bigMap(int rows, int columns, bool sourceIsChinese = true) {
    AttentionMap map;
    map.sourceIsChinese = sourceIsChinese;
    for (int i = 0; i < columns; ++i)
        map.sourceTokens.push_back(sourceIsChinese ? "星期日" : "extraordinary");
    for (int i = 0; i < rows; ++i)
        map.targetTokens.push_back("word" + std::to_string(i));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            map.weights.push_back(column == row * columns / rows ? 0.9f : 0.1f / static_cast<float>(columns + row));
    return std::make_shared<const AttentionMap>(map);
}

QPalette darkPalette() {
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(30, 31, 34));
    palette.setColor(QPalette::Text, QColor(225, 225, 225));
    return palette;
}

int lightness(const QImage& picture, const QPoint& at) {
    return qGray(picture.pixel(at));
}

void moveMouse(HeatmapView& view, const QPoint& at) {
    QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(view.viewport(), &move);
}

void turnWheel(HeatmapView& view, const QPoint& at, int degrees, Qt::KeyboardModifiers modifiers) {
    QWheelEvent wheel(at, view.viewport()->mapToGlobal(at), {}, QPoint(0, degrees * 8), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
}

} // namespace

class HeatmapViewTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theStrongestCellOfEachRowIsWhereTheModelLooked_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light: darkest") << false;
        QTest::newRow("dark: brightest") << true;
    }

    void theStrongestCellOfEachRowIsWhereTheModelLooked() {
        QFETCH(bool, dark);
        HeatmapView view;
        view.resize(500, 400);
        if (dark)
            view.setPalette(darkPalette());
        view.setMap(FakeEngine::attention());
        view.show();
        const QImage picture = view.viewport()->grab().toImage();
        for (int row = 0; row < 5; ++row) {
            int strongest = 0;
            for (int column = 1; column < 4; ++column) {
                const int here = lightness(picture, view.cellRect(row, column).center());
                const int best = lightness(picture, view.cellRect(row, strongest).center());
                if (dark ? here > best : here < best)
                    strongest = column;
            }
            QCOMPARE(strongest, std::min(row, 3));
        }
    }

    void aNewMapOfTheSameSentenceIsDrawnAtOnce() {
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::attention(0));
        view.show();
        const QRgb before = view.viewport()->grab().toImage().pixel(view.cellRect(0, 0).center());
        view.setMap(FakeEngine::attention(0.9));
        const QRgb after = view.viewport()->grab().toImage().pixel(view.cellRect(0, 0).center());
        QCOMPARE(before, ColourMap().colour(0.25));
        QCOMPARE(after, ColourMap().colour(0.25 * (1 - 0.9) + 0.9));
    }

    void theValueUnderThePointerIsTheWeight() {
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::attention(0.8));
        view.show();
        QSignalSpy pointed(&view, &HeatmapView::pointed);
        moveMouse(view, view.cellRect(0, 0).center());
        QCOMPARE(view.readout(), QString("today ← 今天  0.850"));
        QCOMPARE(pointed.last(), QVariantList({0, 0}));
        moveMouse(view, view.cellRect(2, 1).bottomRight());
        QCOMPARE(view.readout(), QString("sunday ← 是  0.050"));
        // On a word's label: what it attends to most, strongest first.
        moveMouse(view, QPoint(view.cellRect(2, 0).left() - 10, view.cellRect(2, 0).center().y()));
        QVERIFY2(view.readout().startsWith("sunday ← 星期日 0.850"), qPrintable(view.readout()));
        moveMouse(view, QPoint(view.cellRect(0, 1).center().x(), view.cellRect(0, 1).top() - 10));
        QVERIFY2(view.readout().startsWith("是 → is 0.850"), qPrintable(view.readout()));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(view.readout(), QString());
    }

    void arrowKeysWalkOverTheCellsAndScrollToThem() {
        HeatmapView view;
        view.resize(320, 240);
        view.setMap(bigMap(60, 60));
        view.show();
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.pointedRow(), 49);
        QVERIFY(view.viewport()->rect().contains(view.cellRect(49, 0).center()));
        QVERIFY(!view.readout().isEmpty());
    }

    void sixtyByAsManyTokensStayReadableAndScroll() {
        HeatmapView view;
        view.resize(500, 350);
        view.setMap(bigMap(60, 60));
        view.show();
        QVERIFY(view.cellRect(0, 0).width() >= 12 && view.cellRect(0, 0).height() >= 12);
        QVERIFY(view.verticalScrollBar()->maximum() > 0 && view.horizontalScrollBar()->maximum() > 0);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
        const QPoint corner = view.cellRect(59, 59).center();
        const QImage picture = view.viewport()->grab().toImage();
        QCOMPARE(picture.pixel(corner), ColourMap().colour(0.9f));
        moveMouse(view, corner);
        QCOMPARE(view.pointedRow(), 59);
        QCOMPARE(view.pointedColumn(), 59);
    }

    void twoByTwoTokensNeedNoScrolling() {
        HeatmapView view;
        view.resize(400, 300);
        view.setMap(bigMap(2, 2, false));
        view.show();
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(view.cellRect(0, 0).width() >= 40 && view.cellRect(0, 0).height() >= 40);
    }

    void aFewTokensFillALargeScreen() {
        HeatmapView view;
        view.setMap(bigMap(12, 8));
        const auto cells = [&view] { return QRect(view.cellRect(0, 0).topLeft(), view.cellRect(11, 7).bottomRight()); };
        view.resize(640, 500); // as in a window of 1280×800
        view.show();
        QVERIFY(view.cellRect(0, 0).height() <= 72);
        const int usualTop = cells().top();
        view.resize(1900, 1800); // half of a screen of 3840×2160
        QApplication::processEvents();
        QVERIFY(cells().height() > 1800 * 8 / 10);
        QVERIFY(view.cellRect(0, 0).height() > 100);
        QVERIFY(cells().top() > usualTop + 5); // below larger words
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        view.setMap(bigMap(60, 8)); // where there is no room to grow, nothing does
        QVERIFY(view.cellRect(0, 0).height() < 31);
    }

    void zoomAndPlaceStayWhileTheTokensDo() {
        HeatmapView view;
        view.resize(400, 300);
        view.setMap(bigMap(40, 40));
        view.show();
        const QPoint at = view.cellRect(5, 5).center();
        turnWheel(view, at, 15, Qt::ControlModifier);
        turnWheel(view, at, 15, Qt::ControlModifier);
        QVERIFY(view.zoom() > 1.5);
        QVERIFY(view.cellRect(5, 5).contains(at)); // zooms about the pointer
        const QRect before = view.cellRect(5, 5);
        auto next = std::make_shared<AttentionMap>(*view.map());
        next->weights.front() = 0.5f;
        view.setMap(next);
        QCOMPARE(view.cellRect(5, 5), before);
        view.zoomFit();
        QCOMPARE(view.zoom(), 1.0);
    }

    void fullColourCanStandForTheLargestWeight() {
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::attention(0)); // 0.25 everywhere
        view.show();
        const QPoint at = view.cellRect(1, 1).center();
        QCOMPARE(view.viewport()->grab().toImage().pixel(at), ColourMap().colour(0.25));
        view.setScaledToLargest(true);
        QCOMPARE(view.viewport()->grab().toImage().pixel(at), ColourMap().colour(1));
        view.setColours(ColourMap::Scale::Ember);
        QCOMPARE(view.viewport()->grab().toImage().pixel(at), ColourMap(ColourMap::Scale::Ember).colour(1));
    }

    void valuesAreWrittenIntoCellsWhenAsked() {
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::attention());
        view.show();
        const auto colours = [&view] {
            const QImage cell = view.viewport()->grab().toImage().copy(view.cellRect(0, 0).adjusted(2, 2, -3, -3));
            QSet<QRgb> seen;
            for (int y = 0; y < cell.height(); ++y)
                for (int x = 0; x < cell.width(); ++x)
                    seen.insert(cell.pixel(x, y));
            return seen.size();
        };
        QCOMPARE(colours(), 1);
        view.setValuesShown(true);
        QVERIFY(colours() > 1);
    }

    void goldCellsAreOutlinedOverEveryColourMapWhenAsked_data() {
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("dark");
        for (const ColourMap::Scale scale : ColourMap::scales())
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", static_cast<int>(scale), dark ? "dark" : "light")
                    << static_cast<int>(scale) << dark;
    }

    void goldCellsAreOutlinedOverEveryColourMapWhenAsked() {
        QFETCH(int, scale);
        QFETCH(bool, dark);
        HeatmapView view;
        view.resize(500, 400);
        if (dark)
            view.setPalette(darkPalette());
        view.setColours(static_cast<ColourMap::Scale>(scale));
        view.setMap(FakeEngine::alignedAttention());
        view.show();
        // How many pixels in a cell's upper quarter, column by column, stand out from its middle, by WCAG's 3 to 1.
        const auto outlined = [&view](int row, int column) {
            const QImage picture = view.viewport()->grab().toImage();
            const QRect cell = view.cellRect(row, column);
            const auto luminance = [&picture](const QPoint& at) {
                const auto linear = [](int byte) { return std::pow(byte / 255.0, 2.2); };
                const QColor c = picture.pixelColor(at);
                return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue()) + 0.05;
            };
            const double middle = luminance(cell.center());
            int count = 0;
            for (int x = cell.left() + 12; x < cell.right() - 12; ++x) {
                double edge = middle;
                for (int y = cell.top(); y < cell.top() + cell.height() / 4; ++y)
                    if (const double here = luminance({x, y}); std::max(here, middle) / std::min(here, middle) >
                                                               std::max(edge, middle) / std::min(edge, middle))
                        edge = here;
                count += std::max(edge, middle) / std::min(edge, middle) > 3 ? 1 : 0;
            }
            return count / static_cast<double>(cell.width() - 25);
        };
        QCOMPARE(outlined(0, 0), 0.0);
        view.setGoldShown(true);
        QVERIFY(outlined(0, 0) > 0.9);                         // sure: solid
        QVERIFY(outlined(1, 0) > 0.3 && outlined(1, 0) < 0.9); // possible: dashed
        QCOMPARE(outlined(0, 1), 0.0);
        view.setGoldShown(false);
        QCOMPARE(outlined(0, 0), 0.0);
    }

    void theShareOfTheAttentionOnGoldCellsIsSaidAndExported() {
        // Row 0: 0.85; row 1: 0.85 + 0.05; rows 2 and 3: 0.85; the end has no gold and does not count.
        QVERIFY(std::abs(*goldShare(*FakeEngine::alignedAttention(0.8)) - (0.85 * 4 + 0.05) / 4) < 1e-6);
        QVERIFY(!goldShare(*FakeEngine::attention()));
        AttentionMap without = *FakeEngine::alignedAttention(0.8); // of a model without attention
        std::fill(without.weights.begin(), without.weights.end(), 0.0F);
        QVERIFY(!goldShare(without));
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::alignedAttention(0.8));
        QCOMPARE(view.goldSummary(), QString("86 % of the attention on the true alignment"));
        view.setPointed(0, 0);
        QCOMPARE(view.readout(), QString("today ← 今天  0.850  ·  true alignment"));
        view.setPointed(1, 0);
        QVERIFY(view.readout().endsWith("possible alignment"));
        view.setPointed(0, 1);
        QVERIFY(!view.readout().contains("alignment"));
        const QStringList lines = QString::fromUtf8(view.csv()).split(u'\n');
        QCOMPARE(lines[6], QString());
        QCOMPARE(lines[7], QString("gold,今天,是,星期日,。"));
        QCOMPARE(lines[8], QString("today,S,,,"));
        QCOMPARE(lines[9], QString("is,P,S,,"));
        QVERIFY(lines[14].startsWith("attention_on_gold,0.86"));
    }

    void theOutlinesAndTheShareAreInThePicture() {
        QTemporaryDir folder;
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::alignedAttention());
        Exporter exporter(&view);
        QSignalSpy finished(&exporter, &Exporter::finished);
        const auto drawing = [&] {
            const QString path = folder.filePath("map.svg");
            exporter.writePicture(path, view.pictureSize(),
                                  [&view](QPaintDevice& device) { view.paintPicture(device); });
            if (!finished.wait())
                return QString();
            QFile svg(path);
            return svg.open(QIODevice::ReadOnly) ? QString::fromUtf8(svg.readAll()) : QString();
        };
        QVERIFY(!drawing().contains("stroke-dasharray"));
        view.setGoldShown(true);
        const QString with = drawing();
        QVERIFY(with.contains("stroke-dasharray"));
        QVERIFY(with.contains("86 %"));
    }

    void aModelWithoutAttentionIsExplainedInWords() {
        HeatmapView view;
        view.setMap(FakeEngine::attention());
        QCOMPARE(view.caption(), QString());
        auto none = std::make_shared<AttentionMap>(*FakeEngine::attention());
        std::fill(none->weights.begin(), none->weights.end(), 0.0f);
        view.setMap(none);
        QVERIFY(view.caption().contains("no attention"));
        view.setMap(nullptr);
        view.setEmptyText("Press Start");
        QCOMPARE(view.caption(), QString("Press Start"));
        view.setMap(std::make_shared<const AttentionMap>());
        QVERIFY(!view.caption().isEmpty());
        view.show();
        view.grab(); // nothing to draw is drawn without harm
    }

    void theTableHoldsEveryTokenAndEveryWeightExactly() {
        auto map = std::make_shared<AttentionMap>(*FakeEngine::attention());
        map->weights = {};
        for (int i = 0; i < 20; ++i)
            map->weights.push_back(1.0f / static_cast<float>(3 + i));
        map->sourceTokens[1] = "a,\"b\"";
        HeatmapView view;
        view.setMap(map);
        const QStringList lines = QString::fromUtf8(view.csv()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QVERIFY(view.csv().startsWith("\xEF\xBB\xBF"));
        QCOMPARE(lines[0], QString(",今天,\"a,\"\"b\"\"\",星期日,。"));
        for (int row = 0; row < 5; ++row) {
            const QStringList cells = lines[row + 1].split(u',');
            QCOMPARE(cells.size(), 5);
            QCOMPARE(cells[0].toStdString(), map->targetTokens[static_cast<std::size_t>(row)]);
            for (int column = 0; column < 4; ++column)
                QCOMPARE(std::strtof(qPrintable(cells[column + 1]), nullptr),
                         map->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
        }
    }

    void picturesAreWrittenInEveryFormat() {
        QTemporaryDir folder;
        HeatmapView view;
        view.resize(500, 400);
        view.setMap(FakeEngine::attention());
        Exporter exporter(&view);
        QSignalSpy finished(&exporter, &Exporter::finished);
        const auto paint = [&view](QPaintDevice& device) { view.paintPicture(device); };
        for (const QString suffix : {"png", "svg", "pdf"}) {
            const QString path = folder.filePath("map." + suffix);
            exporter.writePicture(path, view.pictureSize(), paint);
            QVERIFY(finished.wait());
            QVERIFY2(finished.last()[1].toBool(), qPrintable(finished.last()[0].toString()));
        }
        const QImage png(folder.filePath("map.png"));
        QCOMPARE(png.size(), view.pictureSize() * 3);
        QFile svg(folder.filePath("map.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString drawing = QString::fromUtf8(svg.readAll());
        QVERIFY(drawing.contains(">星期日<") && drawing.contains(">sunday<")); // real text
        QVERIFY(!drawing.contains("<image"));                                  // and vectors
        QVERIFY(QSvgRenderer(drawing.toUtf8()).isValid());
        QFile pdf(folder.filePath("map.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray document = pdf.readAll();
        QVERIFY(document.startsWith("%PDF-"));
        // What is copied out of it is 日, not the radical that looks the same; and a space is no tab.
        QVERIFY(document.contains("<65E5>") && !document.contains("<2F47>"));
        QVERIFY(!document.contains("<0009>"));
    }

    void aPictureThatCannotBeWrittenIsSaidSo() {
        HeatmapView view;
        view.setMap(FakeEngine::attention());
        Exporter exporter(&view);
        QSignalSpy finished(&exporter, &Exporter::finished);
        const auto paint = [&view](QPaintDevice& device) { view.paintPicture(device); };
        exporter.writePicture("/no/such/folder/map.png", view.pictureSize(), paint);
        QVERIFY(finished.wait());
        QVERIFY(!finished.last()[1].toBool());
        QVERIFY(finished.last()[0].toString().contains("/no/such/folder/map.png"));
        exporter.writePicture("/tmp/map.doc", view.pictureSize(), paint);
        QVERIFY(!finished.last()[1].toBool());
        QVERIFY(!QFile::exists("/tmp/map.doc"));
    }

    void thePictureGoesToTheClipboard() {
        HeatmapView view;
        view.setMap(FakeEngine::attention());
        view.copyPicture();
        QCOMPARE(QApplication::clipboard()->image().size(), view.pictureSize() * 2);
    }

    void theEndOfSentenceIsWrittenInTheUsersLanguage() {
        HeatmapView view;
        view.setMap(FakeEngine::attention());
        view.setPointed(4, 0);
        QVERIFY(view.readout().startsWith("‹end›"));
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_VERIFY(view.readout().startsWith("[‹end›]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(HeatmapViewTest)
#include "HeatmapViewTest.moc"
