#include "engine/model/fast/NetworkParameters.h"
#include "engine/model/fast/Seq2SeqPass.h"
#include "engine/training/TrainingPass.h"

namespace zhuyi {

namespace {

class FastPass : public TrainingPass {
  public:
    FastPass(std::shared_ptr<Seq2Seq> network, const Settings& settings)
        : network_(std::move(network)), settings_(settings), pass_(*network_, settings) {}

    double train(const Batch& batch, std::int64_t tokens, std::uint64_t seed) override {
        const auto result = pass_.train(batch, {settings_.label_smoothing, settings_.guided_attention,
                                                settings_.dropout * dropoutShare_, seed, 1.0 / static_cast<double>(tokens)});
        objective_ = result.objective;
        return result.nats;
    }

    Score score(const Batch& batch, bool wantOutputs) override {
        Score score;
        score.nats = pass_.score(batch, score.correct);
        if (wantOutputs)
            score.outputs = {{}, pass_.weights(), pass_.queries(), pass_.values()};
        return score;
    }

    Adam::Gradients& gradients() override { return pass_.gradients(); }

  private:
    std::shared_ptr<Seq2Seq> network_;
    Settings settings_;
    fast::Seq2SeqPass pass_;
};

} // namespace

std::unique_ptr<TrainingPass> makeFastPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings) {
    return std::make_unique<FastPass>(network, settings);
}

bool computesFast(const Seq2Seq& network) {
    return network.device().is_cpu() && fast::knows(network.settings());
}

std::unique_ptr<TrainingPass> makeTrainingPass(const std::shared_ptr<Seq2Seq>& network, const Settings& settings) {
    return computesFast(*network) ? makeFastPass(network, settings) : makePlainPass(network, settings);
}

TrainingPasses makeTrainingPasses(const std::shared_ptr<Seq2Seq>& network, const Settings& settings, int threads) {
    TrainingPasses passes;
    for (int thread = 0; thread < threads; ++thread)
        passes.push_back(makeTrainingPass(network, settings));
    return passes;
}

} // namespace zhuyi
