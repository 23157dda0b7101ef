#include "ui/attention/FrameWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QProgressDialog>
#include <QThreadPool>

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

} // namespace

FrameWriter::FrameWriter(QWidget* window) : QObject(window), window_(window) {}

FrameWriter::~FrameWriter() {
    cancel();
}

void FrameWriter::ask(const std::function<Film()>& prepare) {
    auto* dialog = new QFileDialog(window_, tr("Folder for the pictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, prepare](const QString& folder) {
        auto* progress = new QProgressDialog(tr("Writing the pictures…"), tr("Cancel"), 0, 0, window_);
        progress->setWindowTitle(tr("Timeline as numbered pictures"));
        progress->setAttribute(Qt::WA_DeleteOnClose);
        progress->setMinimumDuration(500);
        connect(progress, &QProgressDialog::canceled, this, &FrameWriter::cancel);
        connect(this, &FrameWriter::progressed, progress, [progress](int done, int all) {
            progress->setMaximum(all);
            progress->setValue(done);
        });
        connect(this, &FrameWriter::finished, progress, &QObject::deleteLater);
        write(prepare(), folder);
    });
    dialog->open();
}

void FrameWriter::cancel() {
    if (cancelled_)
        *cancelled_ = true;
}

void FrameWriter::write(const Film& film, const QString& folder) {
    if (!film.draw)
        return;
    cancel();
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    QPointer<FrameWriter> self(this);
    const auto tell = [self](const QString& sentence, bool written) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, sentence, written] {
            if (self)
                Q_EMIT self->finished(sentence, written);
        });
    };
    QThreadPool::globalInstance()->start([self, film, folder, tell, cancelled = cancelled_] {
        const std::vector<std::int64_t> steps = film.history.steps(film.probe);
        QSize size;
        for (const std::int64_t step : steps) {
            if (*cancelled)
                return tell(tr("The pictures were not written."), false);
            size = size.expandedTo(film.draw(drawingAt(film, step), film.surface).size);
        }
        size.rheight() += headHeight;
        const int all = static_cast<int>(steps.size());
        for (int i = 0; i < all; ++i) {
            const QString path =
                QDir(folder).filePath(QStringLiteral("attention-%1.png").arg(i + 1, 4, 10, QLatin1Char('0')));
            if (*cancelled)
                return tell(tr("Cancelled: %1 of %2 pictures are written.").arg(i).arg(all), false);
            if (!frame(film, steps[static_cast<std::size_t>(i)], size).save(path, "PNG"))
                return tell(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)), false);
            QMetaObject::invokeMethod(QCoreApplication::instance(), [self, i, all] {
                if (self)
                    Q_EMIT self->progressed(i + 1, all);
            });
        }
        tell(tr("Pictures written in %1: %2").arg(QDir::toNativeSeparators(folder)).arg(all), true);
    });
}

} // namespace zhuyi
