#include "ui/training/TrainingCurves.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/EmptyPage.h"
#include "ui/shell/Exporter.h"
#include "ui/shell/PassingNote.h"
#include "ui/training/CurvePanel.h"
#include "ui/training/CurvePlot.h"
#include "ui/training/CurveStyle.h"
#include "ui/training/CurveTable.h"
#include "ui/training/CurvesBar.h"
#include "ui/training/RunLegend.h"

#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

TrainingCurves::TrainingCurves(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), pages_(new QStackedLayout), empty_(new EmptyPage), bar_(new CurvesBar),
      plot_(new CurvePlot), legend_(new RunLegend), note_(new PassingNote), exporter_(new Exporter(this)) {
    setMinimumSize(280, 160);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* scroll = new QScrollArea; // more panels than fit
    scroll->setWidget(plot_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(bar_);
    column->addWidget(legend_);
    column->addWidget(scroll, 1);
    note_->setContentsMargins(6, 0, 6, 2);
    column->addWidget(note_);
    pages_->addWidget(empty_);
    pages_->addWidget(page);
    setLayout(pages_);

    connect(legend_, &RunLegend::toggled, plot_, &CurvePlot::setRunVisible);
    connect(plot_, &CurvePlot::stepChosen, this, &TrainingCurves::stepChosen);
    connect(plot_, &CurvePlot::followingChanged, bar_, [this](bool following) { bar_->setCanShowAll(!following); });
    connect(client_, &EngineClient::trainingStarted, this, &TrainingCurves::begin);
    connect(client_, &EngineClient::stepped, this, &TrainingCurves::addSteps);
    connect(client_, &EngineClient::validated, this, &TrainingCurves::addValidation);
    connect(client_, &EngineClient::learningRateSet, this, [this](const LearningRateSet& event) {
        atHand_->add(event);
        plot_->refreshSoon();
    });
    connect(client_, &EngineClient::stateChanged, this, &TrainingCurves::updateEmptyText);
    connect(exporter_, &Exporter::finished, this, [this](const QString& sentence, bool written) {
        note_->say(written && !exportRemark_.isEmpty() ? sentence + QLatin1Char(' ') + exportRemark_ : sentence);
        exportRemark_.clear();
    });

    followBar();
    updateEmptyText();
    updateRuns();
    updatePanels();
}

void TrainingCurves::followBar() {
    connect(bar_, &CurvesBar::panelsChosen, this, &TrainingCurves::updatePanels);
    connect(bar_, &CurvesBar::detailedChosen, plot_, &CurvePlot::setDetailed);
    connect(bar_, &CurvesBar::progressionChosen, plot_, &CurvePlot::setProgression);
    connect(bar_, &CurvesBar::logarithmicChosen, plot_, &CurvePlot::setLogarithmic);
    connect(bar_, &CurvesBar::progressionLogarithmicChosen, plot_, &CurvePlot::setLogarithmicProgression);
    connect(bar_, &CurvesBar::smoothingChosen, this, &TrainingCurves::setSmoothing);
    connect(bar_, &CurvesBar::showAllChosen, plot_, &CurvePlot::showAll);
    connect(bar_, &CurvesBar::pictureChosen, this, &TrainingCurves::exportPicture);
    connect(bar_, &CurvesBar::numbersChosen, this, &TrainingCurves::exportNumbers);
    plot_->setDetailed(bar_->isDetailed());
    plot_->setProgression(bar_->progression());
    plot_->setLogarithmic(bar_->isLogarithmic());
    plot_->setLogarithmicProgression(bar_->isProgressionLogarithmic());
    setSmoothing(bar_->smoothing());
}

// Data

void TrainingCurves::begin(const TrainingStarted& event) {
    const RunSeries earlier = std::exchange(earlier_, {});
    const bool isAnother = event.model.step == 0 || client_->isAnotherRun();
    if (isAnother)
        replace(earlier);
    atHand_->begin(event.model.settings, event.model.step);
    showRun(isAnother);
}

void TrainingCurves::showEarlier(const RunSeries& run) {
    compared_.erase(
        std::remove_if(compared_.begin(), compared_.end(), [&](const auto& other) { return other->isOf(run); }),
        compared_.end());
    replace(run);
    showRun(true);
}

/// The run at hand by another one.
void TrainingCurves::replace(const RunSeries& run) {
    if (!atHand_->isEmpty() && !atHand_->isOf(run))
        before_ = atHand_;
    atHand_ = std::make_shared<RunData>(run);
    atHand_->setSmoothing(bar_->smoothing());
}

void TrainingCurves::showRun(bool isAnother) {
    hasBegun_ = true;
    updateRuns();
    updatePanels();
    plot_->setCrosshair(std::nullopt);
    if (isAnother)
        plot_->showAll();
    note_->hide();
    pages_->setCurrentIndex(1);
}

void TrainingCurves::addSteps(const std::vector<StepReport>& reports) {
    for (const StepReport& report : reports)
        atHand_->add(report);
    updatePanels();
    pages_->setCurrentIndex(1);
    plot_->refreshSoon();
}

void TrainingCurves::addValidation(const ValidationReport& report) {
    atHand_->add(report);
    updatePanels();
    pages_->setCurrentIndex(1);
    plot_->refreshSoon();
}

void TrainingCurves::setCompared(const std::vector<RunSeries>& runs) {
    compared_.clear();
    for (const RunSeries& run : runs) {
        if (atHand_->isOf(run))
            continue; // it is drawn already
        compared_.push_back(std::make_shared<RunData>(run));
        compared_.back()->setSmoothing(bar_->smoothing());
    }
    updateRuns();
    updatePanels();
    if (!runs.empty())
        pages_->setCurrentIndex(1);
    if (plot_->isFollowing())
        plot_->showAll();
}

void TrainingCurves::markStep(std::optional<std::int64_t> step) {
    plot_->markStep(step);
}

void TrainingCurves::updateRuns() {
    // What was hidden stays hidden.
    std::set<const RunData*> hidden;
    for (const DrawnRun& run : plot_->runs())
        if (!run.isVisible)
            hidden.insert(run.data.get());
    const CurveStyle style(*this);
    std::vector<DrawnRun> runs;
    const auto add = [&](const std::shared_ptr<RunData>& data, DrawnRun::Kind kind, const QString& name) {
        runs.push_back({data, kind, name, {}, hidden.count(data.get()) == 0});
        if (!compared_.empty() && kind != DrawnRun::Kind::Before)
            runs.back().colour = style.run(runs.size() - 1);
    };
    add(atHand_, DrawnRun::Kind::AtHand, hasBegun_ ? tr("this run") : QString());
    for (const auto& run : compared_)
        add(run, DrawnRun::Kind::Compared, run->name.isEmpty() ? tr("unnamed run") : run->name);
    if (before_ && compared_.empty()) // else it is chosen what the run is compared with
        add(before_, DrawnRun::Kind::Before, tr("run before"));
    legend_->setRuns(runs);
    plot_->setRuns(std::move(runs));
}

void TrainingCurves::updatePanels() {
    const auto hasData = [this](PanelInfo::Id id) { return plot_->panel(id).hasData(plot_->runs()); };
    const auto& chosenPanels = bar_->chosenPanels();
    const auto isChosen = [&](PanelInfo::Id id) {
        if (chosenPanels)
            return chosenPanels->count(id) > 0;
        if (id == PanelInfo::Id::Accuracy)
            return hasData(id) && !hasData(PanelInfo::Id::Bleu);
        return id == PanelInfo::Id::Loss || id == PanelInfo::Id::Bleu || id == PanelInfo::Id::Alignment;
    };
    std::vector<PanelInfo::Id> shown;
    for (const PanelInfo& info : PanelInfo::all()) {
        const bool chosen = isChosen(info.id);
        bar_->setPanelChecked(info.id, chosen);
        if (chosen && hasData(info.id))
            shown.push_back(info.id);
    }
    if (shown.empty())
        shown.push_back(chosenPanels && !chosenPanels->empty() ? *chosenPanels->begin() : PanelInfo::Id::Loss);
    plot_->setShownPanels(shown);
}

void TrainingCurves::setSmoothing(int steps) {
    atHand_->setSmoothing(steps);
    if (before_)
        before_->setSmoothing(steps);
    for (const auto& run : compared_)
        run->setSmoothing(steps);
    plot_->redrawSoon();
}

// Export

void TrainingCurves::exportPicture() {
    const auto namesHeight = [this] {
        return plot_->runs().size() > 1 ? RunLegend::paint(nullptr, plot_->runs(), plot_->width(), *plot_) : 0;
    };
    exporter_->askPicture(
        tr("curves"), [this, namesHeight] { return plot_->size() + QSize(0, namesHeight()); },
        [this, namesHeight](QPaintDevice& device) {
            plot_->setCrosshair(std::nullopt);
            const int height = namesHeight();
            QCPPainter painter(&device);
            painter.setMode(QCPPainter::pmVectorized);
            painter.setMode(QCPPainter::pmNoCaching);
            if (height > 0) {
                painter.fillRect(0, 0, plot_->width(), height, plot_->palette().color(QPalette::Base));
                RunLegend::paint(&painter, plot_->runs(), plot_->width(), *plot_);
                painter.translate(0, height);
            }
            plot_->toPainter(&painter, plot_->width(), plot_->height());
            painter.end();
        });
}

void TrainingCurves::exportNumbers() {
    exporter_->askNumbers(tr("curves"), [this]() -> Exporter::Content {
        std::vector<DrawnRun> runs;
        qlonglong kept = 0, all = 0;
        for (DrawnRun run : plot_->runs())
            if (run.isVisible) {
                run.data = std::make_shared<RunData>(*run.data); // written while the run goes on
                kept += static_cast<qlonglong>(run.data->steps().size());
                all += std::llround(run.data->last(Progression::Steps));
                runs.push_back(run);
            }
        const QLocale locale;
        exportRemark_ = kept < all ? tr("It holds %1 of %2 steps: of long runs, those are kept that the curves need.")
                                         .arg(locale.toString(kept), locale.toString(all))
                                   : QString();
        return [runs = std::move(runs)] { return curveTable(runs); };
    });
}

// Look

void TrainingCurves::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateRuns();
    } else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        plot_->retranslate();
        updateEmptyText();
        updateRuns();
    }
}

void TrainingCurves::updateEmptyText() {
    empty_->setText(client_->corpus() || client_->task() == Task::OpenCorpus
                        ? tr("Press Start: the loss of every training step will be drawn here.")
                        : tr("Open a file of sentence pairs and press Start: the loss of every training "
                             "step will be drawn here."));
}

} // namespace zhuyi
