#pragma once

#include "engine/model/Batch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/session/Settings.h"
#include "engine/training/Adam.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace zhuyi {

/// Computes the loss of one share of a batch and its gradients, for one thread. There are two ways to do it which agree
/// (FastPassTest holds them together): the plain one with LibTorch's modules and autograd, and the fast one by hand.
class TrainingPass {
  public:
    virtual ~TrainingPass() = default;

    /// Answers the cross entropy in nats, summed over the batch's tokens, and fills gradients(). `tokens` are those of
    /// all shares, over which the objective is averaged; `seed` is the dropout's.
    virtual double train(const Batch& batch, std::int64_t tokens, std::uint64_t seed) = 0;

    /// By what dropout is multiplied from the next train() on, 0–1.
    void setDropoutShare(double share) { dropoutShare_ = share; }

    struct Score {
        double nats = 0;                   // summed over the tokens
        std::vector<std::int32_t> correct; // of each sentence, the targets that are the likeliest token
        Seq2Seq::Outputs outputs;          // without the logits; where asked for
    };
    /// With nothing dropped; the network must be in evaluation mode. `wantOutputs`: the attention's weights, and what
    /// else of Seq2Seq::Outputs goes with them.
    virtual Score score(const Batch& batch, bool wantOutputs) = 0;

    /// The objective that train() computed, in nats, summed over the tokens: with label smoothing and guidance.
    double objective() const { return objective_; }
    virtual Adam::Gradients& gradients() = 0;

  protected:
    double objective_ = 0;
    double dropoutShare_ = 1;
};

/// Score::correct of a batch, from what each token is scored by (`scores`, N×V).
std::vector<std::int32_t> correctTargets(const torch::Tensor& scores, const Batch& batch);

/// One for each thread.
using TrainingPasses = std::vector<std::unique_ptr<TrainingPass>>;
TrainingPasses makeTrainingPasses(const std::shared_ptr<Seq2Seq>& network, const Settings& settings, int threads);

/// Whether there is a fast way: on the processor, for a network of what it knows.
bool computesFast(const Seq2Seq& network);
/// The fast way where there is one, else the plain one.
std::unique_ptr<TrainingPass> makeTrainingPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings);
/// Under a torch::NoGradGuard its train() leaves gradients() as they are.
std::unique_ptr<TrainingPass> makePlainPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings);
/// Scores alone, by the mean of the networks' probabilities; other outputs are the first's.
std::unique_ptr<TrainingPass> makeEnsemblePass(std::vector<std::shared_ptr<Seq2Seq>> networks);
/// Only where computesFast().
std::unique_ptr<TrainingPass> makeFastPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings);

} // namespace zhuyi
