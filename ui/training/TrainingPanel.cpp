#include "ui/training/TrainingPanel.h"

#include "ui/training/LossCurves.h"

#include <QVBoxLayout>

#include <utility>

namespace zhuyi {

TrainingPanel::TrainingPanel(EngineClient* client, QWidget* parent) : QWidget(parent), curves_(new LossCurves(client)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(curves_);
    connect(curves_, &LossCurves::stepChosen, this, &TrainingPanel::stepChosen);
}

RunSeries TrainingPanel::runAtHand() const {
    return curves_->runAtHand();
}

void TrainingPanel::setCompared(std::vector<RunSeries> runs) {
    curves_->setCompared(std::move(runs));
}

void TrainingPanel::markStep(std::optional<std::int64_t> step) {
    curves_->markStep(step);
}

void TrainingPanel::exportPicture() {
    curves_->exportPicture();
}

void TrainingPanel::exportNumbers() {
    curves_->exportNumbers();
}

} // namespace zhuyi
