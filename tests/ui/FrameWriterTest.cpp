#include "ui/attention/FrameWriter.h"
#include "tests/ui/FakeSession.h"
#include "ui/attention/HeatmapView.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zhuyi;

namespace {

Film filmOf(int moments) {
    Film film;
    film.probe = {"今天是星期日。", "Today is Sunday."};
    for (int i = 1; i <= moments; ++i)
        film.history.add(film.probe, *FakeEngine::attention(i / static_cast<double>(moments), i * 10));
    film.surface = {400, 300};
    film.draw = [](const MapDrawing& drawing, const QSize& surface) { return HeatmapView::pictureOf(drawing, surface); };
    return film;
}

} // namespace

class FrameWriterTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aPictureForEachMomentOfOneSize() {
        QTemporaryDir folder;
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        writer.write(filmOf(5), folder.path());
        QVERIFY(finished.wait());
        QVERIFY2(finished.last()[1].toBool(), qPrintable(finished.last()[0].toString()));
        const QStringList names = QDir(folder.path()).entryList({"*.png"}, QDir::Files, QDir::Name);
        QCOMPARE(names.size(), 5);
        QCOMPARE(names.first(), QString("attention-0001.png"));
        const QImage first(folder.filePath(names.first())), last(folder.filePath(names.last()));
        QVERIFY(!first.isNull());
        QCOMPARE(first.size(), last.size());
        QVERIFY(first != last);
    }

    void aFolderThatCannotBeWrittenIsSaidSo() {
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        writer.write(filmOf(2), "/no/such/folder");
        QVERIFY(finished.wait());
        QVERIFY(!finished.last()[1].toBool());
        QVERIFY(finished.last()[0].toString().contains("/no/such/folder"));
    }

    void itCanBeCancelled() {
        QTemporaryDir folder;
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        writer.write(filmOf(400), folder.path());
        writer.cancel();
        QVERIFY(finished.wait(30000));
        QVERIFY(!finished.last()[1].toBool());
        QVERIFY(QDir(folder.path()).entryList({"*.png"}).size() < 400);
    }
};

QTEST_MAIN(FrameWriterTest)
#include "FrameWriterTest.moc"
