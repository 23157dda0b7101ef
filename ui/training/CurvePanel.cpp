#include "ui/training/CurvePanel.h"

#include "ui/training/CurveSampler.h"
#include "ui/training/CurveStyle.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhuyi {

namespace {

using Source = CurveInfo::Source;
constexpr int leastDotDistance = 8; // pixels; closer together, dots are a thick line that takes long to draw

} // namespace

CurvePanel::CurvePanel(QCustomPlot* plot, const PanelInfo& info, QCPMarginGroup* margins)
    : plot_(plot), info_(info), rect_(new QCPAxisRect(plot)), header_(new QCPLayoutInset), legend_(new QCPLegend) {
    rect_->setupFullAxesBox();
    rect_->setMinimumMargins(QMargins(4, 2, 10, 4));
    rect_->setMinimumSize(80, 40);
    rect_->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    for (QCPAxis* axis : rect_->axes()) {
        axis->setLayer("axes");
        axis->grid()->setLayer("grid");
    }
    QCPAxis* top = rect_->axis(QCPAxis::atTop);
    top->setTickLength(0, 0);
    top->grid()->setVisible(true);
    rect_->axis(QCPAxis::atRight)->setTicks(false);
    rect_->axis(QCPAxis::atRight)->grid()->setVisible(false);
    setLogarithmic(false);
    // What spans 0 to 1 can still be looked at closely.
    rect_->setRangeZoomFactor(0.85);
    plot->plotLayout()->addElement(header_); // it belongs to the plot from now on
    plot->plotLayout()->take(header_);
    header_->setAutoMargins(QCP::msLeft | QCP::msRight);
    header_->setMarginGroup(QCP::msLeft | QCP::msRight, margins); // it begins where the curves do
    header_->addElement(legend_, Qt::AlignVCenter | Qt::AlignLeft);
    legend_->setLayer("legend");
    legend_->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    if (info.id == PanelInfo::Id::Loss) {
        bestText_ = new QCPItemText(plot);
        bestText_->setClipAxisRect(rect_);
        bestText_->position->setType(QCPItemPosition::ptPlotCoords);
        bestText_->position->setAxes(x(), y());
        bestText_->setLayer("mark");
        bestText_->setVisible(false);
    }
    setShown(false);
}

QCPAxis* CurvePanel::x() const {
    return rect_->axis(QCPAxis::atBottom);
}

QCPAxis* CurvePanel::y() const {
    return rect_->axis(QCPAxis::atLeft);
}

QCPGraph* CurvePanel::graph(std::size_t run, std::size_t curve) const {
    return run < curves_.size() && curve < curves_[run].graphs.size() ? curves_[run].graphs[curve] : nullptr;
}

QCPGraph* CurvePanel::best(std::size_t run) const {
    return run < curves_.size() ? curves_[run].best : nullptr;
}

void CurvePanel::setShown(bool shown) {
    shown_ = shown;
    rect_->setVisible(shown);
    header_->setVisible(shown);
    legend_->setVisible(shown);
    if (bestText_ && !shown)
        bestText_->setVisible(false); // an item is no child of the rectangle
}

// Runs

void CurvePanel::setRuns(const std::vector<DrawnRun>& runs, const CurveStyle& style) {
    legend_->clearItems();
    for (const Curves& curves : curves_) {
        for (QCPGraph* graph : curves.graphs)
            plot_->removeGraph(graph);
        if (curves.best)
            plot_->removeGraph(curves.best);
    }
    curves_.assign(runs.size(), {});
    // The run at hand, the first, is drawn last.
    for (std::size_t run = runs.size(); run-- > 0;) {
        const auto add = [this, run](const char* layer) {
            QCPGraph* graph = plot_->addGraph(x(), y());
            graph->removeFromLegend();
            graph->setAdaptiveSampling(false); // what comes is thinned already
            graph->setLayer(run == 0 ? layer : "others");
            return graph;
        };
        for (const CurveInfo& curve : info_.curves) {
            QCPGraph* graph = add(curve.source == Source::Validation ? "mark" : "main");
            graph->setAntialiased(curve.source != Source::EachStep);
            curves_[run].graphs.push_back(graph);
        }
        if (bestText_ && runs[run].kind != DrawnRun::Kind::Before) {
            curves_[run].best = add("mark");
            curves_[run].best->setLineStyle(QCPGraph::lsNone);
        }
    }
    retranslate();
    restyle(runs, style);
    setVisible(runs);
}

bool CurvePanel::isDrawn(const CurveInfo& curve, const DrawnRun& run, std::size_t runsVisible) const {
    if (!run.isVisible || (curve.isDetail && !detailed_))
        return false;
    const bool isOnlySource = info_.curves.size() == 1;
    if (run.kind == DrawnRun::Kind::Before)
        return curve.source == Source::Validation;
    // Several runs' single steps over each other hide what is beneath.
    return curve.source != Source::EachStep || isOnlySource || runsVisible == 1;
}

void CurvePanel::setVisible(const std::vector<DrawnRun>& runs) {
    const auto visible = static_cast<std::size_t>(std::count_if(runs.begin(), runs.end(), [](const DrawnRun& run) {
        return run.isVisible && run.kind != DrawnRun::Kind::Before;
    }));
    legend_->clearItems();
    bool isLegendDone = false;
    for (std::size_t run = 0; run < runs.size() && run < curves_.size(); ++run) {
        for (std::size_t i = 0; i < info_.curves.size(); ++i) {
            QCPGraph* graph = curves_[run].graphs[i];
            graph->setVisible(isDrawn(info_.curves[i], runs[run], visible));
            if (graph->visible() && !isLegendDone && graph->addToLegend(legend_))
                // Drawn half a pixel lower than measured, descenders would be cut off.
                legend_->item(legend_->itemCount() - 1)->setMargins(QMargins(0, 0, 0, 1));
        }
        if (curves_[run].best)
            curves_[run].best->setVisible(runs[run].isVisible);
        isLegendDone = isLegendDone || (runs[run].isVisible && runs[run].kind != DrawnRun::Kind::Before);
    }
}

bool CurvePanel::hasData(const std::vector<DrawnRun>& runs) const {
    return std::any_of(runs.begin(), runs.end(), [this](const DrawnRun& run) {
        return run.kind != DrawnRun::Kind::Before &&
               std::any_of(info_.curves.begin(), info_.curves.end(), [&run](const CurveInfo& curve) {
                   if (curve.source != Source::Validation)
                       return !run.data->steps().empty();
                   const auto& validations = run.data->validations();
                   return std::any_of(validations.begin(), validations.end(), [&curve](const ValidationReport& report) {
                       return RunData::value(report, curve.dev).has_value();
                   });
               });
    });
}

// Drawing

void CurvePanel::draw(const std::vector<DrawnRun>& runs, Progression progression, const std::vector<double>& edges) {
    for (std::size_t run = 0; run < runs.size() && run < curves_.size(); ++run)
        draw(runs[run], curves_[run], progression, edges);
    placeBestText(runs);
}

void CurvePanel::drawFirst(const std::vector<DrawnRun>& runs, Progression progression,
                           const std::vector<double>& edges) {
    if (!runs.empty() && !curves_.empty())
        draw(runs.front(), curves_.front(), progression, edges);
    placeBestText(runs);
}

void CurvePanel::draw(const DrawnRun& run, Curves& curves, Progression progression, const std::vector<double>& edges) {
    const RunData& data = *run.data;
    for (std::size_t i = 0; i < info_.curves.size(); ++i) {
        const CurveInfo& curve = info_.curves[i];
        QCPGraph* graph = curves.graphs[i];
        if (!graph->visible())
            continue;
        QVector<QCPGraphData> points;
        if (curve.source == Source::Validation) {
            int inSight = 0;
            for (const ValidationReport& report : data.validations())
                if (const auto value = RunData::value(report, curve.dev)) {
                    const double place = data.placeOf(static_cast<double>(report.step), progression);
                    points.append({place, *value});
                    inSight += place >= edges.front() && place <= edges.back() ? 1 : 0;
                }
            graph->setScatterSkip(inSight * leastDotDistance / static_cast<int>(edges.size()));
        } else {
            const CurveColumn& column =
                curve.source == Source::EachStep ? data.column(curve.step) : data.mean(curve.step);
            const std::vector<double>& places = data.along(progression);
            for (const std::size_t at : sampledIndices(places, column, edges)) {
                const double value = static_cast<double>(column[at]);
                if (std::isfinite(value))
                    points.append({places[at], curve.isExponential ? std::exp(value) : value});
            }
        }
        graph->data()->set(points, true);
    }
    if (curves.best)
        drawBest(run, curves, progression);
}

void CurvePanel::drawBest(const DrawnRun& run, Curves& curves, Progression progression) {
    const ValidationReport* best = nullptr;
    for (const ValidationReport& report : run.data->validations())
        if (std::isfinite(report.devLoss) && (!best || report.devLoss < best->devLoss))
            best = &report;
    curves.best->data()->clear();
    if (best)
        curves.best->addData(run.data->placeOf(static_cast<double>(best->step), progression), best->devLoss);
}

/// Above the mark and all curves there: in a falling curve that is where there is room.
void CurvePanel::placeBestText(const std::vector<DrawnRun>& runs) {
    if (!bestText_)
        return;
    const QCPGraph* best = runs.empty() || runs.front().kind != DrawnRun::Kind::AtHand ? nullptr : this->best(0);
    const bool isThere = best && best->visible() && !best->data()->isEmpty() && shown_;
    const QCPGraphData mark = isThere ? *best->data()->constBegin() : QCPGraphData();
    bestText_->setVisible(isThere && x()->range().contains(mark.key) && y()->range().contains(mark.value));
    if (!bestText_->visible())
        return;
    //: The validation with the lowest loss
    bestText_->setText(QCoreApplication::translate("CurvePanel", "best %1").arg(info_.number(mark.value)));
    const QFontMetrics metrics(bestText_->font());
    const QRect inside = rect_->rect();
    const double width = metrics.horizontalAdvance(bestText_->text()) + 4, middle = x()->coordToPixel(mark.key);
    const double left = std::max<double>(inside.left(), std::min(middle - width / 2, inside.right() - width));
    const double bottom = std::max(std::min(y()->coordToPixel(mark.value) - 10, uppermost(left, left + width) - 3),
                                   inside.top() + metrics.height() + 0.0);
    bestText_->position->setCoords(x()->pixelToCoord(left + width / 2), y()->pixelToCoord(bottom));
}

double CurvePanel::uppermost(double left, double right) const {
    double least = std::numeric_limits<double>::infinity();
    const double from = x()->pixelToCoord(left), to = x()->pixelToCoord(right);
    for (const Curves& curves : curves_)
        for (const QCPGraph* graph : curves.graphs) {
            if (!graph->visible())
                continue;
            const auto end = graph->data()->findEnd(to);
            std::optional<QPointF> before;
            for (auto point = graph->data()->findBegin(from); point != end; ++point) {
                const QPointF at(x()->coordToPixel(point->key), y()->coordToPixel(point->value));
                for (const double border : {left, right})
                    if (before && before->x() < border && border < at.x())
                        least = std::min(least, before->y() + (border - before->x()) / (at.x() - before->x()) *
                                                                  (at.y() - before->y()));
                if (at.x() >= left && at.x() <= right)
                    least = std::min(least, at.y());
                before = at;
            }
        }
    return least;
}

// Reading

std::optional<std::pair<double, double>> CurvePanel::pointAt(const CurveInfo& curve, const DrawnRun& run, double step,
                                                             Progression progression) const {
    if (curve.source == Source::Validation) {
        const ValidationReport* report = run.data->nearestValidation(step);
        const auto value = report ? RunData::value(*report, curve.dev) : std::nullopt;
        return value
                   ? std::optional(std::pair(run.data->placeOf(static_cast<double>(report->step), progression), *value))
                   : std::nullopt;
    }
    const auto at = run.data->nearestStep(step);
    if (!at)
        return std::nullopt;
    const bool isMean = curve.source == Source::RunningMean;
    const double value = static_cast<double>((isMean ? run.data->mean(curve.step) : run.data->column(curve.step))[*at]);
    if (!std::isfinite(value))
        return std::nullopt;
    return std::pair(run.data->along(progression)[*at], curve.isExponential ? std::exp(value) : value);
}

QString CurvePanel::readout(const std::vector<DrawnRun>& runs, double step) const {
    const bool areSeveral = std::count_if(runs.begin(), runs.end(), [](const auto& run) { return run.isVisible; }) > 1;
    QStringList lines;
    for (const DrawnRun& run : runs) {
        if (!run.isVisible)
            continue;
        QStringList values;
        bool isValidated = false;
        const bool onlyValidations = run.kind == DrawnRun::Kind::Before;
        for (const CurveInfo& curve : info_.curves) {
            // Of several runs only what is drawn, so that there is room.
            if ((onlyValidations && curve.source != Source::Validation) ||
                (areSeveral && curve.source == Source::EachStep && info_.curves.size() > 1))
                continue;
            if (const auto read = pointAt(curve, run, step, Progression::Steps)) {
                values << PanelInfo::text(curve.label) + u' ' + info_.number(read->second);
                isValidated = isValidated || curve.source == Source::Validation;
            }
        }
        if (values.isEmpty())
            continue;
        const ValidationReport* validation = run.data->nearestValidation(step);
        if (isValidated && (info_.id == PanelInfo::Id::Loss || static_cast<double>(validation->step) != step))
            //: %1: the last of the values. %2: the step of the validation that it comes from
            values.last() = QCoreApplication::translate("CurvePanel", "%1 (step %2)")
                                .arg(values.last(), QLocale().toString(qlonglong(validation->step)));
        const QString separator = QCoreApplication::translate("CurvePanel", ", ", "between values");
        lines << (areSeveral ? QCoreApplication::translate("CurvePanel", "%1: %2", "a run and its values")
                                   .arg(run.name, values.join(separator))
                             : values.join(separator));
    }
    return lines.join(u'\n');
}

// Look

void CurvePanel::restyle(const std::vector<DrawnRun>& runs, const CurveStyle& style) {
    for (std::size_t run = 0; run < runs.size() && run < curves_.size(); ++run) {
        const QColor family = runs[run].colour;
        for (std::size_t i = 0; i < info_.curves.size(); ++i) {
            const CurveInfo& curve = info_.curves[i];
            QCPGraph* graph = curves_[run].graphs[i];
            QColor colour = style.of(curve.role);
            QPen pen(colour, 2);
            if (family.isValid()) {
                colour = curve.source == Source::RunningMean ? style.towardsPaper(family, 0.35) : family;
                pen = QPen(colour, curve.source == Source::RunningMean ? 1.5 : 2);
                if (curve.isDetail)
                    pen = QPen(colour, 1.5, curve.role == CurveInfo::Role::Precision ? Qt::DashLine : Qt::DotLine);
            }
            const bool hasMean = info_.curves.size() > 1;
            if (curve.source == Source::EachStep && hasMean)
                pen = QPen(CurveStyle::faded(colour, style.dark ? 90 : 75), 1);
            if (runs[run].kind == DrawnRun::Kind::Before)
                pen = QPen(CurveStyle::faded(style.ink, 130), 1, Qt::DashLine);
            graph->setPen(pen);
            const bool hasDots = curve.source == Source::Validation && runs[run].kind != DrawnRun::Kind::Before;
            graph->setScatterStyle(hasDots ? QCPScatterStyle(QCPScatterStyle::ssDisc, colour, style.paper, 6)
                                           : QCPScatterStyle());
        }
        if (QCPGraph* best = curves_[run].best) {
            const QColor colour = family.isValid() ? family : style.dev;
            best->setPen(QPen(colour, 2));
            best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 2), Qt::NoBrush, 13));
        }
    }
    if (bestText_) {
        bestText_->setColor(!runs.empty() && runs.front().colour.isValid() ? runs.front().colour : style.dev);
        bestText_->setFont(style.font);
        bestText_->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        bestText_->setBrush(CurveStyle::faded(style.paper, 200)); // where it has no room above the curves
    }
}

void CurvePanel::apply(const CurveStyle& style) {
    for (QCPAxis* axis : rect_->axes())
        style.apply(axis);
    rect_->axis(QCPAxis::atTop)->setBasePen(Qt::NoPen);
    rect_->axis(QCPAxis::atRight)->setBasePen(Qt::NoPen);
    rect_->axis(QCPAxis::atTop)->grid()->setPen(QPen(CurveStyle::faded(style.ink, 80), 1, Qt::DashLine));
    style.apply(legend_);
}

void CurvePanel::retranslate() {
    for (const Curves& curves : curves_)
        for (std::size_t i = 0; i < curves.graphs.size(); ++i)
            curves.graphs[i]->setName(PanelInfo::text(info_.curves[i].name));
}

} // namespace zhuyi
