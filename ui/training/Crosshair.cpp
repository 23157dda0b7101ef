#include "ui/training/Crosshair.h"

#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

namespace zhuyi {

Crosshair::Crosshair(QCustomPlot* plot) : plot_(plot), text_(new QCPItemText(plot)) {
    text_->position->setType(QCPItemPosition::ptAbsolute);
    text_->setPadding(QMargins(7, 4, 7, 4));
    text_->setTextAlignment(Qt::AlignLeft);
    text_->setClipToAxisRect(false);
    text_->setLayer("overlay");
    addLine(plot->axisRect(0));
    hide();
}

void Crosshair::addLine(QCPAxisRect* rect) {
    auto* line = new QCPItemStraightLine(plot_);
    line->setClipAxisRect(rect);
    for (QCPItemPosition* point : {line->point1, line->point2})
        point->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    line->setLayer("overlay");
    line->setVisible(false);
    lines_.push_back(line);
}

QCPItemTracer* Crosshair::addMark(QCPAxisRect* rect) {
    auto* mark = new QCPItemTracer(plot_);
    mark->setClipAxisRect(rect);
    mark->position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    mark->setStyle(QCPItemTracer::tsCircle);
    mark->setSize(8);
    mark->setLayer("overlay");
    mark->setVisible(false);
    marks_.push_back(mark);
    return mark;
}

void Crosshair::show(double step, const std::vector<Mark>& marks, const QString& text) {
    for (QCPItemStraightLine* line : lines_) {
        line->setVisible(line->clipAxisRect()->visible());
        line->point1->setCoords(step, 0);
        line->point2->setCoords(step, 1);
    }
    for (const Mark& mark : marks) {
        mark.item->setVisible(mark.place.has_value());
        if (mark.place)
            mark.item->position->setCoords(mark.place->first, mark.place->second);
    }
    text_->setVisible(true);
    text_->setText(text);
    // At the top, where curves that fall leave room, and to the left where the legend stands.
    const QRect inside = plot_->axisRect(0)->rect();
    const double x = plot_->xAxis->coordToPixel(step);
    const int width =
        QFontMetrics(text_->font()).boundingRect(QRect(0, 0, 9999, 9999), Qt::AlignLeft, text).width() + 24;
    const bool left = x + width > plot_->legend->outerRect().left() && x - width > inside.left();
    text_->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    text_->position->setCoords(x + (left ? -8 : 8), inside.top() + 8);
}

void Crosshair::hide() {
    for (QCPItemStraightLine* line : lines_)
        line->setVisible(false);
    for (QCPItemTracer* mark : marks_)
        mark->setVisible(false);
    text_->setVisible(false);
}

void Crosshair::apply(const CurveStyle& style) {
    for (QCPItemStraightLine* line : lines_)
        line->setPen(QPen(style.quiet, 1));
    for (QCPItemTracer* mark : marks_)
        mark->setBrush(style.paper);
    text_->setFont(style.font);
    text_->setColor(style.ink);
    text_->setBrush(CurveStyle::faded(style.paper, 235));
    text_->setPen(QPen(CurveStyle::faded(style.ink, 70)));
}

} // namespace zhuyi
