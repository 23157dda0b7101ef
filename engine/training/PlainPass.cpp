#include "engine/model/Dropout.h"
#include "engine/training/Loss.h"
#include "engine/training/TrainingPass.h"

namespace zhuyi {

namespace {

class PlainPass : public TrainingPass {
  public:
    PlainPass(std::shared_ptr<Seq2Seq> network, const Settings& settings)
        : network_(std::move(network)), settings_(settings), parameters_(network_->parameters()) {}

    double train(const Batch& batch, std::int64_t tokens, std::uint64_t seed) override {
        Dropout::begin(seed, dropoutShare_);
        const auto outputs = network_->forward(batch, batch.guide.defined());
        const auto loss = crossEntropy(outputs.logits, batch.targets, settings_.label_smoothing);
        auto objective = loss.objective;
        if (batch.guide.defined())
            objective = objective + settings_.guided_attention * guidance(outputs.weights, batch.guide);
        if (torch::GradMode::is_enabled()) {
            const auto gradients = torch::autograd::grad({objective / tokens}, parameters_, {}, {}, false, true);
            gradients_.assign(gradients.begin(), gradients.end());
        }
        objective_ = objective.item<double>();
        return loss.nats.item<double>();
    }

    Score score(const Batch& batch, bool wantOutputs) override {
        const torch::NoGradGuard noGradient;
        Score score;
        score.outputs = network_->forward(batch, wantOutputs);
        auto& logits = score.outputs.logits;
        score.nats = crossEntropy(logits, batch.targets, 0).nats.item<double>();
        score.correct = correctTargets(logits, batch);
        logits.reset();
        return score;
    }

    Adam::Gradients& gradients() override { return gradients_; }

  private:
    std::shared_ptr<Seq2Seq> network_;
    Settings settings_;
    std::vector<torch::Tensor> parameters_;
    Adam::Gradients gradients_;
};

} // namespace

std::vector<std::int32_t> correctTargets(const torch::Tensor& scores, const Batch& batch) {
    const auto right = scores.argmax(1).eq(batch.targets).to(torch::kCPU), real = batch.real.to(torch::kCPU);
    std::vector<std::int32_t> correct(static_cast<std::size_t>(batch.size()));
    for (std::int64_t n = 0; n < batch.tokens; ++n)
        correct[static_cast<std::size_t>(real.data_ptr<std::int64_t>()[n] % batch.size())] += right.data_ptr<bool>()[n];
    return correct;
}

std::unique_ptr<TrainingPass> makePlainPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings) {
    return std::make_unique<PlainPass>(network, settings);
}

} // namespace zhuyi
