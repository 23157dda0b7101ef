#include "engine/model/ModelFile.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/Trainer.h"

#include <filesystem>

namespace zhuyi {

using Json = nlohmann::json;

std::string Trainer::fingerprint() const {
    std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a
    const auto add = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3ULL; };
    for (const auto* pairs : {&corpus_->train, &corpus_->dev})
        for (const auto* side : {&pairs->source, &pairs->target}) {
            add(side->size());
            for (const auto id : side->ids)
                add(static_cast<std::uint32_t>(id));
        }
    if (guide_)
        for (const auto& link : guide_->links)
            add(static_cast<std::uint64_t>(link.source) << 16 | link.target);
    return std::to_string(hash);
}

Json Trainer::trainingJson() const {
    // A validation under way begins again: it changes nothing that would be lost.
    const bool pending = validationPending_ || validation_.has_value();
    return {{"corpus", fingerprint()},
            {"epoch", epoch_},
            {"position", positionInEpoch_},
            {"seconds", seconds_},
            {"training_seconds", trainingSeconds_},
            {"training_tokens", trainingTokens_},
            {"training_nats", trainingNats_},
            {"adam_steps", adam_.steps()},
            {"base_rate", baseRate_},
            {"schedule", schedule_.toJson()},
            {"epochs_since_best", epochsSinceBest_},
            {"validation_pending", pending},
            {"end_of_epoch", validationEndsEpoch_},
            {"best_loss", bestLoss_},
            {"best_step", bestStep_},
            {"best_metrics", bestMetrics_},
            {"has_best", !best_.empty()}};
}

void Trainer::writeCheckpoint(const std::string& path) const {
    NamedTensors extra;
    const auto parameters = trained_->named_parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (average_)
            extra.emplace_back("trained." + parameters[i].key(), parameters[i].value());
        extra.emplace_back("adam.mean." + parameters[i].key(), adam_.means()[i]);
        extra.emplace_back("adam.square." + parameters[i].key(), adam_.squares()[i]);
        if (!best_.empty())
            extra.emplace_back("best." + parameters[i].key(), best_[i]);
    }
    writeModel(path, model_, extra, trainingJson());
}

void Trainer::resume(const std::string& path) {
    if (!std::filesystem::exists(path))
        throw Failure(MessageCode::CheckpointMissing, {path});
    ModelExtras extras;
    const Model saved = readModel(path, device_, &extras);
    const auto& settings = model_.record.settings;
    for (const auto& info : settingInfos()) {
        const std::string name = info.name;
        if (name != "epochs" && name != "threads" && name != "device" &&
            settingText(settings, info) != settingText(saved.record.settings, info))
            throw Failure(MessageCode::CheckpointMismatch, {path, name});
    }
    const torch::NoGradGuard noGradient;
    try {
        const Json& training = extras.training;
        if (training.at("corpus").get<std::string>() != fingerprint())
            throw Failure(MessageCode::CheckpointMismatch, {path, "corpus"});
        const bool hasBest = training.at("has_best").get<bool>();
        const auto from = saved.network->named_parameters();
        const auto into = model_.network->named_parameters(), trained = trained_->named_parameters();
        for (std::size_t i = 0; i < into.size(); ++i) {
            const auto& key = into[i].key();
            const auto take = [&](const std::string& name) {
                const auto it = extras.tensors.find(name);
                if (it == extras.tensors.end() || it->second.sizes() != into[i].value().sizes())
                    throw Failure(MessageCode::ModelMalformed, {path, name});
                return it->second;
            };
            into[i].value().copy_(*from.find(key));
            if (average_)
                trained[i].value().copy_(take("trained." + key));
            adam_.means()[i].copy_(take("adam.mean." + key));
            adam_.squares()[i].copy_(take("adam.square." + key));
            if (hasBest)
                best_.push_back(take("best." + key));
        }
        model_.record.step = saved.record.step;
        if (saved.timeline && model_.timeline)
            *model_.timeline = *saved.timeline;
        model_.record.metrics = saved.record.metrics;
        model_.record.rateChanges = saved.record.rateChanges;
        epoch_ = training.at("epoch").get<std::int64_t>();
        positionInEpoch_ = training.at("position").get<std::int64_t>();
        seconds_ = training.at("seconds").get<double>();
        trainingSeconds_ = training.at("training_seconds").get<double>();
        trainingTokens_ = training.at("training_tokens").get<std::int64_t>();
        trainingNats_ = training.at("training_nats").get<double>();
        adam_.setSteps(training.at("adam_steps").get<std::int64_t>());
        const auto& changes = model_.record.rateChanges;
        baseRate_ = training.value("base_rate", changes.empty() ? baseRate_ : changes.back().learningRate);
        if (training.contains("schedule")) // else of a version before there was one
            schedule_.fromJson(training.at("schedule"));
        epochsSinceBest_ = training.value("epochs_since_best", std::int64_t(0));
        validationPending_ = training.at("validation_pending").get<bool>();
        validationEndsEpoch_ = training.at("end_of_epoch").get<bool>();
        bestLoss_ = training.at("best_loss").get<double>();
        bestStep_ = training.at("best_step").get<std::int64_t>();
        bestMetrics_ = training.at("best_metrics").get<std::map<std::string, double>>();
    } catch (const Json::exception&) {
        throw Failure(MessageCode::ModelMalformed, {path, "training"});
    }
    beginEpoch();
    isPrepared(std::chrono::hours(1));
    if (epoch_ < 1 || positionInEpoch_ < 0 || positionInEpoch_ >= plan_.size())
        throw Failure(MessageCode::ModelMalformed, {path, "training"});
    // A longer total than last time goes on where that ended; the same total has nothing left to do.
    finished_ = !validationPending_ && (epoch_ > settings.epochs || timeIsUp() || patienceIsOver());
}

} // namespace zhuyi
