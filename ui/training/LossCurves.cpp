#include "ui/training/LossCurves.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/MenuButton.h"
#include "ui/shell/Exporter.h"
#include "ui/training/AlignmentCurves.h"
#include "ui/training/Crosshair.h"
#include "ui/training/CurveStyle.h"
#include "ui/training/CurveTable.h"
#include "ui/training/EpochTicker.h"
#include "ui/training/LogTicker.h"
#include "ui/training/StepTicker.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

// The exponential mean forgets over so many steps, early on over a tenth of those so far: a longer one would lag behind
// the first fall.
constexpr double smoothingSteps = 50;
constexpr int frameMilliseconds = 33;
constexpr int noteMilliseconds = 10000;
constexpr double leastSpan = 4; // steps in sight at the deepest zoom
constexpr double wheelFactor = 0.85;

/// The entry whose key is nearest.
QCPGraphDataContainer::const_iterator nearest(const QCPGraphDataContainer& data, double key) {
    auto at = data.findBegin(key, false);
    if (at == data.constEnd() || (at != data.constBegin() && key - (at - 1)->key < at->key - key))
        --at;
    return at;
}

} // namespace

LossCurves::LossCurves(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), pages_(new QStackedLayout), empty_(new QLabel), plot_(new QCustomPlot),
      logBox_(new QCheckBox), detailBox_(new QCheckBox), allButton_(new QToolButton), exportButton_(new MenuButton),
      pictureAction_(new QAction(this)), numbersAction_(new QAction(this)), note_(new QLabel),
      epochTicker_(new EpochTicker), exporter_(new Exporter(this)) {
    setMinimumSize(280, 160);

    plot_->addLayer("mark", plot_->layer("main"));
    plot_->layer("overlay")->setMode(QCPLayer::lmBuffered); // the crosshair moves without redrawing the curves
    plot_->setNoAntialiasingOnDrag(true);
    plot_->setPlottingHint(QCP::phFastPolylines, true);
    plot_->setFocusPolicy(Qt::StrongFocus);
    plot_->installEventFilter(this);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->axisRect(0)->setRangeZoomFactor(wheelFactor);
    plot_->axisRect(0)->setupFullAxesBox();
    plot_->axisRect(0)->setMinimumMargins(QMargins(4, 4, 10, 4));
    plot_->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
    plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot_->xAxis2->setTicker(epochTicker_);
    plot_->xAxis2->setTickLabels(true);
    plot_->xAxis2->setTickLength(0, 0);
    plot_->xAxis2->grid()->setVisible(true);
    plot_->yAxis2->setTicks(false);
    connect(plot_->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), plot_->xAxis2,
            qOverload<const QCPRange&>(&QCPAxis::setRange));

    raw_ = plot_->addGraph();
    raw_->setAntialiased(false); // a million points: lines of one pixel, drawn fast
    smoothed_ = plot_->addGraph();
    dev_ = plot_->addGraph();
    best_ = plot_->addGraph();
    best_->setLineStyle(QCPGraph::lsNone);
    best_->removeFromLegend();
    dev_->setLayer("mark");
    best_->setLayer("mark");
    bestText_ = new QCPItemText(plot_);
    bestText_->setLayer("mark");
    bestText_->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    bestText_->position->setType(QCPItemPosition::ptPlotCoords);
    bestText_->setVisible(false);
    connect(plot_, &QCustomPlot::beforeReplot, this, [this] {
        // Beside the right edge it would be cut off.
        const double room = plot_->axisRect(0)->rect().right() - plot_->xAxis->coordToPixel(bestText_->position->key());
        bestText_->setPositionAlignment((room < 60 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignBottom);
    });
    plot_->legend->setVisible(true);
    plot_->axisRect(0)->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);

    timeline_ = new QCPItemStraightLine(plot_);
    timeline_->setVisible(false);
    crosshair_ = std::make_unique<Crosshair>(plot_);
    alignment_ = std::make_unique<AlignmentCurves>(plot_);
    crosshair_->addLine(alignment_->axisRect());
    trainMark_ = crosshair_->addMark(plot_->axisRect(0));
    devMark_ = crosshair_->addMark(plot_->axisRect(0));
    errorMark_ = crosshair_->addMark(alignment_->axisRect());

    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis})
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
            if (!fitting_) {
                following_ = false;
                allButton_->setEnabled(true);
                boundRange();
                updateCrosshair();
            }
        });
    connect(plot_, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        pressedAt_ = event->button() == Qt::LeftButton ? event->pos() : QPoint(-1, -1);
        plot_->setSelectionRectMode(event->modifiers() & Qt::ShiftModifier ? QCP::srmZoom : QCP::srmNone);
    });
    connect(plot_, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        const bool moved = (event->pos() - pressedAt_).manhattanLength() >= QApplication::startDragDistance();
        if (!moved && plot_->axisRect(0)->rect().contains(event->pos()))
            if (const auto reading = readingAt(plot_->xAxis->pixelToCoord(event->pos().x())))
                Q_EMIT stepChosen(reading->step);
    });
    connect(plot_, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) {
        const QRect inside = plot_->axisRect(0)->rect();
        const QPointF at = event->position();
        plot_->axisRect(0)->setRangeZoom(at.y() > inside.bottom() ? Qt::Horizontal
                                        : at.x() < inside.left() ? Qt::Vertical
                                                                 : Qt::Horizontal | Qt::Vertical);
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, &LossCurves::showAll);
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const bool inside = plot_->axisRect(0)->rect().contains(event->pos()) ||
                            (alignment_->isShown() && alignment_->axisRect()->rect().contains(event->pos()));
        setCrosshair(inside ? std::optional(plot_->xAxis->pixelToCoord(event->pos().x())) : std::nullopt);
    });

    auto* menu = new QMenu(this);
    menu->addActions({pictureAction_, numbersAction_});
    exportButton_->setMenu(menu);
    allButton_->setAutoRaise(true);
    allButton_->setEnabled(false);
    note_->setVisible(false);
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(logBox_, &QCheckBox::toggled, this, &LossCurves::setLogarithmic);
    connect(detailBox_, &QCheckBox::toggled, this, [this](bool detailed) {
        alignment_->setDetailed(detailed);
        plot_->replot(QCustomPlot::rpQueuedReplot);
    });
    detailBox_->hide();
    connect(allButton_, &QToolButton::clicked, this, &LossCurves::showAll);
    connect(pictureAction_, &QAction::triggered, this, &LossCurves::exportPicture);
    connect(numbersAction_, &QAction::triggered, this, &LossCurves::exportNumbers);
    connect(exporter_, &Exporter::finished, this, [this](const QString& sentence) {
        note_->setText(sentence);
        note_->show();
        QTimer::singleShot(noteMilliseconds, note_, &QWidget::hide);
    });

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 2, 6, 0);
    bar->addWidget(logBox_);
    bar->addWidget(detailBox_);
    bar->addStretch();
    bar->addWidget(allButton_);
    bar->addWidget(exportButton_);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(plot_, 1);
    column->addWidget(note_);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(24);
    empty_->setAutoFillBackground(true);
    empty_->setBackgroundRole(QPalette::Base);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    pages_->addWidget(empty_);
    pages_->addWidget(page);
    setLayout(pages_);

    refreshTimer_.setSingleShot(true);
    connect(&refreshTimer_, &QTimer::timeout, this, &LossCurves::refresh);
    connect(client_, &EngineClient::trainingStarted, this, &LossCurves::begin);
    connect(client_, &EngineClient::stepped, this, &LossCurves::addSteps);
    connect(client_, &EngineClient::validated, this, &LossCurves::addValidation);
    connect(client_, &EngineClient::stateChanged, this, &LossCurves::updateEmptyText);

    restyle();
    retranslate();
    fit();
}

LossCurves::~LossCurves() = default;

// Data

void LossCurves::begin(const TrainingStarted& event) {
    if (event.model.step == 0)
        alignment_->beginRun();
    run_.settings = event.model.settings;
    cutAfter(event.model.step);
    if (event.model.step == 0)
        showAll();
    note_->hide();
    pages_->setCurrentIndex(1);
    refreshSoon();
}

void LossCurves::markStep(std::optional<std::int64_t> step) {
    timeline_->setVisible(step.has_value());
    if (step) {
        timeline_->point1->setCoords(static_cast<double>(*step), 0);
        timeline_->point2->setCoords(static_cast<double>(*step), 1);
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::cutAfter(std::int64_t step) {
    const double kept = static_cast<double>(step);
    const auto after = [step](const auto& report) { return report.step > step; };
    run_.steps.erase(std::find_if(run_.steps.begin(), run_.steps.end(), after), run_.steps.end());
    run_.validations.erase(std::find_if(run_.validations.begin(), run_.validations.end(), after), run_.validations.end());
    for (QCPGraph* graph : {raw_, smoothed_, dev_})
        graph->data()->removeAfter(kept);
    alignment_->cutAfter(kept);
    detailBox_->setVisible(alignment_->isShown());
    epochTicker_->cutAfter(kept);
    epoch_ = epochTicker_->starts().empty() ? 0 : epochTicker_->starts().back().second;
    smoothedWeight_ = smoothed_->data()->isEmpty() ? 0 : 1;
    smoothedSum_ = smoothed_->data()->isEmpty() ? 0 : (smoothed_->data()->constEnd() - 1)->value;
    least_ = std::numeric_limits<double>::infinity();
    greatest_ = -least_;
    for (QCPGraph* graph : {raw_, smoothed_, dev_})
        for (const QCPGraphData& point : *graph->data())
            widen(point.value, graph != raw_);
    markBest();
    setCrosshair(std::nullopt);
}

/// A single step's loss is noisy: it may stand above the picture, but not below.
void LossCurves::widen(double loss, bool aboveToo) {
    least_ = std::min(least_, loss);
    if (aboveToo)
        greatest_ = std::max(greatest_, loss);
}

void LossCurves::addSteps(const std::vector<StepReport>& reports) {
    run_.steps.insert(run_.steps.end(), reports.begin(), reports.end());
    for (const StepReport& report : reports) {
        const double step = static_cast<double>(report.step);
        if (report.epoch != epoch_) {
            epoch_ = report.epoch;
            epochTicker_->add(step - static_cast<double>(report.stepInEpoch), epoch_);
        }
        if (!std::isfinite(report.trainLoss))
            continue;
        const double keep = 1 - 1 / std::min(smoothingSteps, 1 + raw_->dataCount() / 10.0);
        smoothedSum_ = keep * smoothedSum_ + (1 - keep) * report.trainLoss;
        smoothedWeight_ = keep * smoothedWeight_ + (1 - keep);
        const double smoothed = smoothedSum_ / smoothedWeight_;
        raw_->addData(step, report.trainLoss);
        smoothed_->addData(step, smoothed);
        widen(report.trainLoss, false);
        widen(smoothed, true);
    }
    pages_->setCurrentIndex(1);
    refreshSoon();
}

void LossCurves::addValidation(const ValidationReport& report) {
    run_.validations.push_back(report);
    if (!std::isfinite(report.devLoss))
        return;
    if (report.alignment)
        alignment_->add(report.step, *report.alignment);
    detailBox_->setVisible(alignment_->isShown());
    dev_->addData(static_cast<double>(report.step), report.devLoss);
    widen(report.devLoss, true);
    markBest();
    pages_->setCurrentIndex(1);
    refreshSoon();
}

void LossCurves::markBest() {
    const QCPGraphDataContainer& dev = *dev_->data();
    const auto best = std::min_element(dev.constBegin(), dev.constEnd(),
                                       [](const QCPGraphData& x, const QCPGraphData& y) { return x.value < y.value; });
    best_->data()->clear();
    bestText_->setVisible(best != dev.constEnd());
    if (best == dev.constEnd())
        return;
    best_->addData(best->key, best->value);
    bestText_->position->setCoords(best->key, best->value);
    //: The validation with the lowest loss
    bestText_->setText(tr("best %1").arg(QLocale().toString(best->value, 'f', 3)));
}

std::optional<LossCurves::Reading> LossCurves::readingAt(double step) const {
    const QCPGraphDataContainer& raw = *raw_->data();
    const QCPGraphDataContainer& dev = *dev_->data();
    if (raw.isEmpty())
        return std::nullopt;
    Reading reading;
    const auto train = nearest(raw, step);
    reading.step = std::llround(train->key);
    reading.trainLoss = train->value;
    reading.smoothed = nearest(*smoothed_->data(), step)->value;
    if (!dev.isEmpty()) {
        const auto validation = nearest(dev, step);
        reading.devStep = std::llround(validation->key);
        reading.devLoss = validation->value;
        reading.perplexity = std::exp(validation->value);
        reading.alignment = alignment_->exactly(validation->key);
    }
    return reading;
}

std::optional<LossCurves::Reading> LossCurves::readingAtCrosshair() const {
    const bool inSight = pointed_ && plot_->xAxis->range().contains(*pointed_);
    return inSight ? readingAt(*pointed_) : std::nullopt;
}

// Drawing

void LossCurves::refreshSoon() {
    if (refreshTimer_.isActive())
        return;
    // At most 30 a second, and never more than a fifth of the time.
    const double pause = std::max<double>(frameMilliseconds, 5 * plot_->replotTime(true));
    const double since = sinceRefresh_.isValid() ? static_cast<double>(sinceRefresh_.elapsed()) : pause;
    refreshTimer_.start(static_cast<int>(std::max(0.0, pause - since)));
}

void LossCurves::refresh() {
    if (!isVisible())
        return; // showEvent makes up for it
    sinceRefresh_.start();
    if (following_)
        fit();
    updateCrosshair();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::fit() {
    fitting_ = true;
    double last = 10;
    for (const QCPGraph* graph : {raw_, dev_})
        if (!graph->data()->isEmpty())
            last = std::max(last, (graph->data()->constEnd() - 1)->key);
    plot_->xAxis->setRange(0, last * 1.015);
    const bool some = greatest_ >= least_;
    const double least = some ? least_ : 0, greatest = some ? greatest_ : 10;
    if (logBox_->isChecked()) {
        const double low = std::max(some ? least : 0.1, 1e-6), high = std::max(greatest, low * 1.01);
        const double room = std::pow(high / low, 0.06);
        plot_->yAxis->setRange(low / room, high * room);
    } else {
        const double room = std::max(0.06 * (greatest - least), 1e-3);
        plot_->yAxis->setRange(std::max(least - room, least >= 0 ? -room / 2 : least - room), greatest + room);
    }
    fitting_ = false;
}

void LossCurves::boundRange() {
    fitting_ = true;
    const double last = raw_->data()->isEmpty() ? 10 : std::max(10.0, (raw_->data()->constEnd() - 1)->key);
    QCPRange x = plot_->xAxis->range();
    if (x.size() < leastSpan)
        x = QCPRange(x.center() - leastSpan / 2, x.center() + leastSpan / 2);
    plot_->xAxis->setRange(x.bounded(-0.25 * last, 2 * last));
    if (greatest_ >= least_) {
        const double span = std::max(greatest_ - least_, 1e-3);
        QCPRange y = plot_->yAxis->range();
        if (logBox_->isChecked())
            plot_->yAxis->setRange(y.bounded(std::max(least_, 1e-6) / 100, std::max(greatest_, 1e-6) * 100));
        else
            plot_->yAxis->setRange(y.bounded(least_ - 2 * span, greatest_ + 2 * span));
    }
    fitting_ = false;
}

void LossCurves::setLogarithmic(bool logarithmic) {
    logBox_->setChecked(logarithmic);
    fitting_ = true;
    plot_->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(logarithmic ? new LogTicker : new QCPAxisTicker));
    fitting_ = false;
    if (following_ || !(plot_->yAxis->range().lower > 0))
        fit();
    updateCrosshair();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::showAll() {
    following_ = true;
    allButton_->setEnabled(false);
    fit();
    updateCrosshair();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::zoomBy(double factor) {
    plot_->xAxis->scaleRange(factor, pointed_.value_or(plot_->xAxis->range().center()));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::setCrosshair(std::optional<double> step) {
    pointed_ = step;
    updateCrosshair();
    plot_->layer("overlay")->replot();
}

QString LossCurves::readout() const {
    const auto reading = readingAtCrosshair();
    if (!reading)
        return {};
    const QLocale l;
    const auto number = [&l](double value) { return l.toString(value, 'f', 3); };
    QString text = tr("step %1").arg(l.toString(static_cast<qlonglong>(reading->step)));
    //: The loss of one training step, and the mean around it
    text += u'\n' + tr("training %1, running mean %2").arg(number(reading->trainLoss), number(reading->smoothed));
    if (reading->devStep > 0) {
        //: Loss on the dev part, measured after step %2
        text +=
            u'\n' +
            tr("validation %1 (step %2)")
                .arg(number(reading->devLoss), l.toString(static_cast<qlonglong>(reading->devStep)));
        text += u'\n' + tr("perplexity %1").arg(l.toString(reading->perplexity, 'f', 1));
        if (reading->alignment) {
            const auto percent = [&l](double share) { return l.toString(share * 100, 'f', 1); };
            //: As percentages
            text += u'\n' + tr("alignment error rate %1 % (precision %2 %, recall %3 %)")
                                .arg(percent(reading->alignment->errorRate), percent(reading->alignment->precision),
                                     percent(reading->alignment->recall));
        }
    }
    return text;
}

void LossCurves::updateCrosshair() {
    const auto reading = readingAtCrosshair();
    plot_->setAccessibleDescription(readout());
    if (!reading) {
        crosshair_->hide();
        return;
    }
    using Place = std::optional<std::pair<double, double>>;
    const double step = static_cast<double>(reading->step), devStep = static_cast<double>(reading->devStep);
    crosshair_->show(
        step,
        {{trainMark_, Place({step, reading->smoothed})},
         {devMark_, reading->devStep > 0 ? Place({devStep, reading->devLoss}) : Place()},
         {errorMark_, reading->alignment ? Place({devStep, reading->alignment->errorRate}) : Place()}},
        readout());
}

// Export

void LossCurves::exportPicture() {
    exporter_->askPicture(
        tr("loss"), [this] { return plot_->size(); },
        [this](QPaintDevice& device) {
            const auto shown = pointed_;
            setCrosshair(std::nullopt);
            QCPPainter painter(&device);
            painter.setMode(QCPPainter::pmVectorized);
            painter.setMode(QCPPainter::pmNoCaching);
            plot_->toPainter(&painter, plot_->width(), plot_->height());
            painter.end();
            setCrosshair(shown);
        });
}

void LossCurves::exportNumbers() {
    exporter_->askNumbers(tr("loss"), [this]() -> Exporter::Content {
        CurveTable table;
        auto mean = smoothed_->data()->constBegin();
        for (const QCPGraphData& step : *raw_->data())
            table.steps.push_back({std::llround(step.key), step.value, (mean++)->value});
        for (const QCPGraphData& validation : *dev_->data())
            table.validations[std::llround(validation.key)] = {validation.value,
                                                               alignment_->exactly(validation.key)};
        return [table = std::move(table)] { return table.csv(); };
    });
}

// Look

bool LossCurves::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (alignment_->isShown() && alignment_->axisRect()->outerRect().contains(help->pos())) {
            QToolTip::showText(help->globalPos(), AlignmentCurves::explanation(), plot_);
            return true;
        }
        QToolTip::hideText();
    } else if (event->type() == QEvent::Leave) {
        setCrosshair(std::nullopt);
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const double pixel = plot_->xAxis->range().size() / std::max(1, plot_->axisRect(0)->width());
        const double stride = std::max(1.0, (key->modifiers() & Qt::ShiftModifier ? 25 : 3) * pixel);
        const double at = pointed_.value_or(plot_->xAxis->range().center());
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            setCrosshair(std::clamp(at + (key->key() == Qt::Key_Left ? -stride : stride), plot_->xAxis->range().lower,
                                    plot_->xAxis->range().upper));
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(wheelFactor);
            return true;
        case Qt::Key_Minus:
            zoomBy(1 / wheelFactor);
            return true;
        case Qt::Key_0:
        case Qt::Key_Home:
            showAll();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LossCurves::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

void LossCurves::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshSoon();
}

void LossCurves::updateEmptyText() {
    empty_->setText(client_->corpus() || client_->task() == Task::OpenCorpus
                        ? tr("Press Start: the loss of every training step will be drawn here.")
                                      : tr("Open a file of sentence pairs and press Start: the loss of every training "
                                           "step will be drawn here."));
}

void LossCurves::retranslate() {
    logBox_->setText(tr("Logarithmic"));
    logBox_->setToolTip(tr("Draw the loss on a logarithmic axis."));
    allButton_->setText(tr("Show all"));
    allButton_->setToolTip(
        tr("Show the whole run and follow it (double click).\nWheel: zoom, over an axis only along it. "
           "Drag: move. Shift and drag: zoom to a rectangle."));
    exportButton_->setText(tr("Export"));
    exportButton_->setToolTip(tr("Write the curves to a file."));
    pictureAction_->setText(tr("Picture (PNG, SVG, PDF)…"));
    numbersAction_->setText(tr("Numbers (CSV)…"));
    raw_->setName(tr("training, each step"));
    smoothed_->setName(tr("training, running mean"));
    dev_->setName(tr("validation"));
    detailBox_->setText(tr("Precision and recall"));
    detailBox_->setToolTip(AlignmentCurves::explanation());
    alignment_->retranslate();
    //: Unit of the loss: natural logarithm, per target token
    plot_->yAxis->setLabel(tr("loss (nats per token)"));
    plot_->setAccessibleName(tr("Loss curves"));
    plot_->setLocale(QLocale());
    markBest();
    updateEmptyText();
    updateCrosshair();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::restyle() {
    const CurveStyle style(*this);
    const QColor &paper = style.paper, &ink = style.ink, &train = style.train, &dev = style.dev;
    const QFont& small = style.font;
    const auto faded = &CurveStyle::faded;

    plot_->setBackground(paper);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis, plot_->xAxis2, plot_->yAxis2})
        style.apply(axis);
    plot_->xAxis2->setBasePen(Qt::NoPen);
    plot_->yAxis2->setBasePen(Qt::NoPen);
    plot_->xAxis2->grid()->setPen(QPen(faded(ink, 80), 1, Qt::DashLine));

    raw_->setPen(QPen(faded(train, style.dark ? 90 : 75), 1));
    smoothed_->setPen(QPen(train, 2));
    dev_->setPen(QPen(dev, 2));
    dev_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, dev, paper, 6));
    best_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(dev, 2), Qt::NoBrush, 13));
    best_->setPen(QPen(dev, 2));
    bestText_->setColor(dev);
    bestText_->setFont(small);
    bestText_->setPadding(QMargins(0, 0, 0, 10));

    plot_->legend->setFont(small);
    plot_->legend->setTextColor(ink);
    plot_->legend->setBrush(faded(paper, 210));
    plot_->legend->setBorderPen(Qt::NoPen);
    plot_->legend->setRowSpacing(-2);
    plot_->legend->setIconSize(22, small.pixelSize() + 2);
    plot_->legend->setMargins(QMargins(6, 2, 6, 2));
    plot_->selectionRect()->setPen(QPen(palette().color(QPalette::Highlight), 1));
    plot_->selectionRect()->setBrush(faded(palette().color(QPalette::Highlight), 40));
    alignment_->apply(style);
    crosshair_->apply(style);
    trainMark_->setPen(QPen(train, 2));
    devMark_->setPen(QPen(dev, 2));
    errorMark_->setPen(QPen(style.error, 2));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace zhuyi
