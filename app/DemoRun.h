#pragma once

#include "engine/session/CorpusSummary.h"
#include "engine/session/Event.h"

#include <string>
#include <variant>
#include <vector>

namespace zhuyi {

/// A held-out pair as the trained model sees it.
struct DemoSentence {
    SentencePair pair;
    std::string translation;   // of pair.chinese, greedy
    AttentionMapPtr attention; // while writing pair.english
};

/// All that `zhuyi demo` learnt of its run.
struct DemoRun {
    EngineInfo engine;
    CorpusSummary corpus;
    ModelSummary model;
    bool stoppedEarly = false; // before its time was up
    std::vector<std::variant<StepReport, ValidationReport>> reports; // in the order in which they came
    std::vector<ProbeReport> watched;                                // of some sentences, while it trained
    std::vector<DemoSentence> sentences;

    /// The validation of the model that was kept; there is always one.
    const ValidationReport& best() const {
        const ValidationReport* found = nullptr;
        for (const auto& report : reports)
            if (const auto* validation = std::get_if<ValidationReport>(&report))
                if (!found || validation->best)
                    found = validation;
        return *found;
    }
};

} // namespace zhuyi
