#include "ui/attention/FrameWriter.h"

#include "ui/attention/AnimatedWebP.h"
#include "ui/shell/FileDialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QProgressDialog>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

constexpr int margin = 8, headHeight = 26; // of the line that names the step

MapDrawing drawingAt(const Film& film, std::int64_t step) {
    MapDrawing drawing = film.drawing;
    drawing.map.setMap(film.history.nearest(film.probe, step));
    return drawing;
}

QImage frame(const Film& film, std::int64_t step, const QSize& size) {
    const MapDrawing drawing = drawingAt(film, step);
    const Picture picture = film.draw(drawing, film.surface);
    QImage image((QSizeF(size) * film.scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(film.scale);
    image.fill(drawing.paper());
    if (picture.paint) {
        // Below the head: a picture paints its own ground.
        QImage body((QSizeF(picture.size) * film.scale).toSize(), QImage::Format_RGB32);
        body.setDevicePixelRatio(film.scale);
        picture.paint(body);
        QPainter(&image).drawImage(QPoint(0, headHeight), body);
    }
    QPainter painter(&image);
    painter.setFont(drawing.map.font(drawing.map.basePixels(), false));
    painter.setPen(drawing.ink());
    painter.drawText(QRect(margin, 0, size.width() - 2 * margin, headHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     FrameWriter::tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(step))));
    return image;
}

/// What every picture has room in; nothing where it is cancelled meanwhile.
QSize roomFor(const Film& film, const std::vector<std::int64_t>& steps, const std::atomic<bool>& cancelled) {
    QSize size;
    for (const std::int64_t step : steps) {
        if (cancelled)
            return {};
        size = size.expandedTo(film.draw(drawingAt(film, step), film.surface).size);
    }
    return {size.width(), size.height() + headHeight};
}

/// At most `most` of them, evenly, the first and the last among them.
std::vector<std::int64_t> evenly(const std::vector<std::int64_t>& steps, std::size_t most) {
    if (steps.size() <= most)
        return steps;
    std::vector<std::int64_t> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(steps[i * (steps.size() - 1) / (most - 1)]);
    return some;
}

} // namespace

/// Tells the writer, on its own thread, how far the work has come; knows whether it is cancelled.
class FrameWriter::Progress {
  public:
    Progress(FrameWriter* writer, std::shared_ptr<std::atomic<bool>> cancelled)
        : writer_(writer), cancelled_(std::move(cancelled)) {}

    const std::atomic<bool>& isCancelled() const { return *cancelled_; }
    void progress(int done, int all) const {
        tell([done, all](FrameWriter* writer) { Q_EMIT writer->progressed(done, all); });
    }
    void finish(const QString& sentence, bool written) const {
        tell([sentence, written](FrameWriter* writer) { Q_EMIT writer->finished(sentence, written); });
    }

  private:
    void tell(const std::function<void(FrameWriter*)>& event) const {
        // The application object outlives this thread's work, the writer may not.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [writer = writer_, event] {
            if (writer)
                event(writer);
        });
    }

    QPointer<FrameWriter> writer_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
};

FrameWriter::FrameWriter(QWidget* window) : QObject(window), window_(window) {}

FrameWriter::~FrameWriter() {
    cancel();
}

void FrameWriter::askFolder(const std::function<Film()>& prepare) {
    auto* dialog = new FileDialog(tr("Folder for the pictures"), window_);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, prepare](const QString& folder) {
        showProgress(tr("Timeline as numbered pictures"));
        write(prepare(), folder);
    });
    dialog->open();
}

void FrameWriter::askFile(const std::function<Film()>& prepare) {
    auto* dialog = new FileDialog(tr("Timeline as an animation"), window_);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QStringLiteral("attention.webp"));
    dialog->setNameFilter(tr("WebP animation (*.webp)"));
    dialog->setDefaultSuffix(QStringLiteral("webp"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, prepare](const QString& path) {
        showProgress(tr("Timeline as an animation"));
        writeAnimation(prepare(), path);
    });
    dialog->open();
}

void FrameWriter::showProgress(const QString& title) {
    auto* progress = new QProgressDialog(tr("Writing the pictures…"), tr("Cancel"), 0, 0, window_);
    progress->setWindowTitle(title);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setMinimumDuration(500);
    connect(progress, &QProgressDialog::canceled, this, &FrameWriter::cancel);
    connect(this, &FrameWriter::progressed, progress, [progress](int done, int all) {
        progress->setMaximum(all);
        progress->setValue(done);
    });
    connect(this, &FrameWriter::finished, progress, &QObject::deleteLater);
}

void FrameWriter::cancel() {
    if (cancelled_)
        *cancelled_ = true;
}

void FrameWriter::run(Work work) {
    cancel();
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    QThreadPool::globalInstance()->start(
        [work = std::move(work), progress = Progress(this, cancelled_)] { work(progress); });
}

void FrameWriter::write(const Film& film, const QString& folder) {
    if (!film.draw)
        return;
    run([film, folder](const Progress& progress) {
        const std::vector<std::int64_t> steps = film.history.steps(film.probe);
        const QSize size = roomFor(film, steps, progress.isCancelled());
        const int all = static_cast<int>(steps.size());
        for (int i = 0; i < all; ++i) {
            const QString path =
                QDir(folder).filePath(QStringLiteral("attention-%1.png").arg(i + 1, 4, 10, QLatin1Char('0')));
            if (progress.isCancelled())
                return progress.finish(i > 0 ? tr("Cancelled: %1 of %2 pictures are written.").arg(i).arg(all)
                                             : tr("The pictures were not written."),
                                       false);
            if (!frame(film, steps[static_cast<std::size_t>(i)], size).save(path, "PNG"))
                return progress.finish(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)), false);
            progress.progress(i + 1, all);
        }
        progress.finish(tr("Pictures written in %1: %2").arg(QDir::toNativeSeparators(folder)).arg(all), true);
    });
}

void FrameWriter::writeAnimation(const Film& film, const QString& path) {
    if (!film.draw)
        return;
    run([film, path](const Progress& progress) {
        const std::vector<std::int64_t> steps =
            evenly(film.history.steps(film.probe), static_cast<std::size_t>(filmMilliseconds / shortestFrame));
        const QSize size = roomFor(film, steps, progress.isCancelled());
        const int all = static_cast<int>(steps.size());
        const int frameTime = std::clamp(filmMilliseconds / std::max(1, all), shortestFrame, longestFrame);
        AnimatedWebP animation((QSizeF(size) * film.scale).toSize());
        for (int i = 0; i < all && !progress.isCancelled(); ++i) {
            if (!animation.add(frame(film, steps[static_cast<std::size_t>(i)], size), i + 1 < all ? frameTime : rest))
                return progress.finish(tr("The animation was not written: the picture is too large."), false);
            progress.progress(i + 1, all);
        }
        if (progress.isCancelled())
            return progress.finish(tr("The animation was not written."), false);
        const QByteArray bytes = animation.finish();
        QSaveFile file(path);
        if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return progress.finish(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)), false);
        progress.finish(tr("Written: %1").arg(QDir::toNativeSeparators(path)), true);
    });
}

} // namespace zhuyi
