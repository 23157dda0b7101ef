#include "app/TrainingLog.h"

#include "engine/session/Reason.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cmath>

namespace zhuyi {

namespace {
constexpr double Interval = 9.5; // seconds: a line is due before ten have passed
}

void TrainingLog::open() {
    if (path_.empty())
        return;
    file_.open(path_, append_ ? std::ios::app : std::ios::trunc);
    if (!file_)
        throw Failure(MessageCode::FileUnwritable, {path_, reason(errno)});
}

void TrainingLog::write(const std::string& line) {
    if (!file_.is_open())
        return;
    file_ << line << std::endl;
    if (!file_)
        throw Failure(MessageCode::FileUnwritable, {path_, reason(errno)});
}

void TrainingLog::add(const StepReport& report) {
    spent_ += report.stepSeconds;
    tokens_ += report.tokens;
    nats_ += report.trainLoss * static_cast<double>(report.tokens);
    if (report.seconds - written_ < Interval)
        return;
    const double loss = nats_ / static_cast<double>(tokens_);
    write(nlohmann::json{{"step", report.step},
                         {"epoch", report.epoch},
                         {"seconds", report.seconds},
                         {"train_loss", loss},
                         {"learning_rate", report.learningRate},
                         {"gradient_norm", report.gradientNorm},
                         {"tokens_per_second", static_cast<double>(tokens_) / spent_}}
              .dump());
    written_ = report.seconds;
    spent_ = nats_ = 0;
    tokens_ = 0;
}

void TrainingLog::add(const ValidationReport& report) {
    nlohmann::json line = {{"step", report.step},
                           {"epoch", report.epoch},
                           {"seconds", report.seconds},
                           {"dev_loss", report.devLoss},
                           {"token_accuracy", report.tokenAccuracy},
                           {"learning_rate", report.learningRate}};
    if (std::isfinite(report.perplexity)) // JSON has no infinity
        line["perplexity"] = report.perplexity;
    if (report.alignment) {
        line["aer"] = report.alignment->errorRate;
        line["alignment_precision"] = report.alignment->precision;
        line["alignment_recall"] = report.alignment->recall;
    }
    if (report.bleu)
        line["bleu"] = *report.bleu;
    if (tokens_ > 0) {
        line["train_loss"] = nats_ / static_cast<double>(tokens_);
        line["tokens_per_second"] = static_cast<double>(tokens_) / spent_;
    }
    write(line.dump());
    written_ = report.seconds;
    spent_ = nats_ = 0;
    tokens_ = 0;
}

} // namespace zhuyi
