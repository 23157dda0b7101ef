#include "ui/training/CurvePlot.h"

#include "ui/training/Crosshair.h"
#include "ui/training/CurveMarks.h"
#include "ui/training/CurvePanel.h"
#include "ui/training/CurveStyle.h"
#include "ui/training/EpochTicker.h"
#include "ui/training/LogTicker.h"
#include "ui/training/ProgressTicker.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr int frameMilliseconds = 33;
constexpr double leastSpan = 4;       // steps in sight at the deepest zoom
constexpr double leastDecades = 0.02; // of a logarithmic axis
// So that three find room in a window of 1280×720, with the names of several runs above them.
constexpr int leastPanelHeight = 66, axesHeight = 58;
constexpr double lossesShare = 1.5; // the height of the losses where other panels have 1
// The end of the axis of progress, as a multiple of what is measured so far: where a leap takes it, and between which
// it stands still.
constexpr double room = 1.015, leastRoom = 1.002, mostRoom = 1.05;

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : QCustomPlot(parent), epochTicker_(new EpochTicker) {
    // The other runs lie on the paper, drawn once; the run at hand grows, and the crosshair moves, without them.
    addLayer("others", layer("grid"));
    addLayer("mark", layer("main"));
    for (const char* moving : {"main", "mark", "overlay"})
        layer(moving)->setMode(QCPLayer::lmBuffered);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phFastPolylines, true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);

    auto* margins = new QCPMarginGroup(this);
    for (const PanelInfo& info : PanelInfo::all()) {
        panels_.push_back(std::make_unique<CurvePanel>(this, info, margins));
        const CurvePanel& panel = *panels_.back();
        panel.axisRect()->axis(QCPAxis::atTop)->setTicker(epochTicker_);
        connect(panel.x(), qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this](const QCPRange& range) {
            setProgress(range);
            rangeMoved();
        });
        connect(panel.y(), qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &CurvePlot::rangeMoved);
    }
    crosshair_ = std::make_unique<Crosshair>(this, panels_);
    marks_ = std::make_unique<CurveMarks>(this, panels_);
    plotLayout()->clear(); // the rectangle that a plot begins with
    DrawnRun nothing;
    nothing.data = std::make_shared<RunData>();
    runs_ = {nothing};

    connect(this, &QCustomPlot::beforeReplot, this, &CurvePlot::sample);
    connect(this, &QCustomPlot::afterReplot, this, [this] {
        frameTime_ = replotTime();
        if (labelHeights() != sharedLabelHeights_)
            replot(QCustomPlot::rpQueuedReplot);
    });
    refreshTimer_.setSingleShot(true);
    connect(&refreshTimer_, &QTimer::timeout, this, &CurvePlot::refresh);
    setProgression(Progression::Steps);
    setShownPanels({PanelInfo::Id::Loss});
    restyle();
    retranslate();
    fit(Fit::Exactly);
}

CurvePlot::~CurvePlot() = default;

const CurvePanel& CurvePlot::panel(PanelInfo::Id id) const {
    return *panels_[static_cast<std::size_t>(id)];
}

QCPAxis* CurvePlot::progressAxis() const {
    return panel(shown_.back()).x();
}

// Runs and panels

void CurvePlot::setRuns(std::vector<DrawnRun> runs) {
    runs_ = std::move(runs);
    const CurveStyle style(*this);
    for (const auto& panel : panels_)
        panel->setRuns(runs_, style);
    redrawSoon();
}

void CurvePlot::setRunVisible(std::size_t run, bool visible) {
    if (run >= runs_.size())
        return;
    runs_[run].isVisible = visible;
    for (const auto& panel : panels_)
        panel->setVisible(runs_);
    redrawSoon();
}

void CurvePlot::setShownPanels(const std::vector<PanelInfo::Id>& panels) {
    if (panels == shown_ || panels.empty())
        return;
    for (const auto& panel : panels_) {
        const PanelInfo::Id id = panel->info().id;
        const bool isShown = std::count(panels.begin(), panels.end(), id) > 0;
        if (panel->isShown()) {
            plotLayout()->take(panel->header());
            plotLayout()->take(panel->axisRect());
        }
        // What comes into sight while the user has zoomed shows all of itself; the others stay as they are.
        if (isShown && !panel->isShown()) {
            fitting_ = true;
            panel->fit(runs_, true);
            fitting_ = false;
        }
        panel->setShown(isShown);
    }
    plotLayout()->simplify();
    shown_ = panels;
    arrangePanels();
    redrawSoon();
}

void CurvePlot::arrangePanels() {
    for (std::size_t row = 0; row < shown_.size(); ++row) {
        const CurvePanel& panel = this->panel(shown_[row]);
        const int place = 2 * static_cast<int>(row);
        plotLayout()->addElement(place, 0, panel.header());
        plotLayout()->addElement(place + 1, 0, panel.axisRect());
        // Epochs are written once, at the very top, and steps at the very bottom.
        panel.axisRect()->axis(QCPAxis::atTop)->setTickLabels(row == 0);
        panel.x()->setTickLabels(row + 1 == shown_.size());
    }
    plotLayout()->setRowSpacing(0);
    setMinimumHeight(axesHeight + leastPanelHeight * static_cast<int>(shown_.size()));
    retranslate();
}

void CurvePlot::setDetailed(bool detailed) {
    for (const auto& panel : panels_) {
        panel->setDetailed(detailed);
        panel->setVisible(runs_);
    }
    redrawSoon();
}

// Axes

void CurvePlot::setProgression(Progression progression) {
    const double factor = last();
    const auto oldRange = panels_.front()->x()->range();
    // What the user looks at stays in sight.
    const double from = runAtHand().data->stepAt(oldRange.lower, progression_);
    const double to = runAtHand().data->stepAt(oldRange.upper, progression_);
    progression_ = progression;
    for (const auto& panel : panels_)
        panel->x()->setTicker(logarithmicProgression_               ? QSharedPointer<QCPAxisTicker>(new LogTicker)
                              : progression == Progression::Steps   ? QSharedPointer<QCPAxisTicker>(new StepTicker)
                              : progression == Progression::Seconds ? QSharedPointer<QCPAxisTicker>(new DurationTicker)
                                                                    : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    retranslate();
    if (following_ || !(factor > 0)) {
        fit(Fit::Exactly);
    } else {
        fitting_ = true;
        setProgress({runAtHand().data->placeOf(from, progression), runAtHand().data->placeOf(to, progression)});
        fitting_ = false;
    }
    redrawSoon();
}

void CurvePlot::setLogarithmic(bool logarithmic) {
    fitting_ = true;
    for (const auto& panel : panels_) {
        panel->setLogarithmic(logarithmic);
        if (following_ || !(panel->y()->range().lower > 0))
            panel->fit(runs_, true);
    }
    fitting_ = false;
    redrawSoon();
}

void CurvePlot::setLogarithmicProgression(bool logarithmic) {
    logarithmicProgression_ = logarithmic;
    fitting_ = true;
    for (const auto& panel : panels_)
        for (QCPAxis* axis : {panel->x(), panel->axisRect()->axis(QCPAxis::atTop)})
            axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    fitting_ = false;
    setProgression(progression_);
    if (logarithmic && !(progressAxis()->range().lower > 0))
        showAll();
}

double CurvePlot::last() const {
    double last = 0;
    for (const DrawnRun& run : runs_)
        if (run.isVisible)
            last = std::max(last, run.data->last(progression_));
    return last;
}

void CurvePlot::setProgress(const QCPRange& range) {
    const bool wasFitting = std::exchange(fitting_, true);
    for (const auto& panel : panels_) {
        panel->x()->setRange(range);
        panel->axisRect()->axis(QCPAxis::atTop)->setRange(range);
    }
    fitting_ = wasFitting;
}

void CurvePlot::rangeMoved() {
    if (fitting_)
        return;
    bound();
    if (std::exchange(following_, false))
        Q_EMIT followingChanged(false);
    updateCrosshair();
}

/// The axis grows in leaps: while it stands still, the run at hand alone has to be drawn anew.
QCPRange CurvePlot::progressToShow(Fit how) const {
    const QCPRange shown = panels_.front()->x()->range();
    const double last = this->last(), end = last > 0 ? last : 10;
    if (!logarithmicProgression_) {
        if (how == Fit::WhereNeeded && shown.lower == 0 && shown.upper > leastRoom * end &&
            shown.upper < mostRoom * end)
            return shown;
        return {0, end * room};
    }
    double first = end;
    for (const DrawnRun& run : runs_) {
        const std::vector<double>& places = run.data->along(progression_);
        const auto positive = std::upper_bound(places.begin(), places.end(), 0.0);
        if (positive != places.end())
            first = std::min(first, *positive);
    }
    first = first < end ? first : end / 100;
    const double share = shown.lower > 0 ? std::log(shown.upper / first) / std::log(end / first) : 0;
    if (how == Fit::WhereNeeded && shown.lower == first && share > leastRoom && share < mostRoom)
        return shown;
    return {first, end * std::pow(end / first, room - 1)};
}

void CurvePlot::fit(Fit how) {
    fitting_ = true;
    setProgress(progressToShow(how));
    for (const auto& panel : panels_)
        panel->fit(runs_, how == Fit::Exactly);
    fitting_ = false;
}

void CurvePlot::bound() {
    fitting_ = true;
    const double last = this->last() > 0 ? this->last() : 10;
    QCPRange x = progressAxis()->range();
    if (logarithmicProgression_) {
        const double middle = std::sqrt(x.lower * x.upper), least = std::pow(10, leastDecades / 2);
        if (x.upper / x.lower < least * least)
            x = QCPRange(middle / least, middle * least);
        setProgress(x.bounded(last * 1e-7, 10 * last));
    } else {
        const double steps = std::max<double>(leastSpan, static_cast<double>(runAtHand().data->steps().size()));
        const double least = std::min(last, leastSpan * last / steps);
        if (x.size() < least)
            x = QCPRange(x.center() - least / 2, x.center() + least / 2);
        setProgress(x.bounded(-0.25 * last, 2 * last));
    }
    for (const auto& panel : panels_)
        panel->bound();
    fitting_ = false;
}

void CurvePlot::showAll() {
    const bool before = std::exchange(following_, true);
    fit(Fit::Exactly);
    updateCrosshair();
    replot(QCustomPlot::rpQueuedReplot);
    if (!before)
        Q_EMIT followingChanged(true);
}

// Drawing

void CurvePlot::refreshSoon() {
    if (refreshTimer_.isActive())
        return;
    // At most 30 a second, and never more than a fifth of the time.
    const double pause = std::max<double>(frameMilliseconds, 5 * frameTime_);
    const double since = sinceRefresh_.isValid() ? static_cast<double>(sinceRefresh_.elapsed()) : pause;
    refreshTimer_.start(static_cast<int>(std::max(0.0, pause - since)));
}

void CurvePlot::redrawSoon() {
    stale_ = true;
    refreshSoon();
}

void CurvePlot::refresh() {
    if (!isVisible())
        return; // showEvent makes up for it
    sinceRefresh_.start();
    if (following_)
        fit(Fit::WhereNeeded);
    updateEpochs();
    updateCrosshair();
    if (stale_ || !standsAsDrawn())
        replot(QCustomPlot::rpQueuedReplot);
    else
        drawRunAtHand();
}

bool CurvePlot::standsAsDrawn() const {
    std::vector<QCPRange> ranges;
    for (const PanelInfo::Id id : shown_)
        ranges.insert(ranges.end(), {panel(id).x()->range(), panel(id).y()->range()});
    return ranges == drawnRanges_ && epochTicker_->starts() == drawnEpochs_;
}

void CurvePlot::drawRunAtHand() {
    QElapsedTimer clock;
    clock.start();
    const std::vector<double> edges = pixelEdges();
    for (const PanelInfo::Id id : shown_)
        panels_[static_cast<std::size_t>(id)]->drawFirst(runs_, progression_, edges);
    marks_->update(runAtHand(), progression_);
    for (const char* moving : {"main", "mark", "overlay"})
        layer(moving)->replot();
    frameTime_ = static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// The borders of the pixels, as places on the axis of progress.
std::vector<double> CurvePlot::pixelEdges() const {
    const QCPRange range = progressAxis()->range();
    const int pixels = std::max(100, width());
    std::vector<double> edges;
    edges.reserve(static_cast<std::size_t>(pixels) + 1);
    for (int i = 0; i <= pixels; ++i) {
        const double share = static_cast<double>(i) / pixels;
        edges.push_back(logarithmicProgression_ ? range.lower * std::pow(range.upper / range.lower, share)
                                                : range.lower + share * range.size());
    }
    return edges;
}

void CurvePlot::sample() {
    stale_ = false;
    drawnRanges_.clear();
    drawnEpochs_ = epochTicker_->starts();
    const std::vector<double> edges = pixelEdges();
    for (const PanelInfo::Id id : shown_) {
        CurvePanel& panel = *panels_[static_cast<std::size_t>(id)];
        drawnRanges_.insert(drawnRanges_.end(), {panel.x()->range(), panel.y()->range()});
        panel.arrange();
        panel.draw(runs_, progression_, edges);
    }
    shareHeight();
    marks_->update(runAtHand(), progression_);
}

/// Of each panel: the pixels above and below its curves, of the labels of its axes.
std::vector<int> CurvePlot::labelHeights() const {
    std::vector<int> heights;
    for (const PanelInfo::Id id : shown_) {
        const QMargins margins = panel(id).axisRect()->margins();
        heights.push_back(margins.top() + margins.bottom());
    }
    return heights;
}

/// Gives the curves of all panels the same height, those of the losses more; labels come on top of that.
void CurvePlot::shareHeight() {
    sharedLabelHeights_ = labelHeights();
    double room = viewport().height(), shares = 0;
    const auto share = [this](std::size_t row) { return shown_[row] == PanelInfo::Id::Loss ? lossesShare : 1.0; };
    for (std::size_t row = 0; row < shown_.size(); ++row) {
        room -= panel(shown_[row]).header()->minimumSize().height() + sharedLabelHeights_[row];
        shares += share(row);
    }
    for (std::size_t row = 0; row < shown_.size(); ++row)
        plotLayout()->setRowStretchFactor(2 * static_cast<int>(row) + 1,
                                          share(row) * std::max(1.0, room) / shares + sharedLabelHeights_[row]);
}

void CurvePlot::updateEpochs() {
    epochTicker_->cutAfter(-1);
    for (const auto& [step, number] : runAtHand().data->epochs())
        epochTicker_->add(runAtHand().data->placeOf(step, progression_), number);
}

void CurvePlot::setCrosshair(std::optional<double> step) {
    pointed_ = step;
    updateCrosshair();
    layer("overlay")->replot();
}

void CurvePlot::updateCrosshair() {
    const RunData& data = *runAtHand().data;
    if (!pointed_ || last() <= 0 || !progressAxis()->range().contains(data.placeOf(*pointed_, progression_))) {
        crosshair_->hide();
    } else {
        const auto nearest = data.nearestStep(*pointed_);
        const double step = nearest ? data.steps()[*nearest] : *pointed_;
        const double place = data.placeOf(step, progression_);
        const QLocale locale;
        QString header = tr("step %1").arg(locale.toString(qlonglong(std::llround(step))));
        if (nearest) {
            //: %1: the step, as above. %2: epochs, %3: minutes and seconds of training
            header = tr("%1 · epoch %2 · %3")
                         .arg(header, locale.toString(data.along(Progression::Epochs)[*nearest], 'f', 2),
                              durationText(data.along(Progression::Seconds)[*nearest]));
        }
        crosshair_->show(place, step, runs_, progression_, header);
    }
    setAccessibleDescription(readout());
}

QString CurvePlot::readout() const {
    return crosshair_->text();
}

void CurvePlot::markStep(std::optional<std::int64_t> step) {
    marks_->setMoment(step);
    marks_->updateMoment(runAtHand(), progression_);
    layer("overlay")->replot();
}

QString CurvePlot::markedText() const {
    return marks_->momentText();
}

// Look

// Its palette comes after its parents have heard of the change.
void CurvePlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void CurvePlot::restyle() {
    const CurveStyle style(*this);
    setBackground(style.paper);
    const QColor highlight = palette().color(QPalette::Highlight);
    for (const auto& panel : panels_)
        panel->apply(style);
    selectionRect()->setPen(QPen(highlight, 1));
    selectionRect()->setBrush(CurveStyle::faded(highlight, 40));
    crosshair_->apply(style);
    marks_->apply(style, highlight);
    setRuns(std::move(runs_));
}

void CurvePlot::retranslate() {
    setLocale(QLocale());
    setAccessibleName(tr("Training curves"));
    for (const auto& panel : panels_) {
        panel->retranslate();
        const bool isLowest = !shown_.empty() && panel->info().id == shown_.back();
        panel->x()->setLabel(!isLowest                             ? QString()
                             : progression_ == Progression::Steps  ? tr("training step")
                             : progression_ == Progression::Epochs ? tr("epochs")
                                                                   : tr("time of training"));
    }
    updateCrosshair();
    replot(QCustomPlot::rpQueuedReplot);
}

} // namespace zhuyi
