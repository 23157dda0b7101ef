#include "engine/training/TrainingPass.h"

#include "engine/session/Message.h"

#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

class EnsemblePass : public TrainingPass {
  public:
    explicit EnsemblePass(std::vector<std::shared_ptr<Seq2Seq>> networks) : networks_(std::move(networks)) {}

    double train(const Batch&, std::int64_t, std::uint64_t) override {
        throw Failure(MessageCode::Internal, {"an ensemble is not trained"});
    }

    Score score(const Batch& batch, bool wantOutputs) override {
        const torch::NoGradGuard noGradient;
        Score score;
        std::vector<torch::Tensor> logProbabilities;
        for (const auto& network : networks_) {
            auto outputs = network->forward(batch, wantOutputs && logProbabilities.empty());
            logProbabilities.push_back(torch::log_softmax(outputs.logits, 1));
            outputs.logits.reset();
            if (logProbabilities.size() == 1)
                score.outputs = std::move(outputs);
        }
        const auto mean =
            torch::logsumexp(torch::stack(logProbabilities), 0) - std::log(static_cast<double>(networks_.size()));
        score.nats = -mean.gather(1, batch.targets.unsqueeze(1)).sum().item<double>();
        score.correct = correctTargets(mean, batch);
        return score;
    }

    Adam::Gradients& gradients() override { return gradients_; }

  private:
    std::vector<std::shared_ptr<Seq2Seq>> networks_;
    Adam::Gradients gradients_; // none
};

} // namespace

std::unique_ptr<TrainingPass> makeEnsemblePass(std::vector<std::shared_ptr<Seq2Seq>> networks) {
    return std::make_unique<EnsemblePass>(std::move(networks));
}

} // namespace zhuyi
