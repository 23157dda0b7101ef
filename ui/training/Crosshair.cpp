#include "ui/training/Crosshair.h"

#include "ui/training/CurvePanel.h"
#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

namespace zhuyi {

Crosshair::Crosshair(QCustomPlot* plot, const std::vector<std::unique_ptr<CurvePanel>>& panels) {
    for (const auto& panel : panels) {
        Part part{panel.get(), new QCPItemStraightLine(plot), new QCPItemText(plot), {}};
        part.line->setClipAxisRect(panel->axisRect());
        for (QCPItemPosition* point : {part.line->point1, part.line->point2})
            point->setAxes(panel->x(), panel->y());
        part.line->setLayer("overlay");
        for (std::size_t i = 0; i < panel->info().curves.size(); ++i) {
            auto* mark = new QCPItemTracer(plot);
            mark->setClipAxisRect(panel->axisRect());
            mark->position->setAxes(panel->x(), panel->y());
            mark->setStyle(QCPItemTracer::tsCircle);
            mark->setSize(8);
            mark->setLayer("overlay");
            part.marks.push_back(mark);
        }
        part.text->position->setType(QCPItemPosition::ptAbsolute);
        part.text->setPadding(QMargins(6, 3, 6, 3));
        part.text->setTextAlignment(Qt::AlignLeft);
        part.text->setClipToAxisRect(false);
        part.text->setLayer("overlay");
        parts_.push_back(part);
    }
    hide();
}

void Crosshair::show(double place, double step, const std::vector<DrawnRun>& runs, Progression progression,
                     const QString& header) {
    QStringList texts;
    bool isUppermost = true;
    for (const Part& part : parts_) {
        const CurvePanel& panel = *part.panel;
        part.line->setVisible(panel.isShown());
        part.line->point1->setCoords(place, 1);
        part.line->point2->setCoords(place, 2);
        for (std::size_t i = 0; i < part.marks.size(); ++i) {
            const CurveInfo& curve = panel.info().curves[i];
            const QCPGraph* graph = panel.graph(0, i);
            const bool isMarked =
                panel.isShown() && graph && graph->visible() && curve.source != CurveInfo::Source::EachStep;
            const auto point = isMarked ? panel.pointAt(curve, runs.front(), step, progression) : std::nullopt;
            part.marks[i]->setVisible(point.has_value());
            if (point) {
                part.marks[i]->position->setCoords(point->first, point->second);
                part.marks[i]->setPen(QPen(graph->pen().color(), 2));
            }
        }
        QString text = panel.isShown() ? panel.readout(runs, step) : QString();
        if (panel.isShown() && std::exchange(isUppermost, false))
            text = text.isEmpty() ? header : header + u'\n' + text;
        part.text->setVisible(!text.isEmpty());
        if (text.isEmpty())
            continue;
        texts << text;
        part.text->setText(text);
        // To the right where there is room, else to the left.
        const QRect inside = panel.axisRect()->rect();
        const double x = panel.x()->coordToPixel(place);
        const int width = QFontMetrics(part.text->font()).size(0, text).width() + 24;
        const bool left = x + width > inside.right() && x - width > inside.left();
        part.text->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        const double within =
            left ? x - 8 : std::max<double>(inside.left(), std::min<double>(x + 8, inside.right() - width));
        part.text->position->setCoords(within, inside.top() + 4);
    }
    text_ = texts.join(u'\n');
}

void Crosshair::hide() {
    text_.clear();
    for (const Part& part : parts_) {
        part.line->setVisible(false);
        part.text->setVisible(false);
        for (QCPItemTracer* mark : part.marks)
            mark->setVisible(false);
    }
}

void Crosshair::apply(const CurveStyle& style) {
    for (const Part& part : parts_) {
        part.line->setPen(QPen(style.quiet, 1));
        for (QCPItemTracer* mark : part.marks)
            mark->setBrush(style.paper);
        part.text->setFont(style.font);
        part.text->setColor(style.ink);
        part.text->setBrush(CurveStyle::faded(style.paper, 235));
        part.text->setPen(QPen(CurveStyle::faded(style.ink, 70)));
    }
}

} // namespace zhuyi
