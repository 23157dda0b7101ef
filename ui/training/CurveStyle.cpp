#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

#include <algorithm>

namespace zhuyi {

CurveStyle::CurveStyle(const QWidget& widget)
    : paper(widget.palette().color(QPalette::Base)), ink(widget.palette().color(QPalette::Text)),
      quiet(faded(ink, 150)), dark(paper.lightness() < 128), font(widget.font()) {
    train = dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
    dev = dark ? QColor(0xf0, 0xa0, 0x30) : QColor(0xd5, 0x5e, 0x00);
    error = dark ? QColor(0x2f, 0xc8, 0x9a) : QColor(0x00, 0x8a, 0x63);
    precision = dark ? QColor(0xe0, 0x9c, 0xc4) : QColor(0xb0, 0x5a, 0x8c);
    recall = dark ? QColor(0xe6, 0xd8, 0x4a) : QColor(0x8a, 0x76, 0x00);
    font.setPixelSize(std::max(10, QFontInfo(widget.font()).pixelSize() - 1));
}

void CurveStyle::apply(QCPAxis* axis) const {
    axis->setBasePen(faded(ink, 70));
    axis->setTickPen(faded(ink, 70));
    axis->setSubTickPen(faded(ink, 45));
    axis->setTickLabelColor(quiet);
    axis->setLabelColor(quiet);
    axis->setTickLabelFont(font);
    axis->setLabelFont(font);
    axis->setLabelPadding(2);
    axis->grid()->setPen(QPen(faded(ink, 26), 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
}

QColor CurveStyle::faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace zhuyi
