#include "ui/training/TrainingPanel.h"

#include "ui/shell/HelpSection.h"
#include "ui/training/LengthPanel.h"
#include "ui/training/SamplesPanel.h"
#include "ui/training/TrainingCurves.h"

#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace zhuyi {

TrainingPanel::TrainingPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), curves_(new TrainingCurves(client)), samples_(new SamplesPanel(client)),
      lengths_(new LengthPanel(client)), tabs_(new QTabWidget) {
    tabs_->setDocumentMode(true);
    for (QWidget* page : std::initializer_list<QWidget*>{curves_, samples_, lengths_})
        tabs_->addTab(page, QString());
    HelpSection::set(samples_, QStringLiteral("samples"));
    HelpSection::set(lengths_, QStringLiteral("lengths"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs_);
    connect(curves_, &TrainingCurves::stepChosen, this, &TrainingPanel::stepChosen);
    connect(curves_, &TrainingCurves::stepChosen, samples_, &SamplesPanel::showStep);
    retranslate();
}

void TrainingPanel::setCompared(const std::vector<RunSeries>& runs) {
    curves_->setCompared(runs);
    lengths_->setCompared(runs);
}

void TrainingPanel::setEarlier(const RunSeries& earlier) {
    curves_->setEarlier(earlier);
    samples_->setEarlier(earlier);
}

void TrainingPanel::showEarlier(const RunSeries& run) {
    curves_->showEarlier(run);
    samples_->showEarlier(run);
}

void TrainingPanel::markStep(std::optional<std::int64_t> step) {
    curves_->markStep(step);
    if (step)
        samples_->showStep(*step);
}

void TrainingPanel::exportPicture() {
    curves_->exportPicture();
}

void TrainingPanel::exportNumbers() {
    curves_->exportNumbers();
}

void TrainingPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainingPanel::retranslate() {
    tabs_->setTabText(0, tr("&Curves"));
    tabs_->setTabText(1, tr("Sa&mples"));
    tabs_->setTabText(2, tr("By &length"));
    tabs_->setTabToolTip(0, tr("All that is measured while the model trains"));
    tabs_->setTabToolTip(1, tr("A few sentences, as they were translated at each validation"));
    tabs_->setTabToolTip(2, tr("Why attention: how well short and long sentences are translated"));
}

} // namespace zhuyi
