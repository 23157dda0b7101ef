#include "ui/shell/Exporter.h"

#include "ui/shell/FileDialog.h"
#include "ui/shell/PdfText.h"
#include "ui/shell/PictureSizeDialog.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMap>
#include <QPageSize>
#include <QPdfWriter>
#include <QPointer>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QThreadPool>
#include <QWidget>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int dotsPerInch = 96; // of a device-independent pixel

QString suffixOf(const QString& path) {
    return QFileInfo(path).suffix().toLower();
}

/// Null where there is not that much memory.
QImage drawn(const QSize& size, const Exporter::Paint& paint, double scale) {
    QImage image((QSizeF(size) * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    paint(image);
    return image;
}

QByteArray encoded(const QImage& image) {
    QByteArray bytes;
    QBuffer file(&bytes);
    file.open(QIODevice::WriteOnly);
    return !image.isNull() && image.save(&file, "PNG") ? bytes : QByteArray();
}

} // namespace

Exporter::Exporter(QWidget* parent) : QObject(parent), window_(parent) {}

void Exporter::askPath(const QString& title, const QString& name, const QStringList& suffixes,
                       const std::function<void(const QString&)>& then) {
    const QMap<QString, QString> names = {{"png", tr("PNG image (*.png)")},
                                          {"svg", tr("SVG drawing (*.svg)")},
                                          {"pdf", tr("PDF document (*.pdf)")},
                                          {"csv", tr("Table (*.csv)")},
                                          {"json", tr("JSON (*.json)")}};
    QStringList filters;
    for (const QString& suffix : suffixes)
        filters << names.value(suffix);
    auto* dialog = new FileDialog(title, window_);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name + "." + suffixes.first());
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes, filters](const QString& filter) {
        const QString suffix = suffixes.value(filters.indexOf(filter), suffixes.first());
        dialog->setDefaultSuffix(suffix);
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QFileInfo(chosen.first()).completeBaseName() + "." + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void Exporter::askScale(const QString& path, const QSize& size, const std::function<void(double)>& then) {
    if (suffixOf(path) != "png")
        return then(1);
    auto* dialog = new PictureSizeDialog(size, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog, then] { then(dialog->scale()); });
    dialog->open();
}

void Exporter::askPicture(const QString& name, const std::function<QSize()>& size, const Paint& paint) {
    askPath(tr("Export picture"), name, {"png", "svg", "pdf"}, [=](const QString& path) {
        askScale(path, size(), [=](double scale) { writePicture(path, size(), paint, scale); });
    });
}

void Exporter::askPicture(const QString& name, const std::function<Picture()>& prepare) {
    askPath(tr("Export picture"), name, {"png", "svg", "pdf"}, [=](const QString& path) {
        // What was in sight when it was named, though training goes on.
        const Picture picture = prepare();
        askScale(path, picture.size, [=](double scale) { writePicture(path, picture, scale); });
    });
}

void Exporter::askNumbers(const QString& name, const std::function<Content()>& prepare) {
    askNumbers(name, std::vector<Numbers>{{"csv", prepare}});
}

void Exporter::askNumbers(const QString& name, const std::vector<Numbers>& formats) {
    QStringList suffixes;
    for (const Numbers& format : formats)
        suffixes << format.suffix;
    askPath(tr("Export numbers"), name, suffixes, [=](const QString& path) {
        const auto index = suffixes.indexOf(suffixOf(path));
        writeNumbers(path, formats[static_cast<std::size_t>(std::max<qsizetype>(0, index))].prepare());
    });
}

bool Exporter::writeVectors(const QString& path, const QSize& size, const Paint& paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (suffixOf(path) == "svg") {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setResolution(dotsPerInch);
        paint(generator);
    } else if (suffixOf(path) == "pdf") {
        QPdfWriter writer(&buffer);
        writer.setCreator("Zhuyi");
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        paint(writer);
    } else {
        return false;
    }
    buffer.close();
    if (suffixOf(path) == "pdf")
        bytes = withCharactersAsDrawn(bytes);
    write(path, [bytes] { return bytes; });
    return true;
}

void Exporter::writePicture(const QString& path, const QSize& size, const Paint& paint, double scale) {
    if (writeVectors(path, size, paint))
        return;
    if (suffixOf(path) != "png") {
        Q_EMIT finished(tr("A picture's name ends in .png, .svg or .pdf; %1 was not written.").arg(path), false);
        return;
    }
    write(path, [image = drawn(size, paint, scale)] { return encoded(image); });
}

void Exporter::writePicture(const QString& path, const Picture& picture, double scale) {
    if (suffixOf(path) != "png")
        return writePicture(path, picture.size, picture.paint, scale);
    write(path, [picture, scale] { return encoded(drawn(picture.size, picture.paint, scale)); });
}

void Exporter::writeNumbers(const QString& path, const Content& content) {
    write(path, content);
}

void Exporter::write(const QString& path, const Content& content) {
    QPointer<Exporter> self(this);
    QThreadPool::globalInstance()->start([self, path, content] {
        const QByteArray bytes = content();
        QSaveFile file(path);
        const bool written =
            !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        const QString reason = bytes.isEmpty() ? tr("there is too little memory for it") : file.errorString();
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
