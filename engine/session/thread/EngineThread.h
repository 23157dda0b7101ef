#pragma once

#include "engine/corpus/GoldIndex.h"
#include "engine/corpus/PreparedCorpus.h"
#include "engine/decoding/Translator.h"
#include "engine/session/CommandQueue.h"
#include "engine/session/Session.h"
#include "engine/training/Trainer.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace zhuyi {

/// Owns all that is computed and serves commands one after another. Between two batches of anything long it looks at the
/// queue, so that translations are answered at any time.
class EngineThread {
  public:
    EngineThread(CommandQueue& queue, EventSink sink);
    /// Until Shutdown.
    void run();

  private:
    // One a command.
    void handle(const OpenCorpus& command);
    void handle(const Train& command);
    void handle(const Pause& command);
    void handle(const Resume& command);
    void handle(const Step& command);
    void handle(const Stop& command);
    void handle(const Interrupt& command);
    void handle(const Cancel& command);
    void handle(const Translate& command);
    void handle(const Force& command);
    void handle(const Explain& command);
    void handle(const WatchProbes& command);
    void handle(const SaveModel& command);
    void handle(const CopyModel& command);
    void handle(const OpenModel& command);
    void handle(const SetLearningRate& command);
    void handle(const Evaluate& command);
    void handle(const Align& command);
    void handle(const WriteCorpus& command);
    void handle(const Inspect& command);
    void handle(const Shutdown& command);

    /// Runs `work`; an exception of any kind becomes a Failed.
    bool guarded(Task task, std::uint64_t id, const std::function<void()>& work);
    /// Serves what may not wait for a long task to end; throws Failure (Cancelled) where that is asked for.
    void serveBetween();
    ProgressFunction progressOf(Task task, Phase phase, double from, double to);

    void trainOn();
    void finishTraining(TrainingEnd end);
    /// After a failure: leaves the best model so far at hand, or the one from before the run.
    void abandonTraining();
    void leaveTraining();
    void keepCheckpoint();
    void refuseWhileTraining() const;
    /// This one and those waiting right behind it that can be translated together with it.
    std::vector<Translate> withThoseBehind(const Translate& command);
    void reportProbes();
    void watchProbes();
    void tellTimeline();
    /// The map with the true alignment of its pair, where the corpus at hand knows it. Greedy: an empty `target`.
    AttentionMapPtr withGold(const AttentionMapPtr& map, const std::string& source, const std::string& target);

    /// The pairs of the corpus at hand that the model at hand was not trained on: its test part, else its dev part.
    Corpus heldOut() const;
    std::shared_ptr<const PreparedCorpus> prepared(const Settings& settings);
    /// Where attention should lie in its training part; found once a corpus.
    std::shared_ptr<const Alignments> guideOf(const std::shared_ptr<const PreparedCorpus>& corpus);

    CommandQueue& queue_;
    EventSink sink_;
    bool shutdown_ = false;
    int busy_ = 0; // depth of long tasks other than training

    // The corpus at hand.
    std::shared_ptr<const Corpus> corpus_;
    std::shared_ptr<const Corpus> devCorpus_;
    std::shared_ptr<const PreparedCorpus> prepared_;
    std::shared_ptr<const PreparedCorpus> guided_; // the one that guide_ belongs to
    std::shared_ptr<const Alignments> guide_;
    std::optional<GoldIndex> gold_; // of both, made when first asked

    std::unique_ptr<Translator> translator_; // the model at hand

    // The run under way.
    std::unique_ptr<Trainer> trainer_;
    std::unique_ptr<Translator> previous_; // the model at hand before it
    Train run_;
    bool paused_ = false, stepping_ = false, checkpointFailed_ = false;
    std::chrono::steady_clock::time_point checkpointDue_;

    WatchProbes watched_;
    std::chrono::steady_clock::time_point probesDue_;
};

} // namespace zhuyi
