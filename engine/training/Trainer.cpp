#include "engine/training/Trainer.h"

#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/WordDropout.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

constexpr double RecentSeconds = 5;                  // over which the speed shown is averaged
constexpr std::chrono::milliseconds mostWaiting(50); // between two looks at what else is to be done

/// The randomness of one worker in one step: its place in the run alone decides it.
std::uint64_t placeSeed(std::int64_t seed, std::int64_t step, int worker) {
    return static_cast<std::uint64_t>(seed) * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(step) * 1024 +
           static_cast<std::uint64_t>(worker);
}

/// Whether a step of a run that validates at the end of each epoch is one after which it does so early: 50, 75, 100,
/// 150, 200, 300, 400 and so on. The first epoch may take minutes, in which a person wants to see the curves move; and
/// each doubling of a run's length costs no more than two further passes over the dev part.
bool isEarlyValidation(std::int64_t step) {
    for (std::int64_t base = 50; base <= step; base *= 2)
        if (step == base || step == base + base / 2)
            return true;
    return false;
}

/// The network to train under the model's: that one itself, or one like it whose average that one becomes.
std::shared_ptr<Seq2Seq> trainedNetwork(const Model& model, torch::Device device) {
    if (model.record.settings.average_weights == 0)
        return model.network;
    auto network =
        std::make_shared<Seq2Seq>(model.record.settings, model.record.source.size(), model.record.target.size());
    network->to(device);
    const torch::NoGradGuard noGradient;
    const auto from = model.network->parameters(), to = network->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].copy_(from[i]);
    return network;
}

class Stopwatch {
  public:
    explicit Stopwatch(double& total) : total_(total) {}
    ~Stopwatch() { total_ += seconds(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }

  private:
    double& total_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

} // namespace

Trainer::Trainer(std::shared_ptr<const PreparedCorpus> corpus, Model model, double minutes, torch::Device device,
                 int threads, std::shared_ptr<const Alignments> guide)
    : corpus_(std::move(corpus)), guide_(std::move(guide)), model_(std::move(model)), device_(device),
      minutes_(minutes), workers_(device.is_cpu() ? threads : 1), trained_(trainedNetwork(model_, device)),
      adam_(trained_->parameters(), model_.record.settings.weight_decay), schedule_(model_.record.settings),
      baseRate_(model_.record.settings.learning_rate),
      plan_(corpus_->train, model_.record.settings.batch_size, static_cast<std::uint64_t>(model_.record.settings.seed),
            epoch_, model_.record.settings.batch_tokens),
      devTranslation_(corpus_->summary.devPairsShown, model_, workers_.size()) {
    const auto& settings = model_.record.settings;
    if (settings.batch_tokens == 0 && static_cast<std::int64_t>(corpus_->train.size()) < settings.batch_size)
        throw Failure(MessageCode::TooFewPairs, {corpus_->summary.path, std::to_string(corpus_->train.size()),
                                                 std::to_string(settings.batch_size)});
    if (corpus_->dev.size() == 0)
        throw Failure(MessageCode::DevFileTooSmall, {corpus_->summary.path});
    pairs_ = {corpus_, &corpus_->train};
    if (settings.subword_sampling > 0) {
        sampling_.emplace(corpus_);
        beginEpoch();
    }
    passes_ = makeTrainingPasses(trained_, settings, workers_.size());
    if (settings.average_weights > 0) {
        average_.emplace(model_.network, trained_, settings.average_weights);
        averagePasses_ = makeTrainingPasses(model_.network, settings, workers_.size());
    }
}

void Trainer::beginEpoch() {
    pairs_.reset();
    if (sampling_)
        sampling_->begin(epoch_);
    else
        isPrepared({});
}

bool Trainer::isPrepared(std::chrono::milliseconds most) {
    if (pairs_)
        return true;
    pairs_ = sampling_ ? sampling_->take(epoch_, most) : std::shared_ptr<const EncodedPairs>(corpus_, &corpus_->train);
    if (!pairs_)
        return false;
    const auto& settings = model_.record.settings;
    if (sampling_ && epoch_ < settings.epochs)
        sampling_->begin(epoch_ + 1);
    plan_ = BatchPlan(*pairs_, settings.batch_size, static_cast<std::uint64_t>(settings.seed), epoch_,
                      settings.batch_tokens);
    return true;
}

Trainer::Advance Trainer::advance() {
    Advance advance;
    if (finished_) {
        advance.finished = true;
        return advance;
    }
    {
        const Stopwatch watch(seconds_);
        if (validationPending_ || validation_) {
            advance.validation = validateBatch();
        } else if (isPrepared(mostWaiting)) {
            advance.step = trainBatch();
        }
    }
    if (advance.step)
        advance.step->seconds = seconds_;
    if (advance.validation) {
        advance.validation->seconds = seconds_;
        finished_ = epoch_ > model_.record.settings.epochs || timeIsUp() || patienceIsOver();
        advance.finished = finished_;
    }
    return advance;
}

StepReport Trainer::trainBatch() {
    const auto& settings = model_.record.settings;
    double spent = 0;
    StepReport report;
    std::int64_t tokens = 0;
    {
        const Stopwatch watch(spent);
        const auto step = model_.record.step + 1;
        torch::manual_seed(placeSeed(settings.seed, step, 0)); // what dropout on a GPU draws from
        trained_->train();
        const auto parts = plan_.shares(positionInEpoch_, workers_.size());
        for (const auto& part : parts)
            for (const auto pair : part)
                tokens += pairs_->target.length(pair) + 1;
        for (const auto& pass : passes_)
            pass->setDropoutShare(dropoutShare());
        std::vector<double> partNats(parts.size());
        workers_.run([&](int worker) {
            const auto part = static_cast<std::size_t>(worker);
            if (part >= parts.size())
                return;
            auto batch = makeBatch(*pairs_, parts[part], device_, guide_.get());
            const auto seed = placeSeed(settings.seed, step, worker);
            dropWords(batch, settings.word_dropout, seed);
            partNats[part] = passes_[part]->train(batch, tokens, seed);
        });
        std::vector<Adam::Gradients*> gradients;
        for (std::size_t part = 0; part < parts.size(); ++part)
            gradients.push_back(&passes_[part]->gradients());
        report.learningRate = learningRate(step);
        report.gradientNorm = adam_.step(gradients, report.learningRate, settings.clip_norm, workers_);
        const double nats = std::accumulate(partNats.begin(), partNats.end(), 0.0);
        if (!std::isfinite(nats) || !std::isfinite(report.gradientNorm))
            throw Failure(MessageCode::LossNotFinite, {std::to_string(step)});
        if (average_)
            average_->follow(step, workers_);
        model_.record.step = step;
        report.step = step;
        report.trainLoss = nats / static_cast<double>(tokens);
        trainingNats_ += nats;
        trainingTokens_ += tokens;
    }
    trainingSeconds_ += spent;
    recent_.emplace_back(spent, tokens);
    double recentSeconds = 0;
    std::int64_t recentTokens = 0;
    for (const auto& [duration, count] : recent_) {
        recentSeconds += duration;
        recentTokens += count;
    }
    while (recentSeconds - recent_.front().first > RecentSeconds) {
        recentSeconds -= recent_.front().first;
        recentTokens -= recent_.front().second;
        recent_.pop_front();
    }
    report.tokens = tokens;
    report.stepSeconds = spent;
    report.epoch = epoch_;
    report.epochs = settings.epochs;
    report.stepInEpoch = ++positionInEpoch_;
    report.stepsInEpoch = plan_.size();
    report.tokensPerSecond = recentSeconds > 0 ? static_cast<double>(recentTokens) / recentSeconds : 0;
    report.progress = progress(seconds_ + spent);
    report.secondsLeft = seconds_ > 1 ? (seconds_ + spent) * (1 - report.progress) / report.progress : -1;

    const bool endOfEpoch = positionInEpoch_ == plan_.size();
    if (endOfEpoch) {
        ++epoch_;
        positionInEpoch_ = 0;
        if (epoch_ <= settings.epochs)
            beginEpoch();
    }
    const bool due = settings.validate_every > 0 ? model_.record.step % settings.validate_every == 0
                                                 : isEarlyValidation(model_.record.step);
    if (endOfEpoch || due || (minutes_ > 0 && seconds_ + spent >= 60 * minutes_)) {
        validationPending_ = true;
        validationEndsEpoch_ = endOfEpoch;
    }
    return report;
}

std::optional<ValidationReport> Trainer::validateBatch() {
    if (!validation_) {
        const auto& settings = model_.record.settings;
        validation_.emplace(corpus_->dev, settings.batch_size, settings.attention != "none",
                            AlignmentSigns(corpus_->source, corpus_->target));
        devTranslation_.restart();
        validationPending_ = false;
    }
    if (!validation_->finished())
        validation_->advance(*model_.network, average_ ? averagePasses_ : passes_, workers_);
    else
        devTranslation_.advance(workers_);
    model_.network->train();
    return validation_->finished() && devTranslation_.finished() ? std::optional<ValidationReport>(validated())
                                                                 : std::nullopt;
}

ValidationReport Trainer::validated() {
    ValidationReport report;
    report.step = model_.record.step;
    report.epoch = validationEndsEpoch_ ? epoch_ - 1 : epoch_;
    report.endOfEpoch = validationEndsEpoch_;
    report.trainLoss = trainingTokens_ > 0 ? trainingNats_ / static_cast<double>(trainingTokens_) : 0;
    report.devLoss = validation_->loss();
    if (!std::isfinite(report.devLoss))
        throw Failure(MessageCode::LossNotFinite, {std::to_string(report.step)});
    report.perplexity = std::exp(report.devLoss);
    report.tokenAccuracy = validation_->tokenAccuracy();
    report.alignment = validation_->alignment();
    report.bleu = devTranslation_.bleu();
    report.samples = devTranslation_.samples();
    report.learningRate = learningRate(report.step);
    report.tokensPerSecond = trainingSeconds_ > 0 ? static_cast<double>(trainingTokens_) / trainingSeconds_ : 0;
    const double judged = model_.record.settings.best_by == "bleu" && report.bleu ? -*report.bleu : report.devLoss;
    report.best = best_.empty() || judged < bestLoss_;
    if (validationEndsEpoch_) {
        schedule_.validated(report.devLoss);
        ++epochsSinceBest_;
    }
    model_.record.metrics = {
        {"train_loss", report.trainLoss}, {"dev_loss", report.devLoss}, {"token_accuracy", report.tokenAccuracy}};
    if (std::isfinite(report.perplexity)) // JSON has no infinity
        model_.record.metrics["perplexity"] = report.perplexity;
    if (report.alignment)
        model_.record.metrics["aer"] = report.alignment->errorRate;
    if (report.bleu)
        model_.record.metrics["bleu"] = *report.bleu;
    if (report.best) {
        const torch::NoGradGuard noGradient;
        bestLoss_ = judged;
        epochsSinceBest_ = 0;
        bestStep_ = report.step;
        bestMetrics_ = model_.record.metrics;
        best_.clear();
        for (const auto& parameter : model_.network->parameters())
            best_.push_back(parameter.detach().clone());
    }
    trainingNats_ = trainingSeconds_ = 0;
    trainingTokens_ = 0;
    validation_.reset();
    return report;
}

double Trainer::learningRate(std::int64_t step) const {
    // A rate that was set holds from the next step on: the warm-up is over.
    const double warmUp = model_.record.rateChanges.empty() ? schedule_.warmUp(step) : 1;
    return baseRate_ * warmUp * schedule_.decay(step, progress(seconds_));
}

double Trainer::dropoutShare() const {
    const auto rise = static_cast<double>(model_.record.settings.dropout_epochs);
    const double read = static_cast<double>(epoch_ - 1) +
                        static_cast<double>(positionInEpoch_) / static_cast<double>(plan_.size());
    return rise > 0 ? std::min(1.0, read / rise) : 1;
}

double Trainer::progress(double seconds) const {
    const double whole = static_cast<double>((epoch_ - 1) * plan_.size() + positionInEpoch_) / totalSteps();
    return minutes_ > 0 ? std::min(1.0, std::max(whole, seconds / (60 * minutes_))) : whole;
}

bool Trainer::patienceIsOver() const {
    const auto patience = model_.record.settings.patience;
    return patience > 0 && epochsSinceBest_ >= patience;
}

LearningRateSet Trainer::setLearningRate(double learningRate) {
    const auto& info = *findSetting("learning_rate");
    Settings changed = model_.record.settings;
    changed.learning_rate = learningRate;
    if (const auto error = setSetting(changed, info.name, settingText(changed, info)))
        throw Failure(error->code, error->arguments);
    constexpr double least = 1e-3; // where the schedule is about to end at 0
    baseRate_ = learningRate / std::max(least, schedule_.decay(model_.record.step + 1, progress(seconds_)));
    auto& changes = model_.record.rateChanges;
    if (!changes.empty() && changes.back().step == model_.record.step)
        changes.pop_back(); // no step was made with that one
    changes.push_back({model_.record.step, learningRate});
    return changes.back();
}

void Trainer::restoreBest() {
    if (best_.empty())
        return;
    const torch::NoGradGuard noGradient;
    auto parameters = model_.network->parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i)
        parameters[i].copy_(best_[i]);
    model_.record.becomesBest(bestStep_, bestMetrics_);
}

} // namespace zhuyi
