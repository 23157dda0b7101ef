#include "ui/shell/ThemedPicture.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace zhuyi {

ThemedPicture::ThemedPicture(const QString& name, QWidget* parent) : QWidget(parent) {
    QFile file(QStringLiteral(":/help/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly))
        svg_ = file.readAll();
    natural_ = QSvgRenderer(svg_).defaultSize();
    setMinimumHeight(natural_.height() / 2);
    setMaximumHeight(natural_.height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ThemedPicture::paintEvent(QPaintEvent*) {
    QByteArray svg = svg_;
    QSvgRenderer drawing(svg.replace("currentColor", palette().color(QPalette::WindowText).name().toLatin1()));
    QRect place(QPoint(), natural_.scaled(size(), Qt::KeepAspectRatio).boundedTo(natural_));
    place.moveCenter(rect().center());
    QPainter painter(this);
    drawing.render(&painter, place);
}

} // namespace zhuyi
