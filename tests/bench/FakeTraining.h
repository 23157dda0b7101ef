#pragma once

#include "tests/ui/FakeSession.h"

#include <QTimer>

#include <cmath>
#include <string>

namespace zhuyi {

/// A long training run of nobody: the events of a real one, far faster, so that what is measured is the window alone.
/// Steps come in each delivery, validations with samples and gold alignments every thousand steps, attention of the
/// watched sentences ten times a second; what is asked of the translation box is answered.
class FakeTraining {
  public:
    static constexpr std::int64_t stepsInEpoch = 1000, validateEvery = 1000;

    explicit FakeTraining(int stepsADelivery = 200) : steps_(stepsADelivery) {}

    EngineClient::SessionFactory factory() { return engine_.factory(); }

    void openCorpus() {
        engine_.send(FakeEngine::ready());
        engine_.send(CorpusOpened{FakeEngine::summary()});
    }
    /// Begins once the window has asked for it.
    void begin() {
        ModelSummary model = FakeEngine::model();
        model.step = 0;
        engine_.send(TrainingStarted{model, false});
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { goOn(); });
        timer_.start(33);
    }
    std::int64_t step() const { return step_; }

  private:
    void goOn() {
        for (int i = 0; i < steps_; ++i) {
            StepReport report = FakeEngine::step(++step_, stepsInEpoch, 1000000);
            const double n = static_cast<double>(step_);
            report.trainLoss += 0.4 * std::sin(n * 12.9898);
            report.gradientNorm = 1 + 0.5 * std::sin(n * 78.233);
            report.tokensPerSecond = 5000 + 100 * std::sin(n);
            engine_.send(Stepped{report});
            if (step_ % validateEvery == 0)
                engine_.send(Validated{validation()});
        }
        answer();
        if (++deliveries_ % 3 == 0)
            engine_.send(ProbesWatched{probes()});
    }
    ValidationReport validation() const {
        ValidationReport report = FakeEngine::validation(step_, stepsInEpoch);
        report.bleu = 30 * (1 - std::exp(-static_cast<double>(step_) / 8000));
        report.alignment = AlignmentScore{0.2, 0.8, 0.7};
        for (int i = 0; i < 6; ++i)
            report.samples.push_back({"我昨天在图书馆看了两本书。", "I read two books at the library yesterday.",
                                      "I read " + std::to_string(step_ + i) + " books at the library yesterday."});
        return report;
    }
    ProbeReport probes() const {
        ProbeReport report;
        report.id = watched_.id;
        report.step = step_;
        for (std::size_t i = 0; i < watched_.probes.size(); ++i) {
            report.maps.push_back(FakeEngine::attention(0.5 + 0.4 * std::sin(static_cast<double>(step_)), step_));
            report.translations.push_back("today is sunday .");
        }
        return report;
    }
    void answer() {
        const auto commands = engine_.commands();
        engine_.forgetCommands();
        for (const Command& command : commands)
            if (const auto* watch = std::get_if<WatchProbes>(&command))
                watched_ = *watch;
            else if (const auto* translate = std::get_if<Translate>(&command))
                engine_.send(Translated{translate->id, FakeEngine::translation(translate->text)});
    }

    FakeEngine engine_;
    WatchProbes watched_;
    QTimer timer_;
    int steps_, deliveries_ = 0;
    std::int64_t step_ = 0;
};

} // namespace zhuyi
