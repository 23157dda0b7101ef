#pragma once

#include "engine/corpus/PreparedCorpus.h"
#include "engine/model/Model.h"
#include "engine/model/Torch.h"
#include "engine/session/Event.h"
#include "engine/session/Reports.h"
#include "engine/training/Adam.h"
#include "engine/training/AveragedNetwork.h"
#include "engine/training/BatchPlan.h"
#include "engine/training/DevTranslation.h"
#include "engine/training/LearningRateSchedule.h"
#include "engine/training/SubwordSampling.h"
#include "engine/training/TrainingPass.h"
#include "engine/training/Validation.h"
#include "engine/training/Workers.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zhuyi {

/// One training run, cut into pieces of one batch so that its owner can look elsewhere between two of them. All that is
/// random comes from the seed, the threads and the place in the run, so that a run resumed from a checkpoint goes on
/// bit for bit (but a schedule to the end of so many minutes follows the clock). On the CPU each thread computes its
/// share of every batch.
class Trainer {
  public:
    /// What a call of advance() did.
    struct Advance {
        std::optional<StepReport> step;
        std::optional<ValidationReport> validation;
        bool finished = false; // nothing is left to do
    };

    /// A new run. `minutes` 0: no limit. `guide`: links between the tokens of the training part, to guide the
    /// attention as strongly as the setting guided_attention says. Throws Failure (TooFewPairs, DevFileTooSmall).
    Trainer(std::shared_ptr<const PreparedCorpus> corpus, Model model, double minutes, torch::Device device,
            int threads, std::shared_ptr<const Alignments> guide = nullptr);

    /// Goes on from a checkpoint. Throws Failure (CheckpointMissing, CheckpointMismatch, and what readModel throws).
    void resume(const std::string& checkpointPath);

    /// One training or validation batch; or nothing, where the epoch's subwords are not cut yet. Throws Failure
    /// (LossNotFinite); the parameters are those before the step then.
    Advance advance();

    bool timeIsUp() const { return minutes_ > 0 && seconds_ >= 60 * minutes_; }

    void writeCheckpoint(const std::string& path) const;

    /// Another learning rate from the next step on, from which the schedule goes on falling; the model's record tells
    /// of it. Throws Failure (SettingOutOfRange).
    LearningRateSet setLearningRate(double learningRate);

    /// The model in training, or the average of its weights where the settings ask for that; its record's step and
    /// metrics are kept up to date.
    const Model& model() const { return model_; }
    /// Puts the best weights (by best_by) back; of a run without a validation, leaves the last.
    void restoreBest();
    bool hasBest() const { return !best_.empty(); }

  private:
    void beginEpoch();
    /// Waits so long at most for what the epoch trains on.
    bool isPrepared(std::chrono::milliseconds most);
    StepReport trainBatch();
    std::optional<ValidationReport> validateBatch();
    ValidationReport validated();
    double learningRate(std::int64_t step) const;
    double dropoutShare() const; // of the next step
    double progress(double seconds) const; // 0–1, of the epochs or the time, what is further
    bool patienceIsOver() const;
    std::int64_t totalSteps() const { return plan_.size() * model_.record.settings.epochs; }
    std::string fingerprint() const;
    nlohmann::json trainingJson() const;

    std::shared_ptr<const PreparedCorpus> corpus_;
    std::shared_ptr<const Alignments> guide_; // of the training part, or none
    Model model_;
    torch::Device device_;
    double minutes_;
    Workers workers_;
    std::shared_ptr<Seq2Seq> trained_; // the model's own network, unless that is to be an average
    std::optional<AveragedNetwork> average_;
    TrainingPasses passes_;        // of each worker
    TrainingPasses averagePasses_; // of the average, to score it
    Adam adam_;
    LearningRateSchedule schedule_;
    double baseRate_; // before warm-up and fall
    std::int64_t epoch_ = 1;
    std::int64_t positionInEpoch_ = 0;
    std::optional<SubwordSampling> sampling_;
    std::shared_ptr<const EncodedPairs> pairs_; // what the epoch trains on; none before isPrepared()
    BatchPlan plan_;                            // of them
    std::optional<Validation> validation_;
    DevTranslation devTranslation_;    // its second part
    bool validationPending_ = false;   // due, not begun
    bool validationEndsEpoch_ = false; // the one that is due or under way
    bool finished_ = false;

    double seconds_ = 0;         // of training and validation
    double trainingSeconds_ = 0; // of training steps, since the last validation
    std::int64_t trainingTokens_ = 0;
    double trainingNats_ = 0;
    std::deque<std::pair<double, std::int64_t>> recent_; // seconds and tokens of the last steps

    double bestLoss_ = 0;             // or BLEU below 0, where the settings judge by that: the lower the better
    std::vector<torch::Tensor> best_; // in the order of the parameters
    std::int64_t bestStep_ = 0;
    std::int64_t epochsSinceBest_ = 0;
    std::map<std::string, double> bestMetrics_;
};

} // namespace zhuyi
