#pragma once

#include "engine/session/Command.h"
#include "engine/session/CorpusSummary.h"
#include "engine/session/MapHistory.h"
#include "engine/session/Message.h"
#include "engine/session/Reports.h"
#include "engine/session/Translation.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zhuyi {

/// The engine's library is loaded; commands posted earlier are served from now on.
struct EngineReady {
    EngineInfo info;
};

enum class Task { None, OpenCorpus, Train, Translate, SaveModel, CopyModel, OpenModel, SetLearningRate, Evaluate, Align, WriteCorpus, Inspect };

/// A command came to nothing; what was at hand before it still is (a run that fails late leaves its best model instead, see
/// TrainingFinished).
struct Failed {
    Task task = Task::None;
    std::uint64_t id = 0; // of a Translate, Force, Explain or Align
    Message message;
};

/// Something to tell that stops nothing.
struct Notice {
    Message message;
};

enum class Phase { Reading, Generating, Segmenting, Aligning, Evaluating };

/// How far a long task is.
struct Progress {
    Task task = Task::None;
    Phase phase = Phase::Reading;
    double share = 0; // 0–1 of the whole task
};

struct CorpusOpened {
    std::shared_ptr<const CorpusSummary> summary;
};

struct TrainingStarted {
    ModelSummary model;
    bool paused = false;
};

struct TrainingPaused {};
struct TrainingResumed {};

struct Stepped {
    StepReport report;
};

struct Validated {
    ValidationReport report;
};

struct ProbesWatched {
    ProbeReport report;
};

/// What a model brings along that was opened or goes on learning: how its attention formed, see MapHistory::moments.
/// Follows the TrainingStarted or ModelOpened.
struct TimelineOpened {
    std::vector<WatchedMap> moments;
};

enum class TrainingEnd { Completed, TimeUp, Stopped, Interrupted, Failed };

/// The best model by dev loss is at hand now (after an interrupt: the last one). After a failure it follows the Failed,
/// where the run had a best model already.
struct TrainingFinished {
    TrainingEnd end = TrainingEnd::Completed;
    ModelSummary model;
};

struct Translated {
    std::uint64_t id = 0;
    TranslationPtr translation;
};

/// The influence of source tokens on target tokens, in a map of the translation's shape. Its weights are nats of the target
/// token's log probability, negative where the source token spoke against it, and sum to nothing in particular.
struct Explained {
    std::uint64_t id = 0;
    ExplainMethod method = ExplainMethod::LeaveOut;
    AttentionMapPtr influence;
};

struct LearningRateSet {
    std::int64_t step = 0; // the last one with the old rate
    double learningRate = 0;
};

struct ModelSaved {
    std::string path;
};

struct ModelCopied {
    std::string path;
};

struct ModelOpened {
    ModelSummary model;
};

struct Evaluated {
    EvaluationReport report;
};

/// Which words of a pair translate each other, as the model sees it.
struct WordAlignment {
    std::vector<std::pair<int, int>> links; // words of source and target, 0-based, in ascending order
    std::vector<Message> notices;           // sentence cut
};

struct Aligned {
    std::uint64_t id = 0;
    std::vector<WordAlignment> alignments; // one a pair, in their order
};

struct CorpusWritten {
    std::int64_t pairs = 0;
};

struct Inspected {
    std::string json;
};

using Event = std::variant<EngineReady, Failed, Notice, Progress, CorpusOpened, TrainingStarted, TrainingPaused,
                           TrainingResumed, Stepped, Validated, ProbesWatched, TrainingFinished, Translated, Explained,
                           LearningRateSet, ModelSaved, ModelCopied, ModelOpened, TimelineOpened, Evaluated, Aligned, CorpusWritten, Inspected>;

} // namespace zhuyi
