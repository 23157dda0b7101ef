#include "ui/training/LengthPanel.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/shell/EmptyPage.h"
#include "ui/shell/ExportButton.h"
#include "ui/shell/Exporter.h"
#include "ui/shell/PassingNote.h"
#include "ui/training/CsvField.h"
#include "ui/training/CurveStyle.h"
#include "ui/training/LengthPlot.h"
#include "ui/training/RunLegend.h"
#include "ui/training/RunSettingsDialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr std::size_t mostMeasured = 8; // as many colours as there are

} // namespace

LengthPanel::LengthPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), pages_(new QStackedLayout), empty_(new EmptyPage), note_(new PassingNote),
      plot_(new LengthPlot), legend_(new RunLegend), measure_(new QPushButton), forget_(new QToolButton),
      exportButton_(new ExportButton), exporter_(new Exporter(this)) {
    legend_->setShowsOne(true);
    measure_->setObjectName(QStringLiteral("measureButton"));
    forget_->setAutoRaise(true);
    forget_->setFocusPolicy(Qt::StrongFocus);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 0);
    bar->addWidget(measure_);
    bar->addStretch();
    bar->addWidget(forget_);
    bar->addWidget(exportButton_);
    pages_->addWidget(empty_);
    pages_->addWidget(plot_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(bar);
    column->addWidget(legend_);
    column->addLayout(pages_, 1);
    note_->setContentsMargins(6, 0, 6, 2);
    column->addWidget(note_);

    connect(measure_, &QPushButton::clicked, this, &LengthPanel::measure);
    connect(forget_, &QToolButton::clicked, this, [this] {
        measured_.clear();
        updateCurves();
    });
    connect(exportButton_, &ExportButton::pictureChosen, this, &LengthPanel::exportPicture);
    connect(exportButton_, &ExportButton::numbersChosen, this, &LengthPanel::exportNumbers);
    connect(exporter_, &Exporter::finished, note_, &PassingNote::say);
    connect(legend_, &RunLegend::toggled, this, [this](std::size_t curve, bool visible) {
        if (curve < measured_.size())
            measured_[curve].isVisible = visible;
        else if (curve - measured_.size() < compared_.size())
            compared_[curve - measured_.size()].isVisible = visible;
        plot_->setCurves(curves());
    });
    connect(client_, &EngineClient::evaluated, this, &LengthPanel::take);
    connect(client_, &EngineClient::stateChanged, this, &LengthPanel::updateButtons);
    connect(client_, &EngineClient::progressed, this, [this](const Progress& progress) {
        if (underWay_ && progress.task == Task::Evaluate)
            measure_->setText(tr("Cancel (%1 %)").arg(QLocale().toString(static_cast<int>(progress.share * 100))));
    });
    connect(client_, &EngineClient::failed, this, [this](const Failed& failure) {
        if (failure.task == Task::Evaluate)
            underWay_.reset(); // the window tells why
        updateButtons();
    });
    retranslate();
}

// Data

LengthPanel::Subject LengthPanel::atHand() const {
    return {client_->model().settings, client_->model().step};
}

QString LengthPanel::nameOf(const Subject& subject) {
    const QString attention = RunSettingsDialog::choiceLabel(subject.settings.attention);
    const QString step = QLocale().toString(qlonglong(subject.step));
    if (subject.settings.attention == "none")
        return tr("without attention, step %1").arg(step);
    //: %1: the score function, as in the settings: additive, scaled_dot, …
    return subject.settings.guided_attention > 0 ? tr("with guided attention (%1), step %2").arg(attention, step)
                                                 : tr("with attention (%1), step %2").arg(attention, step);
}

void LengthPanel::measure() {
    if (underWay_) {
        client_->post(Cancel{});
        return;
    }
    underWay_ = atHand();
    note_->hide();
    client_->post(Evaluate{});
    updateButtons();
}

void LengthPanel::take(const EvaluationReport& report) {
    const std::optional<Subject> subject = std::exchange(underWay_, std::nullopt);
    updateButtons();
    if (!subject)
        return; // somebody else asked, perhaps of another file
    if (report.byLength.empty()) {
        note_->say(tr("There were no sentences to measure on."));
        return;
    }
    const auto same = std::find_if(measured_.begin(), measured_.end(),
                                   [&](const Measured& measured) { return measured.subject == *subject; });
    if (same != measured_.end()) {
        same->scores = report.byLength;
    } else {
        if (measured_.size() == mostMeasured)
            measured_.erase(measured_.begin());
        measured_.push_back({*subject, report.byLength, true});
    }
    updateCurves();
}

void LengthPanel::setCompared(const std::vector<RunSeries>& runs) {
    compared_.clear();
    for (const RunSeries& run : runs)
        if (!run.byLength.empty())
            compared_.push_back({run.name, run.byLength, true});
    updateCurves();
}

std::vector<LengthCurve> LengthPanel::curves() const {
    std::vector<LengthCurve> curves;
    for (const Measured& measured : measured_)
        curves.push_back({nameOf(measured.subject), measured.scores, measured.isVisible});
    curves.insert(curves.end(), compared_.begin(), compared_.end());
    return curves;
}

std::vector<DrawnRun> LengthPanel::drawnRuns() const {
    const CurveStyle style(*this);
    std::vector<DrawnRun> runs;
    for (const LengthCurve& curve : curves())
        runs.push_back({nullptr, DrawnRun::Kind::Compared, curve.name, style.run(runs.size()), curve.isVisible});
    return runs;
}

void LengthPanel::updateCurves() {
    const std::vector<LengthCurve> curves = this->curves();
    legend_->setRuns(drawnRuns());
    plot_->setCurves(curves);
    pages_->setCurrentIndex(curves.empty() ? 0 : 1);
    forget_->setVisible(!measured_.empty());
    exportButton_->setEnabled(!curves.empty());
}

void LengthPanel::updateEmptyText() {
    const QString why =
        tr("Does attention help with long sentences? Train once with attention and measure the model here; train "
           "again with the setting Attention at none, and measure that one: BLEU and token accuracy by sentence "
           "length will be drawn over each other.");
    empty_->setText(measure_->isEnabled() ? why : why + QStringLiteral("\n\n") + measure_->toolTip());
}

void LengthPanel::updateButtons() {
    const bool isIdle = client_->task() == Task::None, isReady = client_->hasModel() && client_->corpus();
    measure_->setEnabled(underWay_ || (isIdle && isReady));
    measure_->setText(underWay_ ? tr("Cancel") : tr("Measure the model at hand"));
    measure_->setToolTip(
        underWay_                        ? tr("Stop measuring.")
        : client_->task() == Task::Train ? tr("Stop training first, then measure.")
        : !client_->hasModel() || !client_->corpus()
            ? tr("Open a corpus and train a model first.")
            : tr("Translate the test part of the corpus (or else its validation set) and score it by the length of the "
                 "source sentences."));
    updateEmptyText();
}

// Export

void LengthPanel::exportPicture() {
    const auto namesHeight = [this] { return RunLegend::paint(nullptr, drawnRuns(), plot_->width(), *plot_); };
    exporter_->askPicture(
        tr("by-length"), [this, namesHeight] { return plot_->size() + QSize(0, namesHeight()); },
        [this, namesHeight](QPaintDevice& device) {
            plot_->setCrosshair(std::nullopt);
            const int above = namesHeight();
            QCPPainter painter(&device);
            painter.setMode(QCPPainter::pmVectorized);
            painter.setMode(QCPPainter::pmNoCaching);
            if (above > 0) {
                painter.fillRect(0, 0, plot_->width(), above, plot_->palette().color(QPalette::Base));
                RunLegend::paint(&painter, drawnRuns(), plot_->width(), *plot_);
                painter.translate(0, above);
            }
            plot_->toPainter(&painter, plot_->width(), plot_->height());
            painter.end();
        });
}

void LengthPanel::exportNumbers() {
    exporter_->askNumbers(tr("by-length"), [this]() -> Exporter::Content {
        return [curves = curves()] {
            QByteArray text = "run,shortest,longest,pairs,bleu,token_accuracy\n";
            for (const LengthCurve& curve : curves)
                for (const LengthScore& score : curve.scores)
                    text += csvField(curve.name) + ',' + QByteArray::number(qlonglong(score.shortest)) + ',' +
                            QByteArray::number(qlonglong(score.longest)) + ',' +
                            QByteArray::number(qlonglong(score.pairs)) + ',' + QByteArray::number(score.bleu, 'g', 9) +
                            ',' + QByteArray::number(score.tokenAccuracy, 'g', 9) + '\n';
            return text;
        };
    });
}

// Look

void LengthPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateCurves();
    } else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
    }
}

void LengthPanel::retranslate() {
    forget_->setText(tr("Forget all"));
    forget_->setToolTip(tr("Take what was measured out of the picture."));
    exportButton_->setToolTip(tr("Write the picture or its numbers to a file."));
    plot_->retranslate();
    updateButtons();
    updateCurves();
}

} // namespace zhuyi
