#include "app/Picture.h"

#include "app/SvgDrawing.h"
#include "ui/shell/Fonts.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

namespace zhuyi {

namespace {

constexpr int pixelScale = 3; // for print and projectors

char programName[] = "zhuyi";
char* arguments[] = {programName, nullptr};
int argumentCount = 1;

} // namespace

Picture::Picture() {
    qputenv("QT_QPA_PLATFORM", "offscreen"); // a display that is named but dead would end the program
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false")); // of a server without a session
    application_ = std::make_unique<QGuiApplication>(argumentCount, arguments);
}

Picture::~Picture() = default;

std::string Picture::png(const std::string& svg) const {
    QByteArray drawing = QByteArray::fromStdString(svg);
    // Qt SVG takes one family, not a list.
    drawing.replace(SvgDrawing::fontFamilies(), Fonts::chineseFamily().toUtf8());
    QSvgRenderer renderer(drawing);
    QImage image(renderer.defaultSize() * pixelScale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer file(&bytes);
    file.open(QIODevice::WriteOnly);
    image.save(&file, "PNG");
    return bytes.toStdString();
}

} // namespace zhuyi
