#include "ui/training/LossCurves.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/MenuButton.h"
#include "ui/shell/Exporter.h"
#include "ui/training/EpochTicker.h"
#include "ui/training/LogTicker.h"
#include "ui/training/StepTicker.h"

#include <qcustomplot.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
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

QColor faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

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
      logBox_(new QCheckBox), allButton_(new QToolButton), exportButton_(new MenuButton),
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
    plot_->axisRect()->setRangeZoomFactor(wheelFactor);
    plot_->axisRect()->setupFullAxesBox();
    plot_->axisRect()->setMinimumMargins(QMargins(4, 4, 10, 4));
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
        const double room = plot_->axisRect()->rect().right() - plot_->xAxis->coordToPixel(bestText_->position->key());
        bestText_->setPositionAlignment((room < 60 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignBottom);
    });
    plot_->legend->setVisible(true);
    plot_->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);

    crosshairLine_ = new QCPItemStraightLine(plot_);
    trainMark_ = new QCPItemTracer(plot_);
    devMark_ = new QCPItemTracer(plot_);
    crosshairText_ = new QCPItemText(plot_);
    for (QCPItemTracer* mark : {trainMark_, devMark_}) {
        mark->setStyle(QCPItemTracer::tsCircle);
        mark->setSize(8);
    }
    crosshairText_->position->setType(QCPItemPosition::ptAbsolute);
    crosshairText_->setPadding(QMargins(7, 4, 7, 4));
    crosshairText_->setTextAlignment(Qt::AlignLeft);
    for (QCPAbstractItem* item :
         std::initializer_list<QCPAbstractItem*>{crosshairLine_, trainMark_, devMark_, crosshairText_}) {
        item->setLayer("overlay");
        item->setVisible(false);
    }

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
        plot_->setSelectionRectMode(event->modifiers() & Qt::ShiftModifier ? QCP::srmZoom : QCP::srmNone);
    });
    connect(plot_, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) {
        const QRect inside = plot_->axisRect()->rect();
        const QPointF at = event->position();
        plot_->axisRect()->setRangeZoom(at.y() > inside.bottom() ? Qt::Horizontal
                                        : at.x() < inside.left() ? Qt::Vertical
                                                                 : Qt::Horizontal | Qt::Vertical);
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, &LossCurves::showAll);
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const bool inside = plot_->axisRect()->rect().contains(event->pos());
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

// Data

void LossCurves::begin(const TrainingStarted& event) {
    cutAfter(event.model.step);
    if (event.model.step == 0)
        showAll();
    note_->hide();
    pages_->setCurrentIndex(1);
    refreshSoon();
}

void LossCurves::cutAfter(std::int64_t step) {
    const double kept = static_cast<double>(step);
    for (QCPGraph* graph : {raw_, smoothed_, dev_})
        graph->data()->removeAfter(kept);
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
    if (!std::isfinite(report.devLoss))
        return;
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
    }
    return reading;
}

std::optional<LossCurves::Reading> LossCurves::readingAtCrosshair() const {
    const bool inSight = crosshair_ && plot_->xAxis->range().contains(*crosshair_);
    return inSight ? readingAt(*crosshair_) : std::nullopt;
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
        plot_->yAxis->setRange(std::max(least - room, least >= 0 ? 0.0 : least - room), greatest + room);
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
    plot_->xAxis->scaleRange(factor, crosshair_.value_or(plot_->xAxis->range().center()));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LossCurves::setCrosshair(std::optional<double> step) {
    crosshair_ = step;
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
    }
    return text;
}

void LossCurves::updateCrosshair() {
    const auto reading = readingAtCrosshair();
    crosshairLine_->setVisible(reading.has_value());
    trainMark_->setVisible(reading.has_value());
    crosshairText_->setVisible(reading.has_value());
    devMark_->setVisible(reading && reading->devStep > 0);
    plot_->setAccessibleDescription(readout());
    if (!reading)
        return;
    const double step = static_cast<double>(reading->step);
    crosshairLine_->point1->setCoords(step, 0);
    crosshairLine_->point2->setCoords(step, 1);
    trainMark_->position->setCoords(step, reading->smoothed);
    devMark_->position->setCoords(static_cast<double>(reading->devStep), reading->devLoss);
    crosshairText_->setText(readout());
    const QRect inside = plot_->axisRect()->rect();
    const double x = plot_->xAxis->coordToPixel(step);
    // At the top, where curves that fall leave room, and to the left where the legend stands.
    const QFontMetrics metrics(crosshairText_->font());
    const int width = metrics.boundingRect(QRect(0, 0, 9999, 9999), Qt::AlignLeft, crosshairText_->text()).width() + 24;
    const bool left = x + width > plot_->legend->outerRect().left() && x - width > inside.left();
    crosshairText_->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    crosshairText_->position->setCoords(x + (left ? -8 : 8), inside.top() + 8);
}

// Export

void LossCurves::exportPicture() {
    exporter_->askPicture(
        tr("loss"), [this] { return plot_->size(); },
        [this](QPaintDevice& device) {
            const auto shown = crosshair_;
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
        return [raw = *raw_->data(), smoothed = *smoothed_->data(), dev = *dev_->data()] {
            QByteArray text = "step,train_loss,train_loss_smoothed,dev_loss,perplexity\n";
            auto validation = dev.constBegin();
            const auto writeValidation = [&] {
                text += QByteArray::number(validation->value, 'g', 9) + ',' +
                        QByteArray::number(std::exp(validation->value), 'g', 9);
                ++validation;
            };
            const auto writeValidationAlone = [&] {
                text += QByteArray::number(std::llround(validation->key)) + ",,,";
                writeValidation();
                text += '\n';
            };
            auto mean = smoothed.constBegin();
            for (auto step = raw.constBegin(); step != raw.constEnd(); ++step, ++mean) {
                while (validation != dev.constEnd() && validation->key < step->key)
                    writeValidationAlone();
                text += QByteArray::number(std::llround(step->key)) + ',' + QByteArray::number(step->value, 'g', 9) +
                        ',' + QByteArray::number(mean->value, 'g', 9) + ',';
                if (validation != dev.constEnd() && validation->key == step->key)
                    writeValidation();
                else
                    text += ',';
                text += '\n';
            }
            while (validation != dev.constEnd())
                writeValidationAlone();
            return text;
        };
    });
}

// Look

bool LossCurves::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) {
        setCrosshair(std::nullopt);
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const double pixel = plot_->xAxis->range().size() / std::max(1, plot_->axisRect()->width());
        const double stride = std::max(1.0, (key->modifiers() & Qt::ShiftModifier ? 25 : 3) * pixel);
        const double at = crosshair_.value_or(plot_->xAxis->range().center());
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
    empty_->setText(client_->corpus() ? tr("Press Start: the loss of every training step will be drawn here.")
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
    plot_->xAxis->setLabel(tr("training step"));
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
    const QColor paper = palette().color(QPalette::Base), ink = palette().color(QPalette::Text);
    const bool dark = paper.lightness() < 128;
    // Okabe and Ito's colours, told apart by colour-blind eyes.
    const QColor train = dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
    const QColor dev = dark ? QColor(0xf0, 0xa0, 0x30) : QColor(0xd5, 0x5e, 0x00);
    const QColor quiet = faded(ink, 150);
    QFont small = font();
    small.setPixelSize(std::max(10, QFontInfo(font()).pixelSize() - 1));

    plot_->setBackground(paper);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis, plot_->xAxis2, plot_->yAxis2}) {
        axis->setBasePen(faded(ink, 70));
        axis->setTickPen(faded(ink, 70));
        axis->setSubTickPen(faded(ink, 45));
        axis->setTickLabelColor(quiet);
        axis->setLabelColor(quiet);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setLabelPadding(2);
        axis->grid()->setPen(QPen(faded(ink, 26), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot_->xAxis2->setBasePen(Qt::NoPen);
    plot_->yAxis2->setBasePen(Qt::NoPen);
    plot_->xAxis2->grid()->setPen(QPen(faded(ink, 80), 1, Qt::DashLine));

    raw_->setPen(QPen(faded(train, dark ? 90 : 75), 1));
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
    crosshairLine_->setPen(QPen(quiet, 1));
    trainMark_->setPen(QPen(train, 2));
    trainMark_->setBrush(paper);
    devMark_->setPen(QPen(dev, 2));
    devMark_->setBrush(paper);
    crosshairText_->setFont(small);
    crosshairText_->setColor(ink);
    crosshairText_->setBrush(faded(paper, 235));
    crosshairText_->setPen(QPen(faded(ink, 70)));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace zhuyi
