#include "ui/attention/FrameWriter.h"
#include "tests/ui/FakeSession.h"
#include "ui/attention/HeatmapView.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <webp/demux.h>

#include <memory>
#include <vector>

using namespace zhuyi;

namespace {

Film filmOf(int moments) {
    Film film;
    film.probe = {"今天是星期日。", "Today is Sunday."};
    for (int i = 1; i <= moments; ++i)
        film.history.add(film.probe, *FakeEngine::attention(i / static_cast<double>(moments), i * 10));
    film.surface = {400, 300};
    film.draw = [](const MapDrawing& drawing, const QSize& surface) {
        return HeatmapView::pictureOf(drawing, surface);
    };
    return film;
}

struct Frame {
    QImage picture;
    int end = 0; // ms, since the film began
};

/// Read by libwebp's own decoder; nothing where it isn't such a film.
std::vector<Frame> read(const QByteArray& bytes) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())};
    const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder*)> decoder(WebPAnimDecoderNew(&data, nullptr),
                                                                               WebPAnimDecoderDelete);
    WebPAnimInfo info;
    std::vector<Frame> frames;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return frames;
    std::uint8_t* pixels = nullptr;
    int end = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder.get()) && WebPAnimDecoderGetNext(decoder.get(), &pixels, &end))
        frames.push_back({QImage(pixels, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height),
                                 QImage::Format_RGBA8888)
                              .convertToFormat(QImage::Format_RGB32),
                          end});
    return frames;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

    void anAnimationShowsTheSamePicturesInTheirOrder() {
        QTemporaryDir folder;
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        writer.write(filmOf(20), folder.path());
        QVERIFY(finished.wait());
        const QString path = folder.filePath("film.webp");
        writer.writeAnimation(filmOf(20), path);
        QVERIFY(finished.wait(30000));
        QVERIFY2(finished.last()[1].toBool(), qPrintable(finished.last()[0].toString()));
        const std::vector<Frame> frames = read(contentOf(path));
        QCOMPARE(frames.size(), std::size_t(20));
        for (int i = 0; i < 20; ++i) {
            const QImage picture(folder.filePath(QStringLiteral("attention-%1.png").arg(i + 1, 4, 10, QChar('0'))));
            QCOMPARE(frames[std::size_t(i)].picture, picture.convertToFormat(QImage::Format_RGB32));
            QCOMPARE(frames[std::size_t(i)].end, i < 19 ? (i + 1) * 500 : 19 * 500 + FrameWriter::rest);
        }
    }

    void anAnimationOfALongRunIsAsLongAsTheTimelinePlays() {
        QTemporaryDir folder;
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        Film film = filmOf(400);
        film.scale = 0.25;
        const QString path = folder.filePath("film.webp");
        writer.writeAnimation(film, path);
        QVERIFY(finished.wait(120000));
        const std::vector<Frame> frames = read(contentOf(path));
        QVERIFY(!frames.empty());
        QVERIFY2(frames.back().end <= FrameWriter::filmMilliseconds + FrameWriter::rest,
                 qPrintable(QString::number(frames.back().end)));
        QVERIFY(frames.back().end > FrameWriter::filmMilliseconds);
        QCOMPARE(frames.front().end, FrameWriter::shortestFrame);
    }

    void aCancelledAnimationLeavesWhatWasThere() {
        QTemporaryDir folder;
        const QString path = folder.filePath("film.webp");
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        QWidget window;
        FrameWriter writer(&window);
        QSignalSpy finished(&writer, &FrameWriter::finished);
        writer.writeAnimation(filmOf(400), path);
        writer.cancel();
        QVERIFY(finished.wait(30000));
        QVERIFY(!finished.last()[1].toBool());
        QCOMPARE(contentOf(path), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        writer.writeAnimation(filmOf(2), "/no/such/folder/film.webp");
        QVERIFY(finished.wait(30000));
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
