#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

#include <algorithm>
#include <iterator>

namespace zhuyi {

CurveStyle::CurveStyle(const QWidget& widget)
    : paper(widget.palette().color(QPalette::Base)), ink(widget.palette().color(QPalette::Text)),
      quiet(faded(ink, 180)), dark(paper.lightness() < 128), font(widget.font()) {
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

void CurveStyle::apply(QCPLegend* legend) const {
    legend->setFont(font);
    legend->setTextColor(ink);
    legend->setBrush(Qt::NoBrush);
    legend->setBorderPen(Qt::NoPen);
    legend->setRowSpacing(-2);
    legend->setIconSize(22, QFontMetrics(font).height());
    legend->setMargins(QMargins(0, 1, 0, 0));
}

QColor CurveStyle::of(CurveInfo::Role role) const {
    switch (role) {
    case CurveInfo::Role::Training:
        return train;
    case CurveInfo::Role::Validation:
        return dev;
    case CurveInfo::Role::Error:
        return error;
    case CurveInfo::Role::Precision:
        return precision;
    case CurveInfo::Role::Recall:
        return recall;
    }
    return ink;
}

QColor CurveStyle::run(std::size_t n) const {
    static constexpr QRgb light[] = {0x0072b2, 0xd55e00, 0x008a63, 0xb05a8c, 0x8a7600, 0x3c4cc0, 0x8c4a2f, 0x5a5a5a};
    static constexpr QRgb onDark[] = {0x56b4e9, 0xf0a030, 0x2fc89a, 0xe09cc4, 0xe6d84a, 0x98a4ff, 0xd69a80, 0xb8b8b8};
    return QColor(dark ? onDark[n % std::size(onDark)] : light[n % std::size(light)]);
}

QColor CurveStyle::towardsPaper(const QColor& colour, double share) const {
    const auto mixed = [share](int from, int to) { return static_cast<int>(from + share * (to - from)); };
    return QColor(mixed(colour.red(), paper.red()), mixed(colour.green(), paper.green()),
                  mixed(colour.blue(), paper.blue()));
}

QColor CurveStyle::faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace zhuyi
