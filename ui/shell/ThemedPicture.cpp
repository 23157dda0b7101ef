#include "ui/shell/ThemedPicture.h"

#include "ui/shell/Drawing.h"

#include <QPainter>
#include <QSvgRenderer>

namespace zhuyi {

ThemedPicture::ThemedPicture(const QString& fileName, QWidget* parent) : QWidget(parent), fileName_(fileName) {
    natural_ = QSvgRenderer(drawingFor(this, fileName_)).defaultSize();
    setMinimumHeight(natural_.height() / 3);
    setMaximumHeight(natural_.height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ThemedPicture::paintEvent(QPaintEvent*) {
    QSvgRenderer drawing(drawingFor(this, fileName_));
    QRect place(QPoint(), natural_.scaled(size(), Qt::KeepAspectRatio).boundedTo(natural_));
    place.moveCenter(rect().center());
    QPainter painter(this);
    drawing.render(&painter, place);
}

} // namespace zhuyi
