#include "ui/shell/Exporter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QPointer>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QThreadPool>
#include <QWidget>

namespace zhuyi {

namespace {

constexpr int dotsPerInch = 96; // of a device-independent pixel
constexpr int pixelScale = 3;   // a PNG is this many times finer than the screen, for print and projectors

QFileDialog* saveDialog(QWidget* parent, const QString& title, const QString& name) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name);
    return dialog;
}

} // namespace

Exporter::Exporter(QWidget* parent) : QObject(parent), window_(parent) {}

void Exporter::askPicture(const QString& name, const std::function<QSize()>& size, const Paint& paint) {
    QFileDialog* dialog = saveDialog(window_, tr("Export picture"), name + ".png");
    const QStringList suffixes = {"png", "svg", "pdf"};
    const QStringList filters = {tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes, filters](const QString& filter) {
        const QString suffix = suffixes.value(filters.indexOf(filter), suffixes.first());
        dialog->setDefaultSuffix(suffix);
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QFileInfo(chosen.first()).completeBaseName() + "." + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, size, paint](const QString& path) { writePicture(path, size(), paint); });
    dialog->open();
}

void Exporter::askNumbers(const QString& name, const std::function<Content()>& prepare) {
    QFileDialog* dialog = saveDialog(window_, tr("Export numbers"), name + ".csv");
    dialog->setNameFilters({tr("Table (*.csv)")});
    dialog->setDefaultSuffix("csv");
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, prepare](const QString& path) { writeNumbers(path, prepare()); });
    dialog->open();
}

void Exporter::writePicture(const QString& path, const QSize& size, const Paint& paint) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (suffix == "svg") {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setResolution(dotsPerInch);
        paint(generator);
    } else if (suffix == "pdf") {
        QPdfWriter writer(&buffer);
        writer.setCreator("Zhuyi");
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        paint(writer);
    } else if (suffix == "png") {
        QImage image(size * pixelScale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(pixelScale);
        image.fill(Qt::transparent);
        paint(image);
        write(path, [image] {
            QByteArray png;
            QBuffer file(&png);
            file.open(QIODevice::WriteOnly);
            image.save(&file, "PNG");
            return png;
        });
        return;
    } else {
        Q_EMIT finished(tr("A picture's name ends in .png, .svg or .pdf; %1 was not written.").arg(path), false);
        return;
    }
    write(path, [bytes] { return bytes; });
}

void Exporter::writeNumbers(const QString& path, const Content& content) {
    write(path, content);
}

void Exporter::write(const QString& path, const Content& content) {
    QPointer<Exporter> self(this);
    QThreadPool::globalInstance()->start([self, path, content] {
        const QByteArray bytes = content();
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        const QString reason = file.errorString();
        // The application object outlives this thread's work, the exporter may not.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, path, written, reason] {
            if (!self)
                return;
            const QString shown = QDir::toNativeSeparators(path);
            Q_EMIT self->finished(written
                                      ? tr("Written: %1").arg(shown)
                                      : tr("%1 cannot be written: %2; what was there is unchanged.").arg(shown, reason),
                                  written);
        });
    });
}

} // namespace zhuyi
